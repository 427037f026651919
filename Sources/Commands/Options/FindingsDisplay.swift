import ArgumentParser
import Findings

/// How a command whose result is something else tells findings: on standard error, as text.
struct FindingsDisplay: ParsableArguments {
  @Option(help: "The severity from which a finding stops the work: notice, warning or error (default: error).")
  var failOn: Severity?

  @Option(help: ArgumentHelp("A configuration file, instead of the nearest .sfm.yml.", valueName: "file"))
  var config: String?

  @Flag(name: .shortAndLong, help: "Only tell what stops the work.")
  var quiet = false
}
