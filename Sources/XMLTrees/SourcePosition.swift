/// Where in a text something begins.
///
/// Two positions always compare equal: where a value stood is no part of what it is, so a tree that was read equals
/// the same tree made by hand.
public struct SourcePosition: Hashable, Sendable {
  /// The line, from 1; 0 when the value was never read from a text.
  public var line: Int { Int(storedLine) }
  /// The column in bytes, from 1; 0 when unknown.
  public var column: Int { Int(storedColumn) }

  private let storedLine: Int32
  private let storedColumn: Int32

  /// A place in a text; values out of range become "unknown".
  public init(line: Int, column: Int) {
    storedLine = Int32(exactly: line) ?? 0
    storedColumn = Int32(exactly: column) ?? 0
  }

  /// The position of something that was made, not read.
  public static let none = SourcePosition(line: 0, column: 0)

  /// True: positions never tell values apart.
  public static func == (a: SourcePosition, b: SourcePosition) -> Bool { true }

  /// Adds nothing, as equality asks.
  public func hash(into hasher: inout Hasher) {}
}
