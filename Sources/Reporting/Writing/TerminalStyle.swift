/// How text for a terminal is dressed: with ANSI colours, or not at all.
public struct TerminalStyle: Hashable, Sendable {
  /// Whether escape sequences are written.
  public var isColoured: Bool

  /// Chooses colour.
  public init(isColoured: Bool) { self.isColoured = isColoured }

  /// No escape sequences.
  public static let plain = TerminalStyle(isColoured: false)

  /// The few ways a word stands out.
  public enum Emphasis: Sendable {
    /// A headline.
    case bold
    /// What matters less.
    case dim
    /// An error, a break.
    case red
    /// A warning, something possible.
    case yellow
    /// A notice.
    case blue
    /// All is well.
    case green

    fileprivate var code: String {
      switch self {
      case .bold: "1"
      case .dim: "2"
      case .red: "1;31"
      case .yellow: "1;33"
      case .blue: "1;34"
      case .green: "1;32"
      }
    }
  }

  /// `text` with an emphasis, when colours are on.
  public func callAsFunction(_ text: String, _ emphasis: Emphasis?) -> String {
    guard isColoured, let emphasis else { return text }
    return "\u{1B}[\(emphasis.code)m\(text)\u{1B}[0m"
  }
}

/// A text of untrusted origin as one terminal line: control characters become visible escapes.
///
/// A hostile package must not be able to move the cursor or recolour the screen.
public func terminalSafe(_ text: String) -> String {
  var bytes = text
  if bytes.withUTF8(isPrintableASCII) { return text }
  var safe = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": safe.append(contentsOf: "\\n".unicodeScalars)
    case "\r": safe.append(contentsOf: "\\r".unicodeScalars)
    case "\t": safe.append(contentsOf: "\\t".unicodeScalars)
    case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
      safe.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
    default: safe.append(scalar)
    }
  }
  return String(safe)
}

/// Whether a text is nothing but printable ASCII, as nearly every one is: one question a byte, and no way out between them,
/// so that the processor takes many bytes at once.
func isPrintableASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  text.reduce(0 as UInt8) { $0 | ($1 &- 0x20 > 0x5E ? 1 : 0) } == 0
}

/// `1 error`, `2 errors`: a count with its noun.
public func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
