/// Why a text is no XML document that can be trusted: one reason, one place, one way to mend it.
public struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// There are no bytes.
    case empty
    /// The encoding is not UTF-8.
    case encoding
    /// The text breaks XML's grammar; libxml2's own error number.
    case syntax(code: Int32)
    /// It has a document type declaration, which no descriptor needs and which is how XML attacks begin.
    case documentType
    /// It passes a limit.
    case limit
    /// The text ends too early.
    case truncated
  }

  /// What is wrong.
  public var kind: Kind
  /// One sentence.
  public var message: String
  /// Where.
  public var position: SourcePosition
  /// How to mend it.
  public var mend: String

  /// Makes an error.
  public init(_ kind: Kind, _ message: String, at position: SourcePosition, mend: String) {
    self.kind = kind
    self.message = message
    self.position = position
    self.mend = mend
  }

  /// `line 3, column 7: message; mend`.
  public var description: String {
    let place = position.line == 0 ? "" : "line \(position.line), column \(position.column): "
    return "\(place)\(message); \(mend)"
  }
}
