/// In which order the bytes of an integer stand.
public enum ByteOrder: Sendable {
  /// Most significant first: class files.
  case bigEndian
  /// Least significant first: ZIP.
  case littleEndian
}

extension RawSpan {
  /// The integer at an absolute offset, in bytes; an error when it does not lie inside.
  @inlinable
  public func integer<T: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int,
    as type: T.Type,
    _ order: ByteOrder
  ) throws(ByteParsingError) -> T {
    let size = MemoryLayout<T>.size
    guard offset >= 0, offset <= byteCount else {
      throw ByteParsingError(offset: offset, reason: .outOfBounds(size: byteCount))
    }
    guard byteCount - offset >= size else {
      throw ByteParsingError(offset: offset, reason: .truncated(needed: size, available: byteCount - offset))
    }
    // Inside, as just checked; integers have no invalid bit patterns.
    let raw = unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: type)
    return order == .bigEndian ? T(bigEndian: raw) : T(littleEndian: raw)
  }
}

extension [UInt8] {
  /// Appends the bytes of an integer in the given order.
  @inlinable
  public mutating func append<T: FixedWidthInteger>(_ value: T, _ order: ByteOrder) {
    var remaining = order == .bigEndian ? value.byteSwapped : value
    for _ in 0..<MemoryLayout<T>.size {
      append(UInt8(truncatingIfNeeded: remaining))
      // Shifting an 8-bit integer by 8 is a smart shift: it yields nothing, and does not trap.
      remaining >>= 8
    }
  }
}
