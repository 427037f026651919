import Findings
import ModuleDescriptors

extension PackageRule {
  /// An output that no statement sets.
  static let outputUnassigned: PackageRule = .init(
    Rule(
      id: "function.output.unassigned",
      severity: .notice,
      title: "An output that no statement sets",
      what: "A designer function declares an output, and neither an assignment nor a call's result goes to it.",
      why: "Whoever calls the function receives null.",
      mend: "Assign the output, or remove it.",
      source: "package-format.md sections 3.3 and 3.4"
    )
  ) { _, analysis in
    var assigned: [Int: Set<String>] = [:]
    for resolved in analysis.references where resolved.reference.access != .read {
      guard let binding = resolved.resolution.binding, binding.kind == .functionOutput else { continue }
      assigned[analysis.visits[resolved.visit].function, default: []].insert(binding.name)
    }
    return analysis.module.functions.enumerated().flatMap { index, function -> [Finding] in
      if function.statements.isEmpty { return [] }
      return function.outputs.filter { output in
        assigned[index]?.contains(output.name) != true && output.variable?.value.isEmpty == true
      }.compactMap { output in
        analysis.tell(
          outputUnassigned.rule,
          "no statement sets the output '\(output.name)' of '\(function.name)'",
          symbol: output.name,
          at: ModuleAnalysis.location(output.position, function: function.name)
        )
      }
    }
  }
}
