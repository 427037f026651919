import ByteParsing
import Testing

@Suite struct ByteCursorTests {
  let array: [UInt8] = [0xCA, 0xFE, 0xBA, 0xBE, 0x00, 0x02, 0xFF]

  @Test func readsBothByteOrders() throws {
    let bytes = array.span.bytes
    var cursor = ByteCursor(bytes)
    #expect(try cursor.read(UInt32.self, .bigEndian, from: bytes) == 0xCAFE_BABE)
    try cursor.seek(to: 0)
    #expect(try cursor.read(UInt32.self, .littleEndian, from: bytes) == 0xBEBA_FECA)
    #expect(try cursor.read(UInt16.self, .bigEndian, from: bytes) == 2)
    #expect(try cursor.read(Int8.self, .bigEndian, from: bytes) == -1)
    #expect(cursor.isAtEnd && cursor.remaining == 0)
  }

  @Test func aFailedReadSaysWhereAndStaysThere() throws {
    let bytes = array.span.bytes
    var cursor = try ByteCursor(4..<7, of: bytes)
    #expect(throws: ByteParsingError(offset: 4, reason: .truncated(needed: 4, available: 3))) {
      try cursor.read(UInt32.self, .bigEndian, from: array.span.bytes)
    }
    #expect(throws: ByteParsingError(offset: 4, reason: .truncated(needed: -1, available: 3))) {
      try cursor.skip(-1)
    }
    #expect(throws: ByteParsingError(offset: 8, reason: .outOfBounds(size: 7))) { try cursor.seek(to: 8) }
    #expect(throws: ByteParsingError(offset: 9, reason: .outOfBounds(size: 7))) {
      try ByteCursor(2..<9, of: array.span.bytes)
    }
    #expect(cursor.offset == 4)
    #expect(try cursor.skip(3) == 4..<7)
  }

  @Test func aCountIsBoundedByWhatIsLeft() throws {
    let bytes = array.span.bytes
    var cursor = try ByteCursor(4..<7, of: bytes)
    #expect(throws: ByteParsingError(offset: 4, reason: .countTooLarge(count: 2, elementSize: 1, available: 1))) {
      try cursor.readCount(UInt16.self, .bigEndian, elementSize: 1, from: array.span.bytes)
    }
    #expect(cursor.offset == 4)
    #expect(try cursor.readCount(UInt8.self, .bigEndian, elementSize: 9, from: bytes) == 0)
    let huge: [UInt8] = Array(repeating: 0xFF, count: 8)
    var ahead = ByteCursor(huge.span.bytes)
    #expect(throws: ByteParsingError(offset: 0, reason: .countTooLarge(count: .max, elementSize: 1, available: 0))) {
      try ahead.readCount(UInt64.self, .littleEndian, elementSize: 1, from: huge.span.bytes)
    }
  }

  @Test(arguments: [-1, 5, 7, 8, Int.max, Int.min])
  func anAbsoluteReadOutsideFails(offset: Int) {
    #expect(throws: ByteParsingError.self) {
      try array.span.bytes.integer(at: offset, as: UInt32.self, .bigEndian)
    }
  }

  @Test func appendsWhatItReads() throws {
    var out: [UInt8] = []
    out.append(UInt32(0xCAFE_BABE), .bigEndian)
    out.append(UInt16(0x0201), .littleEndian)
    out.append(UInt8(7), .bigEndian)
    out.append(Int16(-2), .bigEndian)
    #expect(out == [0xCA, 0xFE, 0xBA, 0xBE, 1, 2, 7, 0xFF, 0xFE])
  }

  @Test func messagesNameThePlace() {
    #expect(
      ByteParsingError(offset: 4, reason: .truncated(needed: 4, available: 3)).description
        == "at byte 4: expected 4 more bytes, found 3"
    )
    #expect(
      ByteParsingError(offset: 4, reason: .countTooLarge(count: 9, elementSize: 2, available: 3)).description
        == "at byte 4: a count of 9 needs at least 2 bytes for each element, 3 are left"
    )
    #expect(
      ByteParsingError(offset: 9, reason: .outOfBounds(size: 7)).description
        == "at byte 9: expected a position inside 7 bytes"
    )
  }
}
