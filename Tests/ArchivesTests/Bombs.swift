import Archives

/// Archives that are small and claim, or would become, something enormous.
enum Bombs {
  /// Fifield's construction: each header quotes the next one in a stored deflate block, all share one kernel.
  static func overlapping(entries count: Int, kernel size: Int) throws -> [UInt8] {
    let kernel = [UInt8](repeating: 0, count: size)
    let inner = try ForgedArchive([ForgedEntry(name(count - 1), kernel)]).bytes()
    var records: [ForgedEntry] = []
    let source = Archive(bytes: inner)
    var data = Array(inner[..<source.entries[0].centralOffset])
    var sizes = [(compressed: source.entries[0].compressedSize, full: size)]
    for index in (0..<(count - 1)).reversed() {
      // A stored block, not the last one, that holds the next local header; its deflate stream goes on behind it.
      let headerLength = 30 + name(0).count
      let block = [0] + le(headerLength, 2) + le(headerLength ^ 0xFFFF, 2)
      let last = sizes[sizes.count - 1]
      let next = (compressed: block.count + headerLength + last.compressed, full: headerLength + last.full)
      sizes.append(next)
      let entry = ForgedEntry(name(index), []) {
        $0.data = block
        $0.crc = 1
        $0.size = next.full
        $0.compressedSize = next.compressed
      }
      let file = try ForgedArchive([entry]).bytes()
      data = file[..<(headerLength + block.count)] + data
    }
    var offset = 0
    for index in 0..<count {
      let (compressed, full) = sizes[count - 1 - index]
      let place = offset
      records.append(
        ForgedEntry(name(index), []) {
          $0.hasLocal = false
          $0.localOffset = place
          $0.crc = index == count - 1 ? source.entries[0].crc : 1
          $0.size = full
          $0.compressedSize = compressed
        }
      )
      offset += 30 + name(0).count + 5
    }
    return try ForgedArchive(records) { $0.prefix = data }.bytes()
  }

  private static func name(_ index: Int) -> [UInt8] { Array("f\(10_000 + index)".utf8) }

  /// A jar in a jar in a jar, `depth` times, each holding `width` copies of the next.
  static func nested(depth: Int, width: Int, core: [UInt8]) throws -> [UInt8] {
    var content = core
    for level in 0..<depth {
      let one = try ForgedEntry([], content).sealed()
      content = try ForgedArchive(
        (0..<width).map { index in
          var copy = one
          copy.name = Array((level == 0 ? "core\(index).bin" : "n\(index).jar").utf8)
          return copy
        }
      ).bytes()
    }
    return content
  }

  /// An archive of that many empty entries, all in the one local header.
  static func count(_ count: Int) throws -> [UInt8] {
    try ForgedArchive(
      [ForgedEntry("first")]
        + (0..<count).map { index in
          ForgedEntry("\(index)", "") {
            ($0.data, $0.crc) = ([], 0)
            $0.hasLocal = false
            $0.localOffset = 0
          }
        }
    ) { $0.zip64 = true }.bytes()
  }
}
