import Findings
import ModuleDescriptors
import XMLTrees

extension PackageRule {
  /// A text with active HTML.
  static let pageHTMLActive: PackageRule = .init(
    Rule(
      id: "page.html.active",
      severity: .warning,
      title: "A text with active HTML",
      what: "A text or description of the module or of a configuration page holds a script, an event handler, an "
        + "embedded page or a `javascript:` link.",
      why: "It runs in the browser of the administrator who opens the page.",
      mend: "Keep to headings, paragraphs, lists, emphasis and plain links.",
      source: "package-format.md sections 3.7 and 4"
    )
  ) { _, analysis in
    let module = analysis.module
    return findings(module.texts, module.description, "the module", module.extras.position, page: nil)
      + module.tabs.flatMap { tab in
        findings(tab.texts, tab.description, "the page '\(tab.name)'", tab.extras.position, page: tab.name)
          + tab.fields.flatMap { field -> [Finding] in
            guard let known = field.descriptor else { return [] }
            let owner = "the field '\(known.name)'"
            return findings(known.texts, known.description, owner, known.extras.position, page: tab.name)
          }
      }
  }

  private static func findings(
    _ texts: [LocalizedText],
    _ description: String,
    _ owner: String,
    _ position: SourcePosition,
    page: String?
  ) -> [Finding] {
    var found = texts.flatMap { text in
      text.translations.compactMap { translation -> Finding? in
        guard let active = ActiveHTML.find(in: translation.text ?? "") else { return nil }
        return Finding(
          pageHTMLActive.rule,
          "the text (\(text.property), \(translation.language)) of \(owner) holds \(active)",
          symbol: text.key,
          at: ModuleAnalysis.location(text.extras.position, function: page)
        )
      }
    }
    if let active = ActiveHTML.find(in: description) {
      found.append(
        Finding(
          pageHTMLActive.rule,
          "the description of \(owner) holds \(active)",
          symbol: owner,
          at: ModuleAnalysis.location(position, function: page)
        )
      )
    }
    return found
  }
}
