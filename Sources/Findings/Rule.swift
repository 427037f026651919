/// A rule as its catalogue page tells it; `sfm explain` prints one.
public struct Rule: Hashable, Sendable {
  /// The rule's immutable name.
  public let id: RuleID
  /// The severity that its findings have unless configured otherwise.
  public let severity: Severity
  /// A headline of a few words.
  public let title: String
  /// What the rule looks at and when it speaks.
  public let what: String
  /// Why it matters to the people who run the module.
  public let why: String
  /// How to mend it.
  public let mend: String
  /// What the appliance itself says in this case, where known (package-format.md section 1).
  public let platformMessage: String?
  /// Where the fact comes from: a section of the specification, or a JVMS clause.
  public let source: String

  /// Writes a page of the catalogue.
  public init(
    id: RuleID,
    severity: Severity,
    title: String,
    what: String,
    why: String,
    mend: String,
    platformMessage: String? = nil,
    source: String
  ) {
    self.id = id
    self.severity = severity
    self.title = title
    self.what = what
    self.why = why
    self.mend = mend
    self.platformMessage = platformMessage
    self.source = source
  }
}
