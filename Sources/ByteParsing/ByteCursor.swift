/// A position in bytes that someone else owns.
///
/// The cursor holds offsets only; every read is handed the bytes as a borrowed `RawSpan`. So the source stays
/// immutable, a cursor can be copied to look ahead, and nothing can outlive its buffer:
///
/// ```swift
/// let bytes = array.span.bytes
/// var cursor = ByteCursor(bytes)
/// let magic = try cursor.read(UInt32.self, .bigEndian, from: bytes)
/// ```
///
/// A failed read leaves the position where it was.
public struct ByteCursor: Equatable, Sendable {
  /// The position of the next read, in bytes from the start of the bytes.
  @inlinable public var offset: Int { position }
  /// The first position that may not be read.
  public let end: Int
  @usableFromInline var position: Int

  /// A cursor over all of `bytes`.
  @inlinable
  public init(_ bytes: borrowing RawSpan) {
    self.init(unchecked: 0..<bytes.byteCount)
  }

  /// A cursor over a range of `bytes`; an error when the range does not lie inside.
  @inlinable
  public init(_ range: Range<Int>, of bytes: borrowing RawSpan) throws(ByteParsingError) {
    guard range.lowerBound >= 0, range.upperBound <= bytes.byteCount else {
      let outside = range.lowerBound >= 0 && range.lowerBound <= bytes.byteCount ? range.upperBound : range.lowerBound
      throw ByteParsingError(offset: outside, reason: .outOfBounds(size: bytes.byteCount))
    }
    self.init(unchecked: range)
  }

  @inlinable
  init(unchecked range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  /// How many bytes are left.
  @inlinable public var remaining: Int { end - offset }

  /// Whether everything is read.
  @inlinable public var isAtEnd: Bool { offset == end }

  /// Reads one integer.
  @inlinable
  public mutating func read<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type,
    _ order: ByteOrder,
    from bytes: borrowing RawSpan
  ) throws(ByteParsingError) -> T {
    let start = offset
    try skip(MemoryLayout<T>.size)
    return try bytes.integer(at: start, as: type, order)
  }

  /// Passes over `count` bytes and returns where they are.
  @inlinable
  @discardableResult
  public mutating func skip(_ count: Int) throws(ByteParsingError) -> Range<Int> {
    guard count >= 0, count <= end - offset else {
      throw ByteParsingError(offset: offset, reason: .truncated(needed: count, available: end - offset))
    }
    let start = offset
    position += count
    return start..<offset
  }

  /// Reads a count of elements, and believes it only if that many elements of `elementSize` bytes can follow.
  @inlinable
  public mutating func readCount<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type,
    _ order: ByteOrder,
    elementSize: Int,
    from bytes: borrowing RawSpan
  ) throws(ByteParsingError) -> Int {
    var ahead = self
    let raw = try ahead.read(type, order, from: bytes)
    guard let count = Int(exactly: raw), count >= 0, elementSize <= 0 || count <= ahead.remaining / elementSize else {
      throw ByteParsingError(
        offset: offset,
        reason: .countTooLarge(
          count: Int(clamping: raw),
          elementSize: elementSize,
          available: ahead.remaining
        )
      )
    }
    self = ahead
    return count
  }

  /// Goes to an absolute position at or before the end.
  public mutating func seek(to position: Int) throws(ByteParsingError) {
    guard position >= 0, position <= end else {
      throw ByteParsingError(offset: position, reason: .outOfBounds(size: end))
    }
    self.position = position
  }
}
