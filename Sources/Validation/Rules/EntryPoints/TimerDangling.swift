import Findings
import ModuleDescriptors

extension PackageRule {
  /// A timer entry point whose timer does not exist.
  static let timerDangling: PackageRule = .init(
    Rule(
      id: "entrypoint.timer.dangling",
      severity: .error,
      title: "A timer entry point whose timer does not exist",
      what: "A `timerEntryPoint` refers to a timer resource or a variable that the module does not have.",
      why: "The appliance refuses the import, or the timer never fires.",
      mend: "Correct the reference.",
      source: "package-format.md sections 3.5 and 4"
    )
  ) { _, analysis in
    let module = analysis.module
    let timers = Set(module.resources.compactMap { if case .timer(let timer) = $0 { timer.id } else { nil } })
    let variables = Set(module.inputs.flatMap { [$0.id ?? "", $0.name] })
    return module.entryPoints.flatMap { point -> [Finding] in
      guard case .timer(let timer) = point else { return [] }
      let place = ModuleAnalysis.location(point.position, function: point.label)
      var found: [Finding] = []
      if !timer.timerID.isEmpty, !timers.contains(timer.timerID) {
        found.append(
          Finding(
            timerDangling.rule,
            "'\(timer.name)' refers to the timer '\(timer.timerID)', which is not there",
            symbol: timer.timerID,
            at: place
          )
        )
      }
      if let id = timer.variableID, !id.isEmpty, !variables.contains(id) {
        found.append(
          Finding(
            timerDangling.rule,
            "'\(timer.name)' refers to the variable '\(id)', which is not there",
            symbol: id,
            at: place
          )
        )
      }
      return found
    }
  }
}
