import Findings
import ModuleDescriptors
import XMLTrees

extension PackageRule {
  /// A variable reference may mean several variables.
  static let ambiguousReference: PackageRule = .init(
    Rule(
      id: "descriptor.reference.ambiguous",
      severity: .warning,
      title: "A variable reference may mean several variables",
      what: "A statement refers by name to a variable, and several of that name are declared on one "
        + "level.",
      why: "Which of them the appliance takes is not known; sfm takes the first.",
      mend: "Refer by id, or rename one of them.",
      source: "package-format.md section 4"
    )
  ) { _, analysis in
    analysis.references.compactMap { resolved in
      guard case .ambiguous(let bindings) = resolved.resolution else { return nil }
      let places = bindings.lazy.map { "line \($0.position.line)" }.listed()
      return analysis.tell(
        ambiguousReference.rule,
        "'\(resolved.reference.text)' may mean \(bindings.count) variables (\(places))",
        symbol: resolved.reference.text,
        at: analysis.location(resolved)
      )
    }
  }
}
