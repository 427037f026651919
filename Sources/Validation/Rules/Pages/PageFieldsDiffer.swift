import Findings
import ModuleDescriptors

extension PackageRule {
  /// A page holds two different lists of fields.
  static let pageFieldsDiffer: PackageRule = .init(
    Rule(
      id: "page.fields.differ",
      severity: .warning,
      title: "A page holds two different lists of fields",
      what: "A configuration page has both `children` and `GUIDescriptors`, and they differ. Every "
        + "appliance writes them alike.",
      why: "Which of them is shown is not known.",
      mend: "Make them the same, or remove `children`.",
      source: "package-format.md section 3.7"
    )
  ) { _, analysis in
    analysis.module.tabs.compactMap { tab in
      guard let children = tab.children, children.map(\.shape) != tab.fields.map(\.shape) else { return nil }
      return Finding(
        pageFieldsDiffer.rule,
        "the page '\(tab.name)' lists other fields in children than in GUIDescriptors",
        symbol: tab.id,
        at: ModuleAnalysis.location(tab.extras.position, function: tab.name)
      )
    }
  }
}

extension GUIField {
  /// The field without the lines it stands on.
  fileprivate var shape: [String] {
    guard let field = descriptor else { return [variableID] }
    let texts = field.texts.flatMap { text in
      [text.key, text.property.rawValue] + text.translations.flatMap { [$0.language, $0.text ?? ""] }
    }
    return [field.kind.elementName, field.id, field.name, field.variableID, field.defaultValue] + texts
  }
}
