import Findings
import ModuleDescriptors

extension PackageRule {
  /// A timer entry point without a timer.
  static let timerUnset: PackageRule = .init(
    Rule(
      id: "entrypoint.timer.unset",
      severity: .warning,
      title: "A timer entry point without a timer",
      what: "A `timerEntryPoint` names neither a timer nor a variable.",
      why: "It never fires.",
      mend: "Choose a timer, or a `TIMER_SETTINGS` variable.",
      source: "package-format.md section 4"
    )
  ) { _, analysis in
    analysis.module.entryPoints.compactMap { point in
      guard case .timer(let timer) = point, timer.timerID.isEmpty, (timer.variableID ?? "").isEmpty else { return nil }
      return analysis.tell(
        timerUnset.rule,
        "'\(timer.name)' has neither a timer nor a variable",
        symbol: timer.name,
        at: ModuleAnalysis.location(point.position, function: point.label)
      )
    }
  }
}
