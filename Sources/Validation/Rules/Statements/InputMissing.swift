import Findings
import ModuleDescriptors

extension PackageRule {
  /// A statement without what it works on.
  static let inputMissing: PackageRule = .init(
    Rule(
      id: "statement.input.missing",
      severity: .warning,
      title: "A statement without what it works on",
      what: "An `if2` has no condition, a `switch` or `case` no value, a loop no list or map, an assignment no target.",
      why: "There is nothing to decide on, to go through, or to store in: what its author meant does not happen.",
      mend: "Open the statement in the designer and choose the missing part.",
      source: "package-format.md sections 3.3 and 3.4"
    )
  ) { _, analysis in
    analysis.visits.compactMap { visit in
      guard !analysis.isDisabled(visit), let missing = missingPart(of: visit.statement) else { return nil }
      return analysis.tell(
        inputMissing.rule,
        "this \(visit.statement.elementName) has no \(missing)",
        symbol: visit.statement.id,
        at: analysis.location(visit)
      )
    }
  }

  private static func missingPart(of statement: Statement) -> String? {
    switch statement {
    case .if(let block): block.condition == nil ? "condition" : nil
    case .switch(let block): isEmpty(block.input("condition")) ? "variable to switch on" : nil
    // A case may ask for the empty text.
    case .case(let block): block.input("condition") == nil ? "value" : nil
    case .forEachInList(let block): isEmpty(block.input("list")) ? "list" : nil
    case .forEachInMap(let block): isEmpty(block.input("map")) ? "map" : nil
    case .assignment(let assignment):
      if isEmpty(assignment.target) { "target" } else if assignment.value == nil { "value" } else { nil }
    default: nil
    }
  }

  private static func isEmpty(_ variable: Variable?) -> Bool { variable?.value.isEmpty ?? true }
}
