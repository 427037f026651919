import Findings
import Glibc

/// The words that every finding is told with, dressed once: a large jar may have thousands of findings.
struct FindingWords {
  private let style: TerminalStyle
  private let error, warning, notice: String
  private let symbol, platforms, place, reach, certainty, hint: String

  /// The words in a style.
  init(_ style: TerminalStyle) {
    self.style = style
    func severity(_ one: Severity) -> String { "  \(style("\(one.rawValue):", one.emphasis)) " }
    error = severity(.error)
    warning = severity(.warning)
    notice = severity(.notice)
    func label(_ text: String) -> String { "      \(style(text, .dim)) " }
    symbol = label("symbol:")
    platforms = label("on:")
    place = label("in:")
    reach = label("from:")
    certainty = label("certainty:")
    hint = label("hint:")
  }

  /// Writes a finding and the platforms that it holds on.
  func write(_ finding: Finding, on versions: [String], into out: inout TextBuffer) {
    switch finding.severity {
    case .error: out += error
    case .warning: out += warning
    case .notice: out += notice
    }
    if let place = finding.location.place {
      out.append(safe: place)
      out += ": "
    }
    out.append(safe: finding.message)
    out += " "
    out += style("[\(finding.rule.rawValue)]", .dim)
    out += "\n"
    func line(_ label: String, _ text: String) {
      out += label
      out.append(safe: text)
      out += "\n"
    }
    if let text = finding.symbol, !mentions(finding.message, text) { line(symbol, text) }
    if !versions.isEmpty { line(platforms, list(versions)) }
    if let inside = finding.location.inside { line(place, inside) }
    if let way = finding.reachedFrom { line(reach, ([way.entryPoint] + way.chain).joined(separator: " > ")) }
    if let grade = finding.certainty, grade != .certain { line(certainty, grade.meaning) }
    if let text = finding.hint { line(hint, text) }
  }

  /// Whether a text contains another, compared by bytes: `String.contains` readies a searcher at each call, which was a
  /// fortieth of a check with thousands of findings.
  private func mentions(_ text: String, _ part: String) -> Bool {
    var (text, part) = (text, part)
    return text.withUTF8 { text in
      part.withUTF8 { part in
        guard let base = text.baseAddress, let wanted = part.baseAddress, part.count <= text.count else {
          return part.isEmpty
        }
        return (0...text.count - part.count).contains {
          base[$0] == wanted[0] && memcmp(base + $0, wanted, part.count) == 0
        }
      }
    }
  }

  private func list(_ versions: [String]) -> String {
    guard versions.count > 6, let first = versions.first, let last = versions.last else {
      return versions.joined(separator: ", ")
    }
    return "\(counted(versions.count, "version")) from \(first) to \(last)"
  }
}
