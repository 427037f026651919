import Findings
import ModuleDescriptors

extension PackageRule {
  /// A text is missing in the default language.
  static let pageTextMissing: PackageRule = .init(
    Rule(
      id: "page.text.missing",
      severity: .warning,
      title: "A text is missing in the default language",
      what: "A text of a configuration page has translations, but none in the module's default language.",
      why: "Whoever uses a language without a translation sees an empty text, since the default language "
        + "is what the others fall back to.",
      mend: "Add the text in the default language.",
      source: "package-format.md sections 3.7 and 4"
    )
  ) { _, analysis in
    let module = analysis.module
    if module.defaultLocale.isEmpty { return [] }  // That it is missing is told by another rule.
    let pages = module.tabs.flatMap { tab in
      tab.texts.map { (tab.name, $0) }
        + tab.fields.flatMap { field in (field.descriptor?.texts ?? []).map { (tab.name, $0) } }
    }
    return pages.compactMap { page, text in
      let isTranslated = text.translations.contains { !($0.text ?? "").isEmpty }
      guard isTranslated, (text[module.defaultLocale] ?? "").isEmpty else { return nil }
      return analysis.tell(
        pageTextMissing.rule,
        "a text (\(text.property)) on the page '\(page)' is missing in the default language '\(module.defaultLocale)'",
        symbol: text.key,
        at: ModuleAnalysis.location(text.extras.position, function: page)
      )
    }
  }
}
