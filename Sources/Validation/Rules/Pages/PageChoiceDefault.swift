import Findings
import ModuleDescriptors

extension PackageRule {
  /// A choice's default is not among its choices.
  static let pageChoiceDefault: PackageRule = .init(
    Rule(
      id: "page.choice.default",
      severity: .warning,
      title: "A choice's default is not among its choices",
      what: "The `defaultSelection` of a `textChoice` or `numberChoice` counts past its last choice.",
      why: "There is nothing to select.",
      mend: "Number the choices from 0 and name one of them.",
      source: "package-format.md section 3.7"
    )
  ) { _, analysis in
    analysis.module.tabs.flatMap { tab in
      tab.fields.compactMap { field -> Finding? in
        guard let known = field.descriptor, let choices = known.kind.choices, !choices.choices.isEmpty,
          choices.defaultSelection >= choices.choices.count
        else { return nil }
        return analysis.tell(
          pageChoiceDefault.rule,
          "'\(known.name)' on the page '\(tab.name)' selects choice \(choices.defaultSelection), "
            + "but has choices 0 to \(choices.choices.count - 1)",
          symbol: known.variableID,
          at: ModuleAnalysis.location(field.position, function: tab.name)
        )
      }
    }
  }
}

extension GUIFieldKind {
  fileprivate var choices: GUIChoices? {
    switch self {
    case .textChoice(let choices), .numberChoice(let choices): choices
    default: nil
    }
  }
}
