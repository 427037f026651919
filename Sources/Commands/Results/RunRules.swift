import Findings
import ModuleRuntime

/// What a run of a module can show to be wrong.
enum RunRules {
  /// An ERROR in the module log.
  static let logError = Rule(
    id: "run.log.error",
    severity: .error,
    title: "ERROR in the module log",
    what: "While the module was run through its life, its log got a line at ERROR.",
    why: "On the appliance the entry point would have ended at this place, too.",
    mend: "`sfm run` shows the whole log; with --log-level debug also what the runtime decides.",
    source: "runtime.md section 4"
  )
  /// The module or its instance was refused.
  static let refused = Rule(
    id: "run.refused",
    severity: .error,
    title: "Module refused",
    what: "The module could not be imported, or its instance could not be created or activated.",
    why: "The appliance refuses it, too; nothing of it runs.",
    mend: "Mend what the message names.",
    source: "package-format.md section 1, runtime.md section 1"
  )

  /// Java code goes on after its revision.
  static let leftover = Rule(
    id: "run.leftover",
    severity: .error,
    title: "Left behind at a re-import",
    what: "A thread, a timer or an event subscription of the module goes on after it was imported again.",
    why: "On the appliance it goes on with the old classes until a restart; each import adds another one.",
    mend: "End it in the function of InstanceDeactivated; the message names the place that started it.",
    source: "runtime.md section 5"
  )

  /// The rules of this layer.
  static let all = [logError, refused, leftover]

  /// What a module's life came to on a platform version; equal messages of one entry point are told once.
  static func findings(_ outcome: ModuleLife.Outcome, package: String, platform: String?) -> [Finding] {
    var findings: [Finding] = []
    if let refusal = outcome.refusal { findings.append(Finding(refused, refusal)) }
    for left in outcome.leftovers {
      let message = "\(left.kind) '\(left.name)' goes on after a re-import; it was started at \(left.startedAt)"
      findings.append(Finding(leftover, message, symbol: left.name, at: Location()))
    }
    for failure in outcome.failures {
      let lines = failure.message.split(separator: "\n").prefix(2).joined(separator: " ")
      findings.append(
        Finding(logError, lines, symbol: failure.bracket, at: Location(function: failure.bracket))
      )
    }
    var seen: Set<Finding> = []
    return findings.compactMap { finding in
      var finding = finding
      finding.package = package
      finding.platform = platform
      return seen.insert(finding).inserted ? finding : nil
    }
  }
}
