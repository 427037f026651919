import Findings

extension FindingsReport {
  /// GitHub workflow commands: one annotation a finding, on the package's file or, in a project folder, on the file itself.
  public var github: String {
    var out = ""
    for (input, entries) in groups {
      if let failure = input.failure {
        out += annotation("error", [("file", input.path), ("title", "unreadable")], failure)
      }
      var limit = TellingLimit()
      for finding in entries.lazy.map(\.finding).filter({ limit.tells($0) }) + limit.rest(of: input.path) {
        var properties = [("file", file(of: finding, in: input))]
        if let line = finding.location.line {
          properties.append(("line", String(line)))
          if let column = finding.location.column { properties.append(("col", String(column))) }
        }
        properties.append(("title", finding.rule.rawValue))
        var message = finding.message
        if !input.isFolder, let place = finding.location.place { message = "\(place): \(message)" }
        if let platform = finding.platform { message += " (on \(platform))" }
        if let hint = finding.hint { message += "\n\(hint)" }
        out += annotation(finding.severity.rawValue, properties, message)
      }
    }
    return out
  }

  private func file(of finding: Finding, in input: Input) -> String {
    guard let place = input.place(of: finding.location), input.isFolder else { return input.path }
    return input.path + (input.path.hasSuffix("/") ? "" : "/") + place
  }

  private func annotation(_ command: String, _ properties: [(String, String)], _ message: String) -> String {
    let list = properties.map { "\($0)=\(escapedProperty($1))" }.joined(separator: ",")
    return "::\(command) \(list)::\(escapedData(message))\n"
  }

  /// `%` and line ends as the runner's command parser wants them; other control characters become visible.
  private func escapedData(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { terminalSafe(String($0)).replacing("%", with: "%25") }.joined(separator: "%0A")
  }

  /// Further `:` and `,`, which separate properties.
  private func escapedProperty(_ text: String) -> String {
    escapedData(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
