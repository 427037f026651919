/// Gathers findings, of each rule no more than a number one by one; the rest are counted and told as one.
///
/// A hostile package may trip a rule at each of a hundred thousand places, and nobody reads beyond the first few hundred:
/// what telling costs is bounded, and what was found is still counted (``Finding/occurrences``).
public struct FindingTally: Sendable {
  /// What counts together.
  private struct Kind: Hashable {
    var rule: RuleID
    var severity: Severity
  }

  /// The findings of one kind.
  private struct Count {
    var told = 0
    var more = 0
    /// Where the last one that is told stands; the rest come behind it.
    var last = Location.package
  }

  /// How many findings of one rule and severity are told.
  public let most: Int
  private var told: [Finding] = []
  private var counts: [Kind: Count] = [:]
  /// The kinds of which some are not told, in the order in which that happened.
  private var cut: [Kind] = []

  /// A tally that tells so many of each rule and severity.
  public init(most: Int) { self.most = most }

  /// Whether one more of that rule and severity would be told: who makes findings at some cost asks first.
  public func tells(_ rule: RuleID, _ severity: Severity) -> Bool {
    counts[Kind(rule: rule, severity: severity)]?.told ?? 0 < most
  }

  /// Takes a finding.
  public mutating func add(_ finding: Finding) {
    guard tells(finding.rule, finding.severity) else {
      return count(finding.rule, finding.severity, finding.occurrences)
    }
    told.append(finding)
    counts[Kind(rule: finding.rule, severity: finding.severity), default: Count()].told += 1
    counts[Kind(rule: finding.rule, severity: finding.severity)]?.last = finding.location
  }

  /// Counts findings that are not told.
  public mutating func count(_ rule: RuleID, _ severity: Severity, _ occurrences: Int = 1) {
    let kind = Kind(rule: rule, severity: severity)
    if counts[kind]?.more ?? 0 == 0 { cut.append(kind) }
    counts[kind, default: Count()].more += occurrences
  }

  /// What is told, then one finding for the rest of each rule that has more.
  public var findings: [Finding] {
    told
      + cut.compactMap { kind in
        counts[kind].map { count in
          Finding(
            rule: kind.rule,
            severity: kind.severity,
            message: "and \(count.more) more of this rule; only the first \(count.told) are told",
            location: Location(entry: count.last.entry, line: count.last.line),
            occurrences: count.more
          )
        }
      }
  }

  /// Whether nothing was found.
  public var isEmpty: Bool { told.isEmpty }
}
