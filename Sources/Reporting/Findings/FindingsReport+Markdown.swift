import Findings

extension FindingsReport {
  /// The report for a pull request or a job summary: a summary line, the matrix, a table for each package with findings.
  public var markdown: String {
    var out = "**\(fails || hasUnreadableInput ? "Failed" : "Passed")**: \(summary)\n"
    if let matrix, !matrix.rows.isEmpty { out += "\n" + matrix.markdown }
    for (input, entries) in groups where input.failure != nil || !entries.isEmpty {
      out += "\n### \(markdownEscaped(input.path))\n\n"
      if let failure = input.failure { out += "Could not be read: \(markdownEscaped(failure))\n" }
      if entries.isEmpty { continue }
      out += "| severity | where | what | rule |\n|---|---|---|---|\n"
      var limit = TellingLimit()
      for finding in entries.lazy.map(\.finding).filter({ limit.tells($0) }) + limit.rest(of: input.path) {
        var what = markdownEscaped(finding.message)
        if let platform = finding.platform { what += " (on \(markdownEscaped(platform)))" }
        if let reach = finding.reachedFrom {
          what += "<br>from " + markdownCode(([reach.entryPoint] + reach.chain).joined(separator: " > "))
        }
        if let hint = finding.hint { what += "<br>*\(markdownEscaped(hint))*" }
        let place = markdownCode(finding.location.place ?? "")
        out += "| \(finding.severity.rawValue) | \(place) | \(what) | \(markdownCode(finding.rule.rawValue)) |\n"
      }
    }
    return out
  }
}
