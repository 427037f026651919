import Findings
import ModulePackages
import Reporting

/// What looking at one input gave.
struct Examination: Sendable {
  /// The input, and why it could not be read.
  var input: FindingsReport.Input
  /// What was found.
  var findings: [Finding]

  /// Examines what was read.
  init(_ input: InputPath, _ outcome: PackageSource.Outcome, examine: (ModulePackage) -> [Finding]) {
    let hasSources = input.kind == .project && FileSystem.kind(input.path + "/src") == .folder
    self.input = FindingsReport.Input(
      path: input.path,
      name: input.name,
      isFolder: input.isFolder,
      sourceFolder: hasSources ? "src" : nil
    )
    switch outcome {
    case .package(let package): findings = examine(package)
    case .broken(let found): findings = found
    case .unreadable(let reason):
      findings = []
      self.input.failure = reason
    }
  }
}

/// The configuration of every input of a run.
struct Configurations {
  /// By the input's path.
  private(set) var byInput: [String: Configuration] = [:]
  /// Of the first input; the defaults when there is none.
  private(set) var first = Configuration.defaults

  /// Finds and reads them.
  init(_ inputs: [InputPath], _ options: FormatOptions) throws(CommandError) {
    var finder = try ConfigurationFinder(path: options.config, catalogue: KnownRules.catalogue)
    for (index, input) in inputs.enumerated() {
      if case .unreadable = input.kind, index > 0 { continue }
      let configuration = try finder.configuration(for: input.path, isFolder: input.isFolder)
      byInput[input.path] = configuration
      if index == 0 { first = configuration }
    }
  }
}

extension FindingsRun {
  /// Gathers what was found in all inputs.
  init(_ examinations: [Examination], _ configurations: [String: Configuration]) {
    self.init(
      inputs: examinations.map(\.input),
      configurations: configurations,
      findings: examinations.flatMap(\.findings)
    )
  }
}
