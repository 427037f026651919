/// The formats in which findings are told.
public enum FindingsFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text
  /// `sfm.findings/1`.
  case json
  /// SARIF 2.1.0.
  case sarif
  /// JUnit XML.
  case junit
  /// GitHub workflow commands.
  case github
  /// For pull requests and job summaries.
  case markdown
}

extension FindingsReport {
  /// The whole report in a format; `style` and `width` only matter to text.
  public func rendered(
    _ format: FindingsFormat,
    style: TerminalStyle = .plain,
    width: Int = 100,
    toolVersion: String
  ) -> String {
    switch format {
    case .text: text(style, width: width)
    case .json: json.text
    case .sarif: sarif(toolVersion: toolVersion).text
    case .junit: junit
    case .github: github
    case .markdown: markdown
    }
  }
}
