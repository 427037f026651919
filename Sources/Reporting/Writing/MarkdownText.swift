/// A text made safe for a cell of a Markdown table: on one line, nothing in it is markup.
func markdownEscaped(_ text: String) -> String {
  var escaped = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "|", "#", "~":
      escaped.append("\\")
      escaped.append(scalar)
    case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
    case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
    case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
    case "\n", "\r": escaped.append(" ")
    case "\u{0}"..<"\u{20}": escaped.append("\u{FFFD}")
    default: escaped.append(scalar)
    }
  }
  return String(escaped)
}

/// A text as inline code for a Markdown table cell.
func markdownCode(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  if line.isEmpty { return "" }
  let ticks = line.contains("`") ? "``" : "`"
  let pad = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
  return ticks + pad + line.replacing("|", with: "\\|") + pad + ticks
}
