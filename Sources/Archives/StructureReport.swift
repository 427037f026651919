import Findings

/// Gathers findings about structure, each with its place in the file.
struct StructureReport {
  /// A hostile archive may trip a rule at every entry; after this many more of one rule say nothing new.
  private var tally = FindingTally(most: 100)

  /// What was noted.
  var findings: [Finding] { tally.findings }
  /// Whether nothing was noted.
  var isEmpty: Bool { tally.isEmpty }

  /// Notes a defect at a byte offset, of an entry or of the archive as a whole.
  mutating func add(
    _ rule: Rule,
    _ message: @autoclosure () -> String,
    entry: String? = nil,
    at offset: Int?,
    hint: String? = nil
  ) {
    guard tally.tells(rule.id, rule.severity) else { return tally.count(rule.id, rule.severity) }
    var finding = Finding.archive(rule, message(), entry: entry, at: offset)
    finding.hint = hint
    tally.add(finding)
  }
}

extension Finding {
  /// A finding about an archive: the sentence ends with the byte offset, for whoever opens a hex editor.
  ///
  /// Names come from the archive as they are; in the sentence their control characters are replaced, so that no message
  /// drives a terminal.
  static func archive(_ rule: Rule, _ message: String, entry: String? = nil, at offset: Int? = nil) -> Finding {
    let place = offset.map { " (offset \($0))" } ?? ""
    let shown =
      message.unicodeScalars.contains(where: \.isMisleading)
      ? String(String.UnicodeScalarView(message.unicodeScalars.map { $0.isMisleading ? "\u{FFFD}" : $0 })) : message
    return Finding(rule, shown + place, symbol: entry, at: Location(entry: entry))
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character, a line or paragraph separator, or a direction mark.
  var isMisleading: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
