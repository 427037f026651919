import ArgumentParser
import Findings
import Linkage
import ModulePackages
import Reporting
import Validation

/// `sfm smoke PATH...`.
struct Smoke: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "smoke",
    abstract: "Validate, check and run modules on each platform version: one table, one exit code.",
    discussion: discussion(
      """
      Each module is created, activated, changed, given an hour of virtual time for its timers, and deactivated. An \
      ERROR in its log fails the run. Functions that are not emulated warn. Modules whose functions it calls are \
      installed beside it when they are among the paths or named by --with.
      """,
      examples: [
        "sfm smoke Modcall.sfm", "sfm smoke modules --recursive --platform 8.1,10.0 --output junit=smoke.xml",
        "sfm smoke . --format markdown >> \"$GITHUB_STEP_SUMMARY\"",
      ]
    )
  )

  @OptionGroup var inputs: InputOptions
  @OptionGroup(title: "Platforms") var platforms: PlatformOptions

  @Option(help: ArgumentHelp("A module to install beside each; may be repeated.", valueName: "path"))
  var with: [String] = []

  @OptionGroup(title: "Findings") var findings: FormatOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let paths = InputPath.resolve(inputs.paths, recursive: inputs.recursive)
    let configurations = try Configurations(paths, findings)
    if findings.printConfig {
      context.print(configurations.first.yaml)
      return .clean
    }
    let platforms = try platforms.resolve(configurations.first.platforms)
    let source = PackageSource(limits: limits.limits, javac: context.javaTool("javac"))
    var others: [ModulePackage] = []
    for path in with { others.append(try await runnablePackage(path, limits, context)) }
    let progress = ProgressBar(total: paths.count * 2, quiet: findings.quiet, in: context)
    let read = await inOrder(paths, jobs: inputs.jobs, progress: progress) { await source.read($0) }
    let library = ModuleLibrary(
      others + read.compactMap { if case .package(let package) = $0 { package } else { nil } }
    )
    let start = context.now() * 1000
    let runs = await inOrder(Array(zip(paths, read)), jobs: inputs.jobs, progress: progress) { input, outcome in
      await smoke(input, outcome, platforms, library, start: start)
    }
    progress.finish()
    var result = FindingsRun(runs.map(\.examination), configurations.byInput)
    result.matrix = CompatibilityMatrix(
      platforms: platforms.map { $0.version ?? "java" },
      rows: runs.compactMap(\.row)
    )
    return try result.finish(findings, in: context)
  }

  private func smoke(
    _ input: InputPath,
    _ read: PackageSource.Outcome,
    _ platforms: [LinkPlatform],
    _ library: ModuleLibrary,
    start: Int
  ) async -> CompatibilityRun {
    var run = await CompatibilityRun.check(input, read, platforms, jobs: 1, examine: Validator.findings(in:))
    guard case .package(let package) = read, package.descriptor != nil else { return run }
    for (index, platform) in platforms.enumerated() {
      let life = ModuleLife(
        package: package,
        platform: platform.view == nil ? nil : platform.version,
        events: [RunEvent(argument: "InstanceChanged")].compactMap(\.self),
        advance: 3_600_000,
        isStrict: false,
        javaHost: LinkedJavaHost(platform),
        library: library.needed(by: package)
      )
      let outcome = await life.run(start: start) { _, _ in }
      let found = RunRules.findings(outcome, package: input.path, platform: platform.version)
      run.examination.findings += found
      run.row?.cells[index].run = found.isEmpty ? .passed : .failed
    }
    return run
  }
}
