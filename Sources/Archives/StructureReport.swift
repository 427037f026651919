import Findings

/// Gathers findings about structure, each with its place in the file.
struct StructureReport {
  /// A hostile archive may trip a rule at every entry; after this many more of one rule say nothing new.
  private static let mostOfOneRule = 100

  private(set) var findings: [Finding] = []
  private var counts: [RuleID: Int] = [:]

  /// Notes a defect at a byte offset, of an entry or of the archive as a whole.
  mutating func add(_ rule: Rule, _ message: String, entry: String? = nil, at offset: Int) {
    counts[rule.id, default: 0] += 1
    guard counts[rule.id, default: 0] <= Self.mostOfOneRule else { return }
    findings.append(.archive(rule, message, entry: entry, at: offset))
  }
}

extension Finding {
  /// A finding about an archive: the sentence ends with the byte offset, for whoever opens a hex editor.
  static func archive(_ rule: Rule, _ message: String, entry: String? = nil, at offset: Int? = nil) -> Finding {
    let place = offset.map { " (offset \($0))" } ?? ""
    return Finding(rule, message + place, symbol: entry, at: Location(entry: entry))
  }
}
