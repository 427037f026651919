public import Findings

extension FindingsReport {
  /// The findings for people at a terminal: grouped by package, worst things coloured when `style` says so.
  ///
  /// One finding on several platforms is told once, with all of them.
  public func text(_ style: TerminalStyle, width: Int = 100) -> String {
    var out = TextBuffer()
    let words = FindingWords(style)
    for (input, entries) in groups where input.failure != nil || !entries.isEmpty {
      if !out.isEmpty { out += "\n" }
      out += style(terminalSafe(input.path), .bold) + "\n"
      if let failure = input.failure { out += "  \(style("unreadable:", .red)) \(terminalSafe(failure))\n" }
      var limit = TellingLimit()
      tell(entries) { finding, platforms in
        if limit.tells(finding) { words.write(finding, on: platforms, into: &out) }
      }
      for finding in limit.rest(of: input.path) { words.write(finding, on: [], into: &out) }
    }
    if let matrix, !matrix.rows.isEmpty {
      if !out.isEmpty { out += "\n" }
      out += matrix.text(style, width: width)
    }
    return out.text
  }

  /// What the run comes to, in one line: counts by severity, what was hidden, how many packages.
  public var summary: String {
    var counts: [String] = []
    if count(.error) > 0 { counts.append(counted(count(.error), "error")) }
    if count(.warning) > 0 { counts.append(counted(count(.warning), "warning")) }
    if count(.notice) > 0 { counts.append(counted(count(.notice), "notice")) }
    if counts.isEmpty { counts = ["no findings"] }
    var line = counts.joined(separator: ", ") + " in " + counted(inputs.count, "package")
    let unreadable = inputs.count { $0.failure != nil }
    if unreadable > 0 { line += ", \(unreadable) unreadable" }
    var hidden: [String] = []
    if suppressed > 0 { hidden.append("\(suppressed) suppressed") }
    if baselined > 0 { hidden.append("\(baselined) in the baseline") }
    if !hidden.isEmpty { line += " (" + hidden.joined(separator: ", ") + ")" }
    let cells = matrix?.rows.flatMap(\.cells) ?? []
    let unknown = cells.reduce(0) { $0 + $1.unknownReferences }
    if unknown > 0 {
      let judged = cells.reduce(0) { $0 + $1.judgedReferences }
      line += "; \(counted(judged, "reference")) judged, \(unknown) unknown to the manifests"
    }
    return line
  }

  /// Remarks about the configuration that no package caused: suppressions without effect, a baseline that has shrunk.
  public var remarks: [String] {
    var remarks = unusedSuppressions.map { suppression in
      let symbol = suppression.symbol.map { ", symbol `\($0.pattern)`" } ?? ""
      let platform = suppression.platform.map { ", platform `\($0.pattern)`" } ?? ""
      let until = suppression.until.map { ", until \($0)" } ?? ""
      let trouble = today.map(suppression.hasExpired) == true ? "has expired" : "covers nothing"
      return "this suppression \(trouble): rule `\(suppression.rule.pattern)`\(symbol)\(platform)\(until)"
    }
    if fixed > 0 {
      remarks.append(
        "\(counted(fixed, "baseline entry", plural: "baseline entries")) no longer found; "
          + "--update-baseline removes them"
      )
    }
    return remarks
  }

  /// A finding, told once for the platforms it holds on.
  private struct Told {
    var entry: Entry
    var platforms: [String]
  }

  /// A finding as a key: told apart by everything, hashed by the little that tells most apart.
  private struct Bare: Hashable {
    var finding: Finding

    func hash(into hasher: inout Hasher) {
      hasher.combine(finding.location.entry)
      hasher.combine(finding.location.line)
      hasher.combine(finding.location.column)
      hasher.combine(finding.symbol)
      hasher.combine(finding.message)
    }
  }

  private func tell(_ entries: ArraySlice<Entry>, _ tell: (Finding, [String]) -> Void) {
    // They stand in the order of platforms. On a single one nothing is said twice but what was found twice.
    if let platform = entries.first?.finding.platform, entries.last?.finding.platform == platform {
      let platforms = [platform]
      for place in entries.indices where place == entries.startIndex || !entries.repeats(place) {
        tell(entries[place].finding, platforms)
      }
      return
    }
    var order: [Told] = []
    var index: [Bare: Int] = [:]
    for entry in entries {
      var bare = entry.finding
      bare.platform = nil
      let key = Bare(finding: bare)
      if let known = index[key] {
        if let platform = entry.finding.platform { order[known].platforms.append(platform) }
      } else {
        index[key] = order.count
        order.append(Told(entry: entry, platforms: entry.finding.platform.map { [$0] } ?? []))
      }
    }
    for told in order { tell(told.entry.finding, told.platforms) }
  }
}

extension ArraySlice<FindingsReport.Entry> {
  /// Whether an entry's finding is that of the entry before. Nearly always the first few tell, and none is copied then.
  fileprivate func repeats(_ place: Int) -> Bool {
    self[place].finding.location.line == self[place - 1].finding.location.line
      && self[place].finding.message == self[place - 1].finding.message
      && self[place].finding == self[place - 1].finding
  }
}

extension Location {
  /// `entry:line:column` as far as it is known; nil for the package as a whole.
  var place: String? {
    guard let entry else { return nil }
    guard let line else { return entry }
    return column.map { "\(entry):\(line):\($0)" } ?? "\(entry):\(line)"
  }

  /// The function, and the path of statements in it, as far as they are known; a Java method as a stack trace names it.
  var inside: String? {
    guard let function, let statement else {
      return (function ?? statement).map { name in frame.map { "\(name)(\($0))" } ?? name }
    }
    return "\(function) > \(statement)"
  }

  /// `CheckModuleLicense.java:110`.
  private var frame: String? {
    guard let file = source?.split(separator: "/").last else { return nil }
    return line.map { "\(file):\($0)" } ?? String(file)
  }
}

extension Certainty {
  /// The grade and what it means, for people.
  var meaning: String {
    switch self {
    case .certain: "certain"
    case .possible: "possible (much speaks for it, nothing proves it)"
    case .unreachable: "unreachable (no entry point leads there)"
    case .guarded: "guarded (the code catches the error)"
    }
  }
}

extension Severity {
  /// How a severity stands out at a terminal.
  public var emphasis: TerminalStyle.Emphasis {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .notice: .blue
    }
  }
}
