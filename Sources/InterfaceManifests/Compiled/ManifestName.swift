/// A name or descriptor inside a compiled line: modified UTF-8, as class files have it, not yet a `String`.
public struct ManifestName: @unchecked Sendable, Hashable {
  /// The bytes. They live as long as the process.
  public let bytes: UnsafeRawBufferPointer

  /// The name as a `String`, made anew at each call.
  public var string: String { EncodedName.decode(bytes) }

  /// Whether the bytes are equal.
  public static func == (left: ManifestName, right: ManifestName) -> Bool {
    sameBytes(left.bytes, right.bytes)
  }

  /// Whether the bytes are equal.
  public static func == (left: ManifestName, right: UnsafeRawBufferPointer) -> Bool {
    sameBytes(left.bytes, right)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytes: bytes)
  }
}

extension ManifestName: CustomStringConvertible {
  /// The name as text.
  public var description: String { string }
}

/// A few names in a row, such as the interfaces of a class; decoded while it is walked.
public struct ManifestNames: Sendable, Sequence {
  let sections: LineSections
  /// Where the first reference lies in the file.
  let start: Int
  /// How many there are.
  public let count: Int

  /// Whether there is none.
  public var isEmpty: Bool { count == 0 }

  /// Walks the names in the order of the class file.
  public func makeIterator() -> Iterator {
    Iterator(sections: sections, offset: start, left: count)
  }

  /// A walk over the names.
  public struct Iterator: IteratorProtocol {
    let sections: LineSections
    var offset: Int
    var left: Int

    /// The next name.
    public mutating func next() -> ManifestName? {
      guard left > 0 else { return nil }
      left -= 1
      return sections.name(UInt32(truncatingIfNeeded: sections.bytes.varint(&offset)))
    }
  }
}

/// Equality of bytes.
@inline(__always)
func sameBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
  guard left.count == right.count else { return false }
  guard left.count > 0, let a = left.baseAddress, let b = right.baseAddress else { return true }
  var offset = 0
  while offset + 8 <= left.count {
    if a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      != b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    {
      return false
    }
    offset += 8
  }
  while offset < left.count {
    if a.load(fromByteOffset: offset, as: UInt8.self) != b.load(fromByteOffset: offset, as: UInt8.self) {
      return false
    }
    offset += 1
  }
  return true
}

/// The order of bytes as unsigned numbers, a prefix first: negative, zero, positive.
func compareBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
  for (a, b) in zip(left, right) where a != b {
    return Int(a) - Int(b)
  }
  return left.count - right.count
}
