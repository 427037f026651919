public import Findings
public import XMLTrees

/// Something in a descriptor that is not as the format says but does not keep the rest from being read.
public struct DescriptorDefect: Hashable, Sendable {
  /// Which rule speaks.
  public var rule: Rule
  /// One sentence with the element, what was there and what was expected.
  public var message: String
  /// The element's name.
  public var element: String
  /// Where the element begins.
  public var position: SourcePosition
  /// The id of the function it lies in, if it does.
  public var function: String?
  /// The path of statements it lies in, if it does.
  public var statement: String?

  /// The entry that every descriptor is.
  public static let entry = "module-descriptor.xml"

  /// The defect as a finding.
  public var finding: Finding {
    Finding(
      rule,
      message,
      symbol: element,
      at: Location(
        entry: Self.entry,
        line: position.line == 0 ? nil : position.line,
        column: position.column == 0 ? nil : position.column,
        function: function,
        statement: statement
      )
    )
  }
}

/// Why a descriptor cannot be read at all.
public enum DescriptorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is no XML that can be trusted.
  case malformed(XMLError)
  /// It is XML, but its root is another element.
  case root(found: String, position: SourcePosition)

  /// The rule that stands for the error.
  public var rule: Rule {
    switch self {
    case .malformed: DescriptorRules.malformed
    case .root: DescriptorRules.root
    }
  }

  /// Where.
  public var position: SourcePosition {
    switch self {
    case .malformed(let error): error.position
    case .root(_, let position): position
    }
  }

  /// How to mend it.
  public var mend: String {
    switch self {
    case .malformed(let error): error.mend
    case .root: "the entry must be the descriptor that the appliance exports; its root is <module>"
    }
  }

  /// One sentence: place, reason, mend.
  public var description: String {
    switch self {
    case .malformed(let error): error.description
    case .root(let found, let position):
      "line \(position.line), column \(position.column): the root element is <\(found)>, not <module>; \(mend)"
    }
  }

  /// The error as a finding.
  public var finding: Finding {
    let message =
      switch self {
      case .malformed(let error): error.message
      case .root(let found, _): "the root element is <\(found)>, not <module>"
      }
    return Finding(
      rule,
      message,
      at: Location(
        entry: DescriptorDefect.entry,
        line: position.line == 0 ? nil : position.line,
        column: position.column == 0 ? nil : position.column
      ),
      hint: mend
    )
  }
}
