public import Findings

/// A rule's page of the catalogue, as `sfm explain` prints it.
public struct RulePage: Sendable {
  private let rule: Rule

  /// The page of a rule.
  public init(_ rule: Rule) { self.rule = rule }

  /// The page for a terminal.
  public func text(_ style: TerminalStyle) -> String {
    var out = "\(style(rule.id.rawValue, .bold)) (\(style(rule.severity.rawValue, rule.severity.emphasis)))\n"
    out += rule.title + "\n"
    out += section("What", rule.what, style)
    out += section("Why it matters", rule.why, style)
    out += section("How to mend it", rule.mend, style)
    if let message = rule.platformMessage { out += section("The appliance says", message, style) }
    out += section("Source", rule.source, style)
    return out
  }

  /// The page as JSON, schema `sfm.rule/1`.
  public var json: JSONValue {
    .object([
      "schema": "sfm.rule/1", "id": .string(rule.id.rawValue), "severity": .string(rule.severity.rawValue),
      "title": .string(rule.title), "what": .string(rule.what), "why": .string(rule.why), "mend": .string(rule.mend),
      "platformMessage": rule.platformMessage.map(JSONValue.string), "source": .string(rule.source),
    ])
  }

  private func section(_ title: String, _ body: String, _ style: TerminalStyle) -> String {
    "\n\(style(title, .bold))\n\(wrapped(body, width: 78, indent: "  "))\n"
  }
}

/// A text broken at blanks so that no line is longer than `width` where that is possible.
func wrapped(_ text: String, width: Int, indent: String) -> String {
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var line = indent
    for word in paragraph.split(separator: " ") {
      if line.utf8.count > indent.utf8.count, line.count + 1 + word.count > width {
        lines.append(line)
        line = indent
      }
      line += line.utf8.count > indent.utf8.count ? " " + word : String(word)
    }
    lines.append(line)
  }
  return lines.joined(separator: "\n")
}
