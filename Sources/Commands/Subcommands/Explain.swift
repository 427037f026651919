import ArgumentParser
import Findings
import Reporting

/// `sfm explain RULE`.
struct Explain: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a rule means, why it matters and how to mend it.",
    discussion: discussion(
      "Without a rule, lists all of them. A pattern lists those that match.",
      examples: [
        "sfm explain zip.entry.duplicate", "sfm explain 'link.*'", "sfm explain --format json function.unused",
      ]
    )
  )

  @Argument(help: ArgumentHelp("The rule's id, or a pattern with * and ?.", valueName: "rule"))
  var rule: String?

  @Option(help: "How to print it: text or json.")
  var format: DocumentFormat = .text

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let catalogue = KnownRules.catalogue
    if let rule, let page = catalogue[RuleID(rawValue: rule)].map(RulePage.init) {
      context.print(format == .json ? page.json.text : page.text(context.outputStyle))
      return .clean
    }
    let pattern = Glob(rule ?? "*")
    let matching = catalogue.rules.filter { pattern.matches($0.id.rawValue) }
    guard !matching.isEmpty else {
      let nearest = catalogue.nearest(to: pattern.pattern).map { "`\($0)`" }
      let hint = nearest.isEmpty ? "`sfm explain` lists all rules" : "did you mean \(nearest.joined(separator: ", "))?"
      throw .usage("there is no rule `\(pattern.pattern)`; \(hint)")
    }
    if format == .json {
      context.print(
        JSONValue.object([
          "schema": "sfm.rules/1",
          "rules": .array(
            matching.map {
              .object([
                "id": .string($0.id.rawValue), "severity": .string($0.severity.rawValue), "title": .string($0.title),
              ])
            }
          ),
        ]).text
      )
    } else {
      var table = TextTable()
      for rule in matching {
        table.add(
          TextTable.Cell(rule.id.rawValue),
          TextTable.Cell(rule.severity.rawValue, rule.severity.emphasis),
          TextTable.Cell(rule.title)
        )
      }
      context.print(table.text(context.outputStyle))
    }
    return .clean
  }
}
