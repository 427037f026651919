import Findings
import ModuleDescriptors
import XMLTrees

extension PackageRule {
  /// A variable that nothing uses.
  static let variableUnused: PackageRule = .init(
    Rule(
      id: "variable.unused",
      severity: .notice,
      title: "A variable that nothing uses",
      what: "A module-level variable is on no page and no statement or timer refers to it, or a local "
        + "variable is declared and never used.",
      why: "It is dead weight, unless Java code reads it by its name.",
      mend: "Remove it, or use it.",
      source: "package-format.md section 4"
    )
  ) { _, analysis in
    let module = analysis.module
    // Positions compare as equal on purpose, so that a place is told by its numbers.
    var used: Set<[Int]> = []
    for resolved in analysis.references {
      if let binding = resolved.resolution.binding { used.insert(binding.position.numbers) }
    }
    var names: Set<String> = []
    for tab in module.tabs { names.formUnion(tab.fields.map(\.variableID)) }
    for case .timer(let timer) in module.entryPoints { names.insert(timer.variableID ?? "") }
    let settings = module.inputs.filter { input in
      !used.contains(input.position.numbers) && !names.contains(input.id ?? "") && !names.contains(input.name)
    }
    let locals = analysis.visits.filter { visit in
      guard case .variableDefinition(let definition) = visit.statement else { return false }
      return !used.contains(definition.extras.position.numbers)
    }
    return settings.compactMap { input in
      analysis.tell(
        variableUnused.rule,
        "nothing uses the module's variable '\(input.name)'",
        symbol: input.name,
        at: ModuleAnalysis.location(input.position)
      )
    }
      + locals.compactMap { visit in
        analysis.tell(
          variableUnused.rule,
          "nothing uses the local variable of '\(visit.statement.label)'",
          symbol: visit.statement.id,
          at: analysis.location(visit)
        )
      }
  }
}

extension SourcePosition {
  fileprivate var numbers: [Int] { [line, column] }
}
