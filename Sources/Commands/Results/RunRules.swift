import Findings
import ModuleRuntime
import Reporting

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

  /// An ERROR in a run that the smoke test made up.
  static let probeError = Rule(
    id: "run.probe.error",
    severity: .warning,
    title: "ERROR when called with default inputs",
    what: "An RPC entry point was called with its default inputs, or a service by an unknown caller, and failed.",
    why: "Whoever calls it so gets a fault, or hears nothing; it may be meant to be.",
    mend: "Test inputs in the function; or write scenarios, which take the place of these calls.",
    source: "runtime.md sections 2 and 6"
  )

  /// A scenario that does not hold.
  static let scenario = Rule(
    id: "run.scenario",
    severity: .error,
    title: "Scenario failed",
    what: "A scenario of the module expects something that did not happen, or its file is wrong.",
    why: "Its author says what the module must do.",
    mend: "`sfm test` shows the log around it.",
    source: "cli.md"
  )

  /// The rules of this layer.
  static let all = [logError, refused, leftover, probeError, scenario]

  /// What does not hold of a module's scenarios on a platform version.
  static func findings(_ tests: [TestReport.Test], package: String, platform: String?) -> [Finding] {
    tests.flatMap { test -> [Finding] in
      let file = test.file.hasPrefix(package + "/") ? String(test.file.dropFirst(package.count + 1)) : test.file
      let found =
        switch test.outcome {
        case .unusable(let reason): [Finding(scenario, reason, symbol: test.name, at: Location(entry: file))]
        case .ran(let result):
          result.failures.map { failure in
            let parts = [
              "\(test.name): \(failure.message)", failure.expected.map { "expected \($0)" },
              failure.actual.map { "actual \($0)" },
            ]
            let message = parts.compactMap(\.self).joined(separator: "; ").replacing("\n", with: " ")
            return Finding(scenario, message, symbol: test.name, at: Location(entry: file, line: failure.line))
          }
        }
      return found.map { finding in
        var finding = finding
        finding.package = package
        finding.platform = platform
        return finding
      }
    }
  }

  /// Whether a failure depends on inputs: it is no error of Java's own, and nobody but the smoke test called.
  private static func isProbe(_ bracket: String, _ message: String) -> Bool {
    guard bracket.hasPrefix("rpc ") || bracket.hasPrefix("agi ") else { return false }
    let lines = message.split(separator: "\n")
    let exception = lines.first == "Cause:" ? lines.dropFirst().first ?? "" : ""
    return !(exception.hasPrefix("java.lang.") && exception.prefix { $0 != ":" }.hasSuffix("Error"))
  }

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
        Finding(
          isProbe(failure.bracket, failure.message) ? probeError : logError,
          lines,
          symbol: failure.bracket,
          at: Location(function: failure.bracket)
        )
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
