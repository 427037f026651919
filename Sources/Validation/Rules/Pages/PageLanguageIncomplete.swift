import Findings
import ModuleDescriptors
import XMLTrees

extension PackageRule {
  /// A language that some texts lack.
  static let pageLanguageIncomplete: PackageRule = .init(
    Rule(
      id: "page.language.incomplete",
      severity: .notice,
      title: "A language that some texts lack",
      what: "Some texts of the configuration pages are translated into a language and others are not; told once for "
        + "each language, at the first text that lacks it. The default language has a rule of its own.",
      why: "Whoever uses that language sees two languages on one page.",
      mend: "Translate the rest.",
      source: "package-format.md section 3.7"
    )
  ) { _, analysis in
    let module = analysis.module
    let texts = module.tabs.flatMap { tab in
      (tab.texts + tab.fields.flatMap { $0.descriptor?.texts ?? [] }).map { (tab.name, $0) }
    }.filter { !$0.1.languages.isEmpty }
    let languages = Set(texts.flatMap { $0.1.languages }).subtracting([module.defaultLocale]).sorted()
    return languages.compactMap { language in
      let lacking = texts.filter { !$0.1.languages.contains(language) }
      guard let (page, first) = lacking.first else { return nil }
      return Finding(
        pageLanguageIncomplete.rule,
        "the language '\(language)' lacks \(lacking.count) of \(texts.count) texts, the first of them "
          + "(\(first.property)) on the page '\(page)'",
        symbol: language,
        at: ModuleAnalysis.location(first.extras.position, function: page)
      )
    }
  }
}

extension LocalizedText {
  /// The languages in which the text is not empty.
  fileprivate var languages: Set<String> {
    Set(translations.filter { !($0.text ?? "").isEmpty }.map(\.language))
  }
}
