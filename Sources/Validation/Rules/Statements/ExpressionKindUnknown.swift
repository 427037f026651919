import Findings
import ModuleDescriptors

extension PackageRule {
  /// An expression of a kind that was never seen.
  static let expressionKindUnknown: PackageRule = .init(
    Rule(
      id: "expression.kind.unknown",
      severity: .notice,
      title: "An expression of a kind that was never seen",
      what: "A condition has a test or a joint that is not among the known ones.",
      why: "The platform may know more of them, but a mistyped one means nothing to it. `sfm run` does not run it.",
      mend: "Check the spelling.",
      source: "package-format.md section 3.4"
    )
  ) { subject, analysis in
    analysis.expressions.compactMap { visit, expression in
      let (name, known): (String, [String])
      switch expression {
      case .nested(let nested): (name, known) = (nested.joint.rawValue, ExpressionOperator.known.map(\.rawValue))
      case .test(let test): (name, known) = (test.kind.rawValue, ExpressionKind.known.map(\.rawValue))
      }
      guard !known.contains(name) else { return nil }
      return analysis.tell(
        expressionKindUnknown.rule,
        "'\(name)' is no known expression",
        symbol: name,
        at: analysis.location(visit, at: expression.position),
        hint: subject.guessing.nearest(to: name, among: known, within: 3).suggestion
      )
    }
  }
}
