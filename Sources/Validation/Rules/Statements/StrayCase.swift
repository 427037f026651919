import Findings
import ModuleDescriptors

extension PackageRule {
  /// A case outside of a switch, or something else inside one.
  static let strayCase: PackageRule = .init(
    Rule(
      id: "statement.case.stray",
      severity: .error,
      title: "A case outside of a switch, or something else inside one",
      what: "A `case` stands outside of a `switch`, or a `switch` holds a statement that is neither "
        + "`case` nor comment.",
      why: "A switch runs its cases only; the statement never runs.",
      mend: "Move the statement to where it belongs.",
      source: "package-format.md section 3.3"
    )
  ) { _, analysis in
    analysis.blocks.flatMap { block in
      let owner = block.owner.map { analysis.visits[$0].statement }
      let isSwitch = if case .switch = owner { true } else { false }
      return block.members.compactMap { index -> Finding? in
        let visit = analysis.visits[index]
        switch (visit.statement, isSwitch) {
        // A kind that is not known may be another kind of case, such as one for all other values.
        case (.case, true), (.comment, _), (.unknown, _): return nil
        case (.case, false):
          return analysis.tell(
            strayCase.rule,
            "this case stands in no switch",
            symbol: "case",
            at: analysis.location(visit)
          )
        case (let statement, true):
          return analysis.tell(
            strayCase.rule,
            "a switch holds cases only, not <\(statement.elementName)>",
            symbol: statement.elementName,
            at: analysis.location(visit)
          )
        default: return nil
        }
      }
    }
  }
}
