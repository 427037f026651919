import Findings
import ModulePackages
import Yams

extension Configuration {
  /// Reads a configuration over the defaults; every problem is told, with its line.
  ///
  /// - Parameters:
  ///   - yaml: the file's text.
  ///   - file: its path, for messages.
  ///   - catalogue: the rules that may be named.
  init(yaml: String, file: String, catalogue: RuleCatalogue) throws(CommandError) {
    self = .defaults
    self.file = file
    if yaml.allSatisfy({ $0.isWhitespace }) { return }
    let root: Node
    do throws(ProjectError) {
      root = try SourceNodes.compose(yaml, file: file)
    } catch {
      throw .usage(error.description)
    }
    let nodes = SourceNodes(file: file)
    let fields = nodes.fields(root, "the configuration", ["platforms", "fail-on", "severities", "suppressions"])
    if let node = fields["platforms"] { platforms = Self.platforms(node, nodes) }
    if let node = fields["fail-on"] { failOn = Self.severity(node, "fail-on", nodes) }
    if let node = fields["severities"] {
      for field in nodes.pairs(node, "severities") {
        Self.check(field.key, field.keyNode, catalogue, nodes)
        severities[RuleID(rawValue: field.key)] = Self.severity(field.value, field.key, nodes)
      }
    }
    if let node = fields["suppressions"] {
      suppressions = nodes.elements(node, "suppressions").compactMap { Self.suppression($0, catalogue, nodes) }
    }
    guard nodes.problems.isEmpty else {
      throw .usage(nodes.problems.map(\.description).joined(separator: "\n"))
    }
  }

  private static func platforms(_ node: Node, _ nodes: SourceNodes) -> [String] {
    if case .sequence = node { return nodes.elements(node, "platforms").map { nodes.text($0, "a platform") } }
    return nodes.text(node, "platforms").split(separator: ",").map { word in
      String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func severity(_ node: Node, _ what: String, _ nodes: SourceNodes) -> Severity {
    Severity(rawValue: nodes.word(node, what, of: Severity.allCases.map(\.rawValue))) ?? .error
  }

  private static func suppression(
    _ node: Node,
    _ catalogue: RuleCatalogue,
    _ nodes: SourceNodes
  ) -> Suppression? {
    let fields = nodes.fields(node, "a suppression", ["rule", "symbol", "platform", "because", "until"])
    func text(_ key: String) -> String? { fields[key].map { nodes.text($0, key) } }
    guard let rule = text("rule") else {
      nodes.report(
        node,
        "a suppression needs a rule",
        hint: "`rule: zip.entry.duplicate`, or a pattern such as `zip.*`"
      )
      return nil
    }
    if let ruleNode = fields["rule"] { check(rule, ruleNode, catalogue, nodes) }
    guard let because = text("because"), !because.isEmpty else {
      nodes.report(node, "the suppression of \(rule) has no reason", hint: "add `because: …`")
      return nil
    }
    if let until = fields["until"], !isDay(nodes.text(until, "until")) {
      nodes.report(until, "`until` must be a day such as 2027-01-31")
    }
    return Suppression(
      rule: Glob(rule),
      symbol: text("symbol").map { Glob($0) },
      platform: text("platform").map { Glob($0) },
      because: because,
      until: text("until")
    )
  }

  /// Notes a rule or pattern that no known rule matches: a mistyped one would never do anything.
  private static func check(_ rule: String, _ node: Node, _ catalogue: RuleCatalogue, _ nodes: SourceNodes) {
    let pattern = Glob(rule)
    if catalogue.rules.contains(where: { pattern.matches($0.id.rawValue) }) { return }
    let nearest = catalogue.nearest(to: rule).first.map { "did you mean \"\($0)\"?" }
    nodes.report(node, "there is no rule \"\(rule)\"", hint: nearest ?? "`sfm explain` lists all rules")
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let month = Int(parts[1]), let day = Int(parts[2]), Int(parts[0]) != nil
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }
}
