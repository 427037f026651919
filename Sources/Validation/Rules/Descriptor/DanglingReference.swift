import Findings
import ModuleDescriptors

extension PackageRule {
  /// A variable reference leads nowhere.
  static let danglingReference: PackageRule = .init(
    Rule(
      id: "descriptor.reference.dangling",
      severity: .error,
      title: "A variable reference leads nowhere",
      what: "A statement refers, by id or by name, to a variable that neither its function nor the module "
        + "declares.",
      why: "The appliance refuses the import, or reads null where the author expects a value.",
      mend: "Correct the id or name, or declare the variable with a `typedVarDef` before it is used.",
      platformMessage: "Variable referenced in variable 'X' not found",
      source: "package-format.md sections 1 (step 7), 3.4 and 4"
    )
  ) { _, analysis in
    analysis.references.compactMap { resolved in
      guard case .missing(let nearest) = resolved.resolution else { return nil }
      let reference = resolved.reference
      return analysis.tell(
        danglingReference.rule,
        "variable '\(reference.text)', referenced in '\(reference.parameter)', not found",
        symbol: reference.text,
        at: analysis.location(resolved),
        hint: nearest.suggestion
      )
    }
  }
}
