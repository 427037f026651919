import Findings
import ModuleDescriptors
import XMLTrees

extension PackageRule {
  /// A variable is read before it is declared.
  static let earlyReference: PackageRule = .init(
    Rule(
      id: "descriptor.reference.early",
      severity: .warning,
      title: "A variable is read before it is declared",
      what: "A statement reads a local variable that only a later statement declares, outside of any "
        + "loop.",
      why: "The value is null at that point, whatever the later statement stores.",
      mend: "Move the declaration up.",
      source: "runtime.md section 3"
    )
  ) { _, analysis in
    analysis.references.compactMap { resolved in
      let visit = analysis.visits[resolved.visit]
      let inLoop = visit.path.statements.dropLast().contains { statement in
        switch statement {
        case .forEachInList, .forEachInMap: true
        default: false
        }
      }
      guard case .later(let binding) = resolved.resolution, !inLoop, resolved.reference.access == .read else {
        return nil
      }
      return analysis.tell(
        earlyReference.rule,
        "'\(binding.name)' is read here, but declared only in line \(binding.position.line)",
        symbol: binding.name,
        at: analysis.location(resolved)
      )
    }
  }
}
