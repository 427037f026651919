import Findings
import ModuleDescriptors

extension PackageRule {
  /// Statements behind a return or exit.
  static let statementUnreachable: PackageRule = .init(
    Rule(
      id: "statement.unreachable",
      severity: .notice,
      title: "Statements behind a return or exit",
      what: "A statement follows a `return` or `exit` in the same list.",
      why: "It never runs.",
      mend: "Remove it, or put the `return` into a branch.",
      source: "package-format.md section 3.3"
    )
  ) { _, analysis in
    analysis.blocks.compactMap { block in
      var leaves = false
      for index in block.members {
        let visit = analysis.visits[index]
        if visit.statement.disabled { continue }
        switch visit.statement {
        case .comment: continue
        case _ where leaves:
          return analysis.tell(
            statementUnreachable.rule,
            "'\(visit.statement.label)' stands behind a return or exit and never runs",
            symbol: visit.statement.id,
            at: analysis.location(visit)
          )
        case .return, .exit: leaves = true
        default: continue
        }
      }
      return nil
    }
  }
}
