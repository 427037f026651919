import Findings
import ModuleDescriptors

extension PackageRule {
  /// Code that is switched off.
  static let codeDisabled: PackageRule = .init(
    Rule(
      id: "code.disabled",
      severity: .notice,
      title: "Code that is switched off",
      what: "A statement or function is disabled.",
      why: "It does not run; somebody who reads the module may think that it does.",
      mend: "Remove it once it is no longer needed.",
      source: "package-format.md section 4"
    )
  ) { _, analysis in
    let functions = analysis.module.functions.filter(\.disabled).compactMap { function in
      analysis.tell(
        codeDisabled.rule,
        "the function '\(function.name)' is switched off",
        symbol: function.id,
        at: ModuleAnalysis.location(function.extras.position, function: function.name)
      )
    }
    // Of nested disabled statements the outermost is enough.
    let statements = analysis.visits.filter { visit in
      if case .comment = visit.statement { return false }
      return visit.statement.disabled && !visit.path.statements.dropLast().contains(where: \.disabled)
    }
    return functions
      + statements.compactMap { visit in
        analysis.tell(
          codeDisabled.rule,
          "'\(visit.statement.label)' is switched off",
          symbol: visit.statement.id,
          at: analysis.location(visit)
        )
      }
  }
}
