/// A finding that its author accepts, and why.
public struct Suppression: Hashable, Sendable {
  /// Which rules: an id or a pattern of ids.
  public var rule: Glob
  /// Which symbols; nil is all.
  public var symbol: Glob?
  /// Which platform versions, by a pattern or by what they begin with (`7.3`); nil is all.
  public var platform: Glob?
  /// Why it is accepted. Required: an exception that nobody can explain is a bug.
  public var because: String
  /// The last day it holds, as `yyyy-MM-dd`; nil is for ever.
  public var until: String?

  /// Accepts findings.
  public init(rule: Glob, symbol: Glob? = nil, platform: Glob? = nil, because: String, until: String? = nil) {
    self.rule = rule
    self.symbol = symbol
    self.platform = platform
    self.because = because
    self.until = until
  }

  /// Whether it covers `finding` on the day `today` (`yyyy-MM-dd`).
  public func covers(_ finding: Finding, today: String) -> Bool {
    if hasExpired(on: today) { return false }
    guard rule.matches(finding.rule.rawValue) else { return false }
    if let symbol, !symbol.matches(finding.symbol ?? "") { return false }
    guard let platform else { return true }
    let version = finding.platform ?? ""
    return platform.matches(version) || version.hasPrefix(platform.pattern + ".")
  }

  /// Whether its last day was before `today` (`yyyy-MM-dd`).
  public func hasExpired(on today: String) -> Bool { until.map { $0 < today } ?? false }
}

/// What is left of findings after suppressions, and what the suppressions did.
public struct SuppressionOutcome: Sendable {
  /// The findings that no suppression covers, in their order.
  public var kept: [Finding]
  /// How many were covered.
  public var suppressed: Int
  /// The suppressions that covered nothing: out of date, or mistyped.
  public var unused: [Suppression]
}

extension Sequence where Element == Finding {
  /// Splits findings by `suppressions` as of the day `today` (`yyyy-MM-dd`).
  public func applying(_ suppressions: [Suppression], today: String) -> SuppressionOutcome {
    guard !suppressions.isEmpty else { return SuppressionOutcome(kept: Array(self), suppressed: 0, unused: []) }
    var used: Set<Int> = []
    var kept: [Finding] = []
    var suppressed = 0
    for finding in self {
      let covering = suppressions.indices.filter { suppressions[$0].covers(finding, today: today) }
      if covering.isEmpty {
        kept.append(finding)
      } else {
        suppressed += 1
        used.formUnion(covering)
      }
    }
    let unused = suppressions.indices.filter { !used.contains($0) }.map { suppressions[$0] }
    return SuppressionOutcome(kept: kept, suppressed: suppressed, unused: unused)
  }
}
