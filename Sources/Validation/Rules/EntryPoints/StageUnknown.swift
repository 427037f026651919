import Findings
import ModuleDescriptors

extension PackageRule {
  /// A stage that no appliance is known to have.
  static let stageUnknown: PackageRule = .init(
    Rule(
      id: "entrypoint.stage.unknown",
      severity: .warning,
      title: "A stage that no appliance is known to have",
      what: "A lifecycle or call entry point names a stage that is not among the known ones.",
      why: "The entry point never fires.",
      mend: "Check the spelling against the list in the hint.",
      source: "package-format.md section 3.5"
    )
  ) { _, analysis in
    analysis.module.entryPoints.compactMap { point in
      let (stage, known): (String, [String]) =
        switch point {
        case .lifeCycle(let point) where !point.stage.isKnown:
          (point.stage.rawValue, LifeCycleStage.known.map(\.rawValue))
        case .agiKernel(let point) where !point.stage.isKnown: (point.stage.rawValue, CallStage.known.map(\.rawValue))
        default: ("", [])
        }
      guard !known.isEmpty else { return nil }
      return analysis.tell(
        stageUnknown.rule,
        "'\(stage)' is no known stage",
        symbol: stage,
        at: ModuleAnalysis.location(point.position, function: point.name),
        hint: "known stages: \(known.joined(separator: ", "))"
      )
    }
  }
}
