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
      (tab.texts + tab.fields.flatMap { $0.descriptor?.texts ?? [] }).map { (tab.name, $0, $0.languages) }
    }.filter { !$0.2.isEmpty }
    var having: [String: Int] = [:]
    for (_, _, languages) in texts {
      for language in languages { having[language, default: 0] += 1 }
    }
    having[module.defaultLocale] = nil
    return having.sorted { $0.key < $1.key }.compactMap { language, count in
      // The first text without it is among the first that are one more than those that have it.
      guard count < texts.count, let (page, first, _) = texts.first(where: { !$0.2.contains(language) }) else {
        return nil
      }
      return analysis.tell(
        pageLanguageIncomplete.rule,
        "the language '\(language)' lacks \(texts.count - count) of \(texts.count) texts, the first of them "
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
