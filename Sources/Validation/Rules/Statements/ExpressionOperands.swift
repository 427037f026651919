import Findings
import ModuleDescriptors

extension PackageRule {
  /// An expression with too many or too few operands.
  static let expressionOperands: PackageRule = .init(
    Rule(
      id: "expression.operands.count",
      severity: .warning,
      title: "An expression with too many or too few operands",
      what: "A test of one value has not one operand, a comparison not two, or an and/or none.",
      why: "What is missing is null, and what is too much is not looked at.",
      mend: "Open the condition in the designer and choose its operands.",
      source: "package-format.md section 3.4"
    )
  ) { _, analysis in
    analysis.expressions.compactMap { visit, expression in
      let (name, count, expected): (String, Int, String)
      switch expression {
      case .nested(let nested):
        (name, count, expected) = (nested.joint.rawValue, nested.expressions.count, "at least one operand")
        if count > 0 { return nil }
      case .test(let test):
        guard let wanted = test.kind.operandCount, test.operands.count != wanted else { return nil }
        (name, count, expected) = (
          test.kind.rawValue, test.operands.count, wanted == 1 ? "one operand" : "two operands"
        )
      }
      return analysis.tell(
        expressionOperands.rule,
        "\(name) takes \(expected), and has \(count)",
        symbol: name,
        at: analysis.location(visit, at: expression.position)
      )
    }
  }
}

extension ExpressionKind {
  /// How many operands the kind takes; nil when it is not known.
  fileprivate var operandCount: Int? {
    switch self {
    case .isTrue, .isNotTrue, .isEmpty, .isNotEmpty: 1
    case .equal, .notEqual, .greater, .greaterEqual, .less, .lessEqual: 2
    default: nil
    }
  }
}
