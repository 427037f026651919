import Findings
import ModuleDescriptors

extension PackageRule {
  /// A timer without an interval.
  static let timerInterval: PackageRule = .init(
    Rule(
      id: "resource.timer.interval",
      severity: .warning,
      title: "A timer without an interval",
      what: "A `timer` repeats every n periods, and its `multiplikator` n is below 1.",
      why: "There is no such interval: the timer does not fire as its author meant.",
      mend: "Write 1 or more, or the period `Once`.",
      source: "package-format.md section 3.6"
    )
  ) { _, analysis in
    analysis.module.resources.compactMap { resource in
      guard case .timer(let timer) = resource, timer.period.isKnown, timer.period != .once, timer.multiplier < 1 else {
        return nil
      }
      return analysis.tell(
        timerInterval.rule,
        "the timer fires every \(timer.multiplier) periods of a \(timer.period)",
        symbol: timer.id,
        at: ModuleAnalysis.location(resource.position)
      )
    }
  }
}
