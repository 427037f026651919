import ArgumentParser
import Findings
import ModulePackages
import Reporting
import Validation

/// `sfm validate PATH...`.
struct Validate: ToolCommand, PlainArguments {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Hold packages or project folders against every rule.",
    discussion: discussion(
      """
      An error means that an import, an activation or a call will fail; a warning that something works, but not as \
      its author believes. A project folder is built in memory first.
      """,
      examples: [
        "sfm validate Modcall.sfm", "sfm validate --recursive modules --output sarif=sfm.sarif",
        "sfm validate . --fail-on warning --baseline .sfm-baseline.json",
      ]
    )
  )

  @OptionGroup var inputs: InputOptions
  @OptionGroup(title: "Findings") var findings: FormatOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let paths = InputPath.resolve(inputs.paths, recursive: inputs.recursive)
    let configurations = try Configurations(paths, findings)
    if findings.printConfig {
      context.print(configurations.first.yaml)
      return .clean
    }
    let source = PackageSource(limits: limits.limits, javac: context.javaTool("javac"))
    let progress = ProgressBar(total: paths.count, quiet: findings.quiet, in: context)
    let outcomes = await inOrder(paths, jobs: inputs.jobs, progress: progress) { input in
      Examination(input, await source.read(input), examine: Validator.findings(in:))
    }
    progress.finish()
    return try FindingsRun(outcomes, configurations.byInput).finish(findings, in: context)
  }
}

extension Validate {
  static func plain(_ words: inout PlainWords) throws(PlainWords.NotPlain) -> Validate {
    var command = Validate()
    command.findings = try FormatOptions.plain(&words)
    command.limits = LimitOptions.plain(&words)
    command.inputs = try InputOptions.plain(&words)
    return command
  }
}
