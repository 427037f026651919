import Findings
import ModuleDescriptors

extension PackageRule {
  /// A timer's period that was never seen.
  static let timerPeriodUnknown: PackageRule = .init(
    Rule(
      id: "resource.timer.period",
      severity: .notice,
      title: "A timer's period that was never seen",
      what: "A `timer`'s `period` is not among the known ones.",
      why: "The platform may know more of them, but a mistyped one means nothing to it.",
      mend: "Check the spelling against the list in the hint.",
      source: "package-format.md section 3.6"
    )
  ) { _, analysis in
    analysis.module.resources.compactMap { resource in
      guard case .timer(let timer) = resource, !timer.period.isKnown, !timer.period.rawValue.isEmpty else { return nil }
      return analysis.tell(
        timerPeriodUnknown.rule,
        "'\(timer.period)' is no known period",
        symbol: timer.period.rawValue,
        at: ModuleAnalysis.location(resource.position),
        hint: "known: \(TimerPeriod.known.map(\.rawValue).joined(separator: ", "))"
      )
    }
  }
}
