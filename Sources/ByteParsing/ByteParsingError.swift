/// Why bytes could not be read, and where.
public struct ByteParsingError: Error, Equatable, Sendable {
  /// What went wrong.
  public enum Reason: Equatable, Sendable {
    /// `needed` bytes were asked for, only `available` are left.
    case truncated(needed: Int, available: Int)
    /// A count of `count` elements of at least `elementSize` bytes each cannot fit into the `available` bytes left.
    case countTooLarge(count: Int, elementSize: Int, available: Int)
    /// The position lies outside the `size` bytes there are.
    case outOfBounds(size: Int)
  }

  /// Where, in bytes from the start of what is read.
  public let offset: Int
  /// What went wrong there.
  public let reason: Reason

  /// An error of `reason` at `offset`.
  public init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }
}

extension ByteParsingError: CustomStringConvertible {
  /// One line for a person: what was expected, what was there, where.
  public var description: String {
    switch reason {
    case .truncated(let needed, let available):
      "at byte \(offset): expected \(needed) more bytes, found \(available)"
    case .countTooLarge(let count, let elementSize, let available):
      "at byte \(offset): a count of \(count) needs at least \(elementSize) bytes for each element, \(available) are left"
    case .outOfBounds(let size):
      "at byte \(offset): expected a position inside \(size) bytes"
    }
  }
}
