import Findings
import ModuleDescriptors

extension PackageRule {
  /// Two fields are bound to one variable.
  static let pageVariableRepeated: PackageRule = .init(
    Rule(
      id: "page.variable.repeated",
      severity: .notice,
      title: "Two fields are bound to one variable",
      what: "Two fields of the module's configuration pages store into the same variable.",
      why: "Saved together, one of the two values is lost.",
      mend: "Bind one of them to a variable of its own, or remove it.",
      source: "package-format.md section 3.7"
    )
  ) { _, analysis in
    var first: [String: String] = [:]
    return analysis.module.tabs.flatMap { tab in
      tab.fields.compactMap { field -> Finding? in
        guard let known = field.descriptor, known.kind.holdsValue, !known.variableID.isEmpty else { return nil }
        guard let earlier = first[known.variableID] else {
          first[known.variableID] = "'\(known.name)' on the page '\(tab.name)'"
          return nil
        }
        return analysis.tell(
          pageVariableRepeated.rule,
          "the field '\(known.name)' on the page '\(tab.name)' stores into the variable of \(earlier)",
          symbol: known.variableID,
          at: ModuleAnalysis.location(field.position, function: tab.name)
        )
      }
    }
  }
}
