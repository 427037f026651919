import Findings
import ModuleDescriptors

extension PackageRule {
  /// An else without its if.
  static let strayElse: PackageRule = .init(
    Rule(
      id: "statement.else.stray",
      severity: .error,
      title: "An else without its if",
      what: "An `else` does not directly follow an `if2` (comments aside).",
      why: "It has no condition to be the other side of.",
      mend: "Move it behind its `if2`.",
      source: "package-format.md section 3.3"
    )
  ) { _, analysis in
    analysis.blocks.flatMap { block in
      var followsIf = false
      return block.members.compactMap { index -> Finding? in
        let visit = analysis.visits[index]
        defer {
          switch visit.statement {
          // A kind that is not known may be a condition, too.
          case .if, .unknown: followsIf = true
          case .comment: break
          default: followsIf = false
          }
        }
        guard case .else = visit.statement, !followsIf else { return nil }
        return analysis.tell(strayElse.rule, "this else follows no if2", symbol: "else", at: analysis.location(visit))
      }
    }
  }
}
