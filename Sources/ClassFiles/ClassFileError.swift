import ByteParsing

/// Why a class file could not be read or written, and where.
public struct ClassFileError: Error, Equatable, Sendable {
  /// Where, in bytes from the start of the class file (of the text, for a descriptor or signature read by itself).
  public let offset: Int
  /// What should have been there.
  public let expected: String
  /// What was there.
  public let found: String
  /// Whether the class file ends too early.
  public let isTruncation: Bool

  /// An error at `offset`.
  public init(offset: Int, expected: String, found: String) {
    self.init(offset: offset, expected: expected, found: found, isTruncation: false)
  }

  private init(offset: Int, expected: String, found: String, isTruncation: Bool) {
    self.offset = offset
    self.expected = expected
    self.found = found
    self.isTruncation = isTruncation
  }

  init(_ error: ByteParsingError, expected: StaticString) {
    let found =
      switch error.reason {
      case .truncated(_, let available): "\(available) bytes"
      case .countTooLarge(let count, _, let available): "a count of \(count) before \(available) bytes"
      case .outOfBounds(let size): "a position outside \(size) bytes"
      }
    let isTruncation = if case .outOfBounds = error.reason { false } else { true }
    self.init(offset: error.offset, expected: "\(expected)", found: found, isTruncation: isTruncation)
  }
}

extension ClassFileError: CustomStringConvertible {
  /// One line for a person.
  public var description: String { "at byte \(offset): expected \(expected), found \(found)" }
}
