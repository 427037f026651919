import Findings

/// One record of the central directory (APPNOTE 4.3.12), its ZIP64 numbers resolved.
struct DirectoryRecord {
  static let signature = 0x0201_4B50
  private static let length = 46

  let offset: Int
  let end: Int
  let name: Range<Int>
  let extra: Range<Int>
  let system: UInt8
  let flags: UInt16
  let method: UInt16
  let time: DOSTime
  let crc: UInt32
  let compressedSize: Int
  let size: Int
  let localOffset: Int
  let unixMode: UInt16

  /// Reads the record at `offset`; nil when none fits before `limit`.
  init?(_ bytes: UnsafeRawBufferPointer, at offset: Int, limit: Int, into report: inout StructureReport) {
    guard offset <= limit - Self.length, bytes.u32(offset) == Self.signature else { return nil }
    let nameEnd = offset + Self.length + bytes.u16(offset + 28)
    let extraEnd = nameEnd + bytes.u16(offset + 30)
    let end = extraEnd + bytes.u16(offset + 32)
    guard end <= limit else { return nil }
    self.offset = offset
    self.end = end
    name = (offset + Self.length)..<nameEnd
    extra = nameEnd..<extraEnd
    system = bytes[offset + 5]
    flags = bytes.number(UInt16.self, at: offset + 8)
    method = bytes.number(UInt16.self, at: offset + 10)
    time = DOSTime(
      time: bytes.number(UInt16.self, at: offset + 12),
      date: bytes.number(UInt16.self, at: offset + 14)
    )
    crc = bytes.number(UInt32.self, at: offset + 16)
    // Only systems with Unix modes put one into the upper half of the external attributes: Unix and OS X.
    unixMode = system == 3 || system == 19 ? bytes.number(UInt16.self, at: offset + 40) : 0
    var numbers = [bytes.u32(offset + 24), bytes.u32(offset + 20), bytes.u32(offset + 42)]
    if numbers.contains(ExtraField.deferred),
      !ExtraField.resolve(&numbers, in: extra, of: bytes)
    {
      report.add(ArchiveRules.zip64, "a size or offset defers to a ZIP64 extra field that is missing", at: offset)
    }
    (size, compressedSize, localOffset) = (numbers[0], numbers[1], numbers[2])
  }
}

/// Extra fields of a header (APPNOTE 4.5).
enum ExtraField {
  /// The 32-bit number that means: the value is in the ZIP64 extra field.
  static let deferred = 0xFFFF_FFFF

  /// The data of the first field with that id.
  static func find(_ id: Int, in range: Range<Int>, of bytes: UnsafeRawBufferPointer) -> Range<Int>? {
    var offset = range.lowerBound
    while offset <= range.upperBound - 4 {
      let end = offset + 4 + bytes.u16(offset + 2)
      // Fields that overrun are common in old Android packages (zipalign pads with zeros): they end the search.
      guard end <= range.upperBound else { return nil }
      if bytes.u16(offset) == id { return (offset + 4)..<end }
      offset = end
    }
    return nil
  }

  /// Replaces each deferred number by its ZIP64 value, in the order of APPNOTE 4.5.3; whether all were there.
  static func resolve(_ numbers: inout [Int], in range: Range<Int>, of bytes: UnsafeRawBufferPointer) -> Bool {
    guard var field = find(1, in: range, of: bytes) else { return false }
    for index in numbers.indices where numbers[index] == deferred {
      guard field.count >= 8 else { return false }
      numbers[index] = bytes.u64(field.lowerBound)
      field = (field.lowerBound + 8)..<field.upperBound
    }
    return true
  }
}
