import Findings
import ModuleDescriptors
import XMLTrees

extension PackageRule {
  /// Two cases of one value.
  static let caseRepeated: PackageRule = .init(
    Rule(
      id: "statement.case.repeated",
      severity: .warning,
      title: "Two cases of one value",
      what: "Two cases of one `switch` have the same literal.",
      why: "The first one that fits runs, and breaks by itself: the second one never does.",
      mend: "Correct the value, or join the two.",
      source: "package-format.md section 3.3; runtime.md section 3"
    )
  ) { _, analysis in
    analysis.blocks.flatMap { block in
      var lines: [String: Int] = [:]
      return block.members.compactMap { index -> Finding? in
        let visit = analysis.visits[index]
        guard case .case(let statement) = visit.statement, !statement.disabled,
          let condition = statement.input("condition"), !condition.valueByReference
        else { return nil }
        guard let earlier = lines[condition.value] else {
          lines[condition.value] = visit.statement.position.line
          return nil
        }
        return analysis.tell(
          caseRepeated.rule,
          "a case for '\(condition.value)' stands in line \(earlier) already",
          symbol: condition.value,
          at: analysis.location(visit)
        )
      }
    }
  }
}
