import ArgumentParser
import Findings
import Linkage
import ModulePackages
import ModuleRuntime
import Reporting
import Validation

/// `sfm smoke PATH...`.
struct Smoke: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "smoke",
    abstract: "Validate, check and run modules on each platform version: one table, one exit code.",
    discussion: discussion(
      """
      An instance of each module is created, activated, changed, given an hour of virtual time for its timers, \
      imported again and deleted. An ERROR in its log fails the run. Its scenarios are run, too (`sfm test`): those in \
      the project folder, or beside the package and naming it by `module:`; one that names no platform on each of them. \
      Without scenarios each timer runs once, each RPC entry point with its default inputs, each service and stage of \
      calls for an unknown caller. Functions that are not emulated warn. Modules whose functions it calls are installed \
      beside it when they are among the paths or named by --with. Java functions are linked; --java-mode jvm runs them \
      for real, and then what a re-import leaves behind (threads, timers, subscriptions) fails the run.
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

  @Option(help: ArgumentHelp("How Java functions are run: linked or jvm.", valueName: "mode"))
  var javaMode: JavaMode = .linked

  @OptionGroup(title: "Java") var javaOptions: JavaOptions
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
    let hosts = javaOptions.hosts(javaMode, in: context)
    let source = PackageSource(limits: limits.limits, javac: context.javaTool("javac"))
    var others: [ModulePackage] = []
    for path in with { others.append(try await runnablePackage(path, limits, context)) }
    if javaMode == .jvm, !findings.quiet {
      for platform in platforms {
        let java = await hosts.choose(for: platform)
        if let note = java.note { context.note("\(platform.version ?? "java"): \(note)") }
      }
    }
    let progress = ProgressBar(total: paths.count * 2, quiet: findings.quiet, in: context)
    let read = await inOrder(paths, jobs: inputs.jobs, progress: progress) { await source.read($0) }
    let library = ModuleLibrary(
      others + read.compactMap { if case .package(let package) = $0 { package } else { nil } }
    )
    let start = context.now() * 1000
    let runs = await inOrder(Array(zip(paths, read)), jobs: inputs.jobs, progress: progress) { input, outcome in
      await smoke(input, outcome, platforms, library, hosts, start: start, context)
    }
    progress.finish()
    var result = FindingsRun(runs.map(\.examination), configurations.byInput)
    result.matrix = CompatibilityMatrix(
      platforms: platforms.map { $0.version ?? CompatibilityMatrix.javaAlone },
      rows: runs.compactMap(\.row)
    )
    return try result.finish(findings, in: context)
  }

  private func smoke(
    _ input: InputPath,
    _ read: PackageSource.Outcome,
    _ platforms: [LinkPlatform],
    _ library: ModuleLibrary,
    _ hosts: JavaHosts,
    start: Int,
    _ context: CommandContext
  ) async -> CompatibilityRun {
    var run = await CompatibilityRun.check(input, read, platforms, jobs: 1, examine: Validator.findings(in:))
    guard case .package(let package) = read, package.descriptor != nil else { return run }
    var suite = ScenarioSuite(of: package, at: input)
    await suite.load(limits, context)
    for (index, platform) in platforms.enumerated() {
      let java = await hosts.choose(for: platform)
      var life = ModuleLife(
        package: package,
        platform: platform.view == nil ? nil : platform.version,
        events: [RunEvent(argument: "InstanceChanged")].compactMap(\.self),
        advance: 3_600_000,
        isStrict: false,
        javaHost: java.host,
        library: library.needed(by: package),
        reimports: true
      )
      life.probes = suite.entries.isEmpty
      life.deletes = true
      let outcome = await life.run(start: start) { _, _ in }
      await java.host.shutDown()
      var found = RunRules.findings(outcome, package: input.path, platform: platform.version)
      // A scenario that names its platform is run once, with the first of the matrix.
      let tests = await suite.run(hosts, on: platform, isFirst: index == 0, context)
      found += RunRules.findings(tests, package: input.path, platform: platform.version)
      run.examination.findings += found
      run.row?.cells[index].run = found.contains { $0.severity == .error } ? .failed : .passed
      if !tests.isEmpty {
        run.row?.cells[index].scenarios = CompatibilityMatrix.Scenarios(
          count: tests.count,
          failed: tests.count { !$0.hasPassed }
        )
      }
    }
    return run
  }
}
