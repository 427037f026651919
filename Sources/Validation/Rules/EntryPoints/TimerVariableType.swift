import Findings
import ModuleDescriptors

extension PackageRule {
  /// A timer entry point goes by a variable that is no timer.
  static let timerVariableType: PackageRule = .init(
    Rule(
      id: "entrypoint.timer.variable",
      severity: .warning,
      title: "A timer entry point goes by a variable that is no timer",
      what: "A `timerEntryPoint`'s `referencedVariable` is not of the type `TIMER_SETTINGS`.",
      why: "Its value holds no times: the timer does not fire as the page says.",
      mend: "Choose a variable of the type `TIMER_SETTINGS`.",
      source: "package-format.md section 3.5"
    )
  ) { _, analysis in
    var variables: [String: Variable?] = [:]
    for input in analysis.module.inputs {
      for name in [input.id ?? "", input.name] where variables[name] == nil { variables[name] = .some(input.variable) }
    }
    return analysis.module.entryPoints.compactMap { point in
      guard case .timer(let timer) = point, let id = timer.variableID, !id.isEmpty,
        let variable = variables[id] ?? nil,
        variable.type != .timerSettings
      else { return nil }
      return analysis.tell(
        timerVariableType.rule,
        "'\(timer.name)' goes by the variable '\(variable.name)', which is a \(variable.type)",
        symbol: variable.name,
        at: ModuleAnalysis.location(point.position, function: point.label)
      )
    }
  }
}
