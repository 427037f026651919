import ByteParsing

/// The bytes of one class file with the table of where its constants are: the one thing that all its parts share.
///
/// Immutable, so parts of a class can refer to it and stay values.
final class ClassBytes: Sendable {
  let bytes: [UInt8]
  /// For each constant pool index the offset of its tag; 0 for index 0 and the second half of a long or double.
  let constantOffsets: [UInt32]
  /// The offset behind the constant pool.
  let constantPoolEnd: Int
  let minorVersion: UInt16
  let majorVersion: UInt16

  init(bytes: [UInt8], constantOffsets: [UInt32], constantPoolEnd: Int, minorVersion: UInt16, majorVersion: UInt16) {
    self.bytes = bytes
    self.constantOffsets = constantOffsets
    self.constantPoolEnd = constantPoolEnd
    self.minorVersion = minorVersion
    self.majorVersion = majorVersion
  }

  /// Whether `Code` has the narrower sizes of JDK 1.0.2, before version 45.3.
  var hasNarrowCode: Bool { majorVersion < 45 || (majorVersion == 45 && minorVersion < 3) }

  @inline(__always)
  func integer<T: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int,
    as type: T.Type,
    _ expected: StaticString
  ) throws(ClassFileError) -> T {
    let array = bytes
    do {
      return try array.span.bytes.integer(at: offset, as: type, .bigEndian)
    } catch {
      throw ClassFileError(error, expected: expected)
    }
  }
}

/// A position in the bytes of a class, bounded by the part that is being read.
struct ClassCursor {
  let storage: ClassBytes
  private var cursor: ByteCursor

  init(_ storage: ClassBytes, _ range: Range<Int>) throws(ClassFileError) {
    self.storage = storage
    let array = storage.bytes
    do { cursor = try ByteCursor(range, of: array.span.bytes) } catch {
      throw ClassFileError(error, expected: "a range inside the class file")
    }
  }

  var offset: Int { cursor.offset }
  var end: Int { cursor.end }
  var remaining: Int { cursor.remaining }

  @inline(__always)
  private mutating func read<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type,
    _ expected: StaticString
  ) throws(ClassFileError) -> T {
    let array = storage.bytes
    do { return try cursor.read(type, .bigEndian, from: array.span.bytes) } catch {
      throw ClassFileError(error, expected: expected)
    }
  }

  mutating func u1(_ expected: StaticString) throws(ClassFileError) -> UInt8 { try read(UInt8.self, expected) }
  mutating func u2(_ expected: StaticString) throws(ClassFileError) -> UInt16 { try read(UInt16.self, expected) }
  mutating func u4(_ expected: StaticString) throws(ClassFileError) -> UInt32 { try read(UInt32.self, expected) }

  mutating func skip(_ count: Int, _ expected: StaticString) throws(ClassFileError) -> Range<Int> {
    do { return try cursor.skip(count) } catch { throw ClassFileError(error, expected: expected) }
  }

  /// A `u2` count of elements that take at least `elementSize` bytes each.
  mutating func count(elementSize: Int, _ expected: StaticString) throws(ClassFileError) -> Int {
    let array = storage.bytes
    do {
      return try cursor.readCount(UInt16.self, .bigEndian, elementSize: elementSize, from: array.span.bytes)
    } catch { throw ClassFileError(error, expected: expected) }
  }

  /// A `u1` count of elements that take at least `elementSize` bytes each.
  mutating func smallCount(elementSize: Int, _ expected: StaticString) throws(ClassFileError) -> Int {
    let array = storage.bytes
    do {
      return try cursor.readCount(UInt8.self, .bigEndian, elementSize: elementSize, from: array.span.bytes)
    } catch { throw ClassFileError(error, expected: expected) }
  }

  /// A `u2` count, then as many elements.
  mutating func list<Element>(
    elementSize: Int,
    _ expected: StaticString,
    _ element: (inout ClassCursor) throws(ClassFileError) -> Element
  ) throws(ClassFileError) -> [Element] {
    let count = try count(elementSize: elementSize, expected)
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try element(&self)) }
    return elements
  }

  func requireEnd(_ expected: StaticString) throws(ClassFileError) {
    guard remaining == 0 else {
      throw ClassFileError(offset: offset, expected: "the end of \(expected)", found: "\(remaining) more bytes")
    }
  }
}
