/// The hash of a name in a compiled line: eight bytes a step, the same on every machine.
@inline(__always)
func nameHash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
  var hash: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(truncatingIfNeeded: bytes.count)
  guard let base = bytes.baseAddress else { return UInt32(truncatingIfNeeded: hash) }
  var offset = 0
  while offset + 8 <= bytes.count {
    hash = mix(hash, UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
    offset += 8
  }
  var tail: UInt64 = 0
  var shift: UInt64 = 0
  while offset < bytes.count {
    tail |= UInt64(base.load(fromByteOffset: offset, as: UInt8.self)) << shift
    shift += 8
    offset += 1
  }
  hash = mix(hash, tail)
  return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
}

@inline(__always)
private func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
  let product = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
  return product ^ (product >> 29)
}

/// The checksum of a compiled line: the same mixing over all bytes, four lanes at a time so that megabytes take
/// a fraction of a millisecond.
func lineChecksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  var lanes: SIMD4<UInt64> = [
    0x9e37_79b9_7f4a_7c15, 0xc2b2_ae3d_27d4_eb4f, 0x1656_67b1_9e37_79f9, 0x27d4_eb2f_1656_67c5,
  ]
  guard let base = bytes.baseAddress else { return lanes[0] }
  var offset = 0
  while offset + 32 <= bytes.count {
    for lane in 0..<4 {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset + lane * 8, as: UInt64.self))
      lanes[lane] = mix(lanes[lane], word)
    }
    offset += 32
  }
  var hash = UInt64(truncatingIfNeeded: bytes.count)
  for lane in 0..<4 { hash = mix(hash, lanes[lane]) }
  while offset < bytes.count {
    hash = mix(hash, UInt64(base.load(fromByteOffset: offset, as: UInt8.self)))
    offset += 1
  }
  return hash
}
