import Findings
import ModuleDescriptors

extension PackageRule {
  /// A text with active HTML.
  static let pageHTMLActive: PackageRule = .init(
    Rule(
      id: "page.html.active",
      severity: .warning,
      title: "A text with active HTML",
      what: "A text of the module or of a configuration page holds a script, an event handler, an "
        + "embedded page or a `javascript:` link.",
      why: "It runs in the browser of the administrator who opens the page.",
      mend: "Keep to headings, paragraphs, lists, emphasis and plain links.",
      source: "package-format.md sections 3.7 and 4"
    )
  ) { _, analysis in
    let module = analysis.module
    let texts =
      module.texts
      + module.tabs.flatMap { tab in tab.texts + tab.fields.flatMap { $0.descriptor?.texts ?? [] } }
    return texts.flatMap { text in
      text.translations.compactMap { translation -> Finding? in
        guard let active = ActiveHTML.find(in: translation.text ?? "") else { return nil }
        return Finding(
          pageHTMLActive.rule,
          "the text (\(text.property), \(translation.language)) holds \(active)",
          symbol: text.key,
          at: ModuleAnalysis.location(text.extras.position)
        )
      }
    }
  }
}
