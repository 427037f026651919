import Findings

/// How many findings of one rule and severity the formats for people tell of an input: nobody reads beyond the first few
/// hundred, and a terminal, a job summary or an annotation list does not take tens of thousands. JSON has all.
struct TellingLimit {
  /// So many are told, as `validate` tells of a rule.
  static let most = 500

  private struct Count {
    var rule: RuleID
    var severity: Severity
    var found: Int
  }

  private var counts: [Count] = []
  /// Where the last finding was counted: mostly the next one is of the same rule.
  private var last = 0

  /// Whether a finding is told; what stands for many already always is.
  mutating func tells(_ finding: Finding) -> Bool {
    guard finding.occurrences == 1 else { return true }
    if !counts.indices.contains(last) || counts[last].rule != finding.rule
      || counts[last].severity != finding.severity
    {
      last = counts.firstIndex { $0.rule == finding.rule && $0.severity == finding.severity } ?? counts.count
      if last == counts.count {
        counts.append(Count(rule: finding.rule, severity: finding.severity, found: 0))
      }
    }
    counts[last].found += 1
    return counts[last].found <= Self.most
  }

  /// One finding for the rest of each rule that has more.
  func rest(of package: String) -> [Finding] {
    counts.compactMap { count in
      guard count.found > Self.most else { return nil }
      let more = count.found - Self.most
      return Finding(
        rule: count.rule,
        severity: count.severity,
        message: "and \(more) more of this rule; only the first \(Self.most) are told here, --format json has all",
        package: package,
        occurrences: more
      )
    }
  }
}
