import Findings
import ModuleDescriptors

extension PackageRule {
  /// A loop variable is used outside its loop.
  static let loopVariableOutside: PackageRule = .init(
    Rule(
      id: "descriptor.reference.loop",
      severity: .warning,
      title: "A loop variable is used outside its loop",
      what: "A statement reads `foreach_entry`, `foreach_key` or `foreach_value`, and no loop of that "
        + "kind is around it.",
      why: "The value is null there.",
      mend: "Copy the value to a variable inside the loop, and read that.",
      source: "package-format.md section 3.3"
    )
  ) { _, analysis in
    analysis.references.compactMap { resolved in
      guard case .outsideLoop(let name) = resolved.resolution else { return nil }
      return analysis.tell(
        loopVariableOutside.rule,
        "'\(name)' is used where no loop binds it",
        symbol: name,
        at: analysis.location(resolved)
      )
    }
  }
}
