/// The immutable name of a rule: dotted, lower-case, for ever (`zip.entry.duplicate`).
///
/// Suppressions, baselines and scripts match on it, never on a message's prose.
public struct RuleID: RawRepresentable, Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The dotted text.
  public let rawValue: String

  /// Wraps a dotted text as it is.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Lets a rule be named by a literal.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// The dotted text.
  public var description: String { rawValue }

  /// Byte order of the dotted texts.
  public static func < (a: RuleID, b: RuleID) -> Bool { a.rawValue < b.rawValue }
}
