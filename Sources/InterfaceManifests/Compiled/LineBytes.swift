/// The bytes of a compiled platform line, readable in place.
///
/// The memory stays where it is until the process ends: a shipped line is part of the program, a line from a file is
/// mapped once and never unmapped. Records are therefore two words each, a lookup allocates nothing,
/// and nothing is parsed. Every read is checked against `count`; a read outside yields
/// zero, which every reader of the format takes for "nothing".
struct LineBytes: @unchecked Sendable {
  let base: UnsafeRawPointer
  let count: Int

  func u8(_ offset: Int) -> UInt8 {
    guard offset >= 0, offset < count else { return 0 }
    return base.load(fromByteOffset: offset, as: UInt8.self)
  }

  func u16(_ offset: Int) -> UInt16 {
    guard offset >= 0, offset <= count - 2 else { return 0 }
    return UInt16(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  func u32(_ offset: Int) -> UInt32 {
    guard offset >= 0, offset <= count - 4 else { return 0 }
    return UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  func u64(_ offset: Int) -> UInt64 {
    guard offset >= 0, offset <= count - 8 else { return 0 }
    return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Reads an unsigned LEB128 number and moves `offset` behind it; zero past the end or for an overlong number.
  func varint(_ offset: inout Int) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      guard offset >= 0, offset < count else { return 0 }
      let byte = u8(offset)
      offset += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return 0
  }

  /// `length` bytes from `offset`, empty when they do not lie inside.
  func region(_ offset: Int, _ length: Int) -> UnsafeRawBufferPointer {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(start: base + offset, count: length)
  }
}
