import Findings
import ModuleDescriptors

extension PackageRule {
  /// A field of a page is bound to no variable.
  static let pageVariableDangling: PackageRule = .init(
    Rule(
      id: "page.variable.dangling",
      severity: .error,
      title: "A field of a page is bound to no variable",
      what: "A field of a configuration page names a module-level variable that does not exist. Headlines "
        + "and texts need none.",
      why: "The page cannot show or store the value.",
      mend: "Bind the field to a variable of the module, or remove it.",
      source: "package-format.md sections 3.7 and 4"
    )
  ) { _, analysis in
    let ids = Set(analysis.module.inputs.compactMap(\.id))
    return analysis.module.tabs.flatMap { tab in
      tab.fields.compactMap { field -> Finding? in
        guard case .known(let known) = field, known.kind.holdsValue, !ids.contains(known.variableID) else { return nil }
        let isUnbound = known.variableID.isEmpty
        var found = Finding(
          pageVariableDangling.rule,
          "the field '\(known.name)' on the page '\(tab.name)' is bound to "
            + (isUnbound ? "no variable" : "the variable '\(known.variableID)', which the module does not have"),
          symbol: isUnbound ? known.name : known.variableID,
          at: ModuleAnalysis.location(field.position, function: tab.name)
        )
        // What names nothing is no reference that the import could miss.
        if isUnbound { found.severity = .warning }
        return found
      }
    }
  }
}
