import Findings

/// One local file header (APPNOTE 4.3.7).
struct LocalHeader {
  static let signature = 0x0403_4B50
  private static let length = 30

  let name: Range<Int>
  let extra: Range<Int>
  let flags: UInt16
  let method: UInt16
  let time: DOSTime
  let crc: UInt32
  let compressedSize: Int
  let size: Int
  let isZIP64: Bool

  /// Where the content begins.
  var dataStart: Int { extra.upperBound }

  /// Reads the header at `offset`; nil when none is there in full.
  init?(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    guard offset >= 0, offset <= bytes.count - Self.length, bytes.u32(offset) == Self.signature else { return nil }
    let nameEnd = offset + Self.length + bytes.u16(offset + 26)
    let extraEnd = nameEnd + bytes.u16(offset + 28)
    guard extraEnd <= bytes.count else { return nil }
    name = (offset + Self.length)..<nameEnd
    extra = nameEnd..<extraEnd
    flags = bytes.number(UInt16.self, at: offset + 6)
    method = bytes.number(UInt16.self, at: offset + 8)
    time = DOSTime(
      time: bytes.number(UInt16.self, at: offset + 10),
      date: bytes.number(UInt16.self, at: offset + 12)
    )
    crc = bytes.number(UInt32.self, at: offset + 14)
    let sizes = (bytes.u32(offset + 22), bytes.u32(offset + 18))
    guard sizes.0 == ExtraField.deferred || sizes.1 == ExtraField.deferred else {
      (size, compressedSize, isZIP64) = (sizes.0, sizes.1, false)
      return
    }
    var numbers = [sizes.0, sizes.1]
    isZIP64 = ExtraField.resolve(&numbers, in: extra, of: bytes)
    (size, compressedSize) = (numbers[0], numbers[1])
  }
}
