/// Knows the header of a compiled line well enough to damage a file behind its checksum.
enum LineForgery {
  /// What the checksum covers.
  static let covered = 24..<Int.max

  /// Written anew and not shared with the product: the checksum of a compiled line.
  static func mendChecksum(_ file: inout [UInt8]) {
    func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
      let product = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
      return product ^ (product >> 29)
    }
    let bytes = Array(file[24...])
    var lanes: [UInt64] = [0x9e37_79b9_7f4a_7c15, 0xc2b2_ae3d_27d4_eb4f, 0x1656_67b1_9e37_79f9, 0x27d4_eb2f_1656_67c5]
    var offset = 0
    while offset + 32 <= bytes.count {
      for lane in 0..<4 {
        var word: UInt64 = 0
        for index in 0..<8 { word |= UInt64(bytes[offset + lane * 8 + index]) << UInt64(index * 8) }
        lanes[lane] = mix(lanes[lane], word)
      }
      offset += 32
    }
    var hash = UInt64(bytes.count)
    for lane in lanes { hash = mix(hash, lane) }
    while offset < bytes.count {
      hash = mix(hash, UInt64(bytes[offset]))
      offset += 1
    }
    for index in 0..<8 { file[16 + index] = UInt8(truncatingIfNeeded: hash >> UInt64(index * 8)) }
  }
}
