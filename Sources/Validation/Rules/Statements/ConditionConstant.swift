import Findings
import ModuleDescriptors

extension PackageRule {
  /// A condition that always has one result.
  static let conditionConstant: PackageRule = .init(
    Rule(
      id: "statement.condition.constant",
      severity: .notice,
      title: "A condition that always has one result",
      what: "A test of an `if2`, or the value of a `switch`, is made of literals only.",
      why: "The same branch runs each time. A variable's name that was entered as a literal looks like that.",
      mend: "Refer to the variable, or remove the branches that never run.",
      source: "package-format.md sections 3.3 and 3.4"
    )
  ) { _, analysis in
    analysis.visits.compactMap { visit in
      let constant: String? =
        switch visit.statement {
        case .if(let block): block.condition?.constantTest
        case .switch(let block):
          block.input("condition").flatMap { $0.valueByReference || $0.value.isEmpty ? nil : "'\($0.value)'" }
        default: nil
        }
      guard let constant, !analysis.isDisabled(visit) else { return nil }
      return analysis.tell(
        conditionConstant.rule,
        "this \(visit.statement.elementName) asks for a literal: \(constant)",
        symbol: visit.statement.id,
        at: analysis.location(visit)
      )
    }
  }
}

extension Expression {
  /// The first test that has literals only, as people write it; nil when all tests ask for a variable.
  fileprivate var constantTest: String? {
    switch self {
    case .test(let test):
      test.operands.isEmpty || test.operands.contains(where: \.valueByReference)
        ? nil : "\(test.kind) of \(test.operands.map { "'\($0.value)'" }.joined(separator: " and "))"
    case .nested(let nested): nested.expressions.lazy.compactMap(\.constantTest).first
    }
  }
}
