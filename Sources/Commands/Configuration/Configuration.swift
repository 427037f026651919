import Findings

/// What `.sfm.yml` says, merged over the defaults.
struct Configuration: Hashable, Sendable {
  /// The file it was read from; nil for the defaults alone.
  var file: String?
  /// Platform specifications to check against when the command line names none.
  var platforms: [String] = ["all"]
  /// The severity from which a finding fails the run.
  var failOn: Severity = .error
  /// Severities that replace a rule's own.
  var severities: [RuleID: Severity] = [:]
  /// Findings that are accepted.
  var suppressions: [Suppression] = []

  /// What applies when there is no file.
  static let defaults = Configuration()

  /// A finding with the severity that the configuration gives its rule.
  func regraded(_ finding: Finding) -> Finding {
    guard let severity = severities[finding.rule] else { return finding }
    var finding = finding
    finding.severity = severity
    return finding
  }

  /// The configuration as a file that would give it.
  var yaml: String {
    var out = "# \(file ?? "no .sfm.yml was found: these are the defaults")\n"
    out += "platforms: [\(platforms.map(quoted).joined(separator: ", "))]\n"
    out += "fail-on: \(failOn.rawValue)\n"
    out += severities.isEmpty ? "severities: {}\n" : "severities:\n"
    for (rule, severity) in severities.sorted(by: { $0.key < $1.key }) { out += "  \(rule): \(severity.rawValue)\n" }
    out += suppressions.isEmpty ? "suppressions: []\n" : "suppressions:\n"
    for suppression in suppressions {
      out += "  - rule: \(quoted(suppression.rule.pattern))\n"
      if let symbol = suppression.symbol { out += "    symbol: \(quoted(symbol.pattern))\n" }
      if let platform = suppression.platform { out += "    platform: \(quoted(platform.pattern))\n" }
      out += "    because: \(quoted(suppression.because))\n"
      if let until = suppression.until { out += "    until: \(quoted(until))\n" }
    }
    return out
  }

  /// A double-quoted YAML scalar: JSON's rules are a subset of YAML's.
  private func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\u{0}"..<"\u{20}": out += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
