import Archives
import ArgumentParser
import Findings
import InterfaceManifests
import Linkage
import ModuleDescriptors
import ModulePackages
import ModuleRuntime
import Reporting

/// `sfm run PATH`.
struct Run: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run one instance of a module through its life; the module log goes to standard output.",
    discussion: discussion(
      """
      The instance is created with the values of --set, activated, each --fire follows in order, then it is \
      deactivated. Time is virtual: --advance lets it pass, and timers fire at once. The exit code is 1 when the log \
      has an ERROR. The last line on standard error says what was emulated and what was not. \
      Java functions are linked against the platform's manifest: they raise the error that the JVM would raise, or pass \
      with their outputs at their defaults. With --java jvm they run for real, in a process of their own, on a Java that \
      fits the platform; the platform's classes are stubs whose calls act on the emulator.

      An event is a stage (InstanceChanged), timer:NAME, rpc:NAME or agi:NAME; RPC parameters follow behind commas: \
      rpc:getState,user=23,brief=true. agi:NAME is a call from outside that reaches the service, or a stage of calls \
      (PreTargetDetermination) by itself: agi:Line,from=0721123,dtmf=1234# says who calls and what is pressed once \
      the call is answered. Scenarios (`sfm test`) have whole calls.
      """,
      examples: [
        "sfm run Modcall.sfm --set Group=Sales", "sfm run . --fire InstanceChanged --log-level debug",
        "sfm run Watchdog.sfm --platform 8.1 --advance 2h --fire rpc:getState,user=23",
        "sfm run . --java jvm --java-time 5s --fire rpc:normalize,number=0721",
        "sfm run SamplesModules/Modcall --fire agi:modcall,dtmf=4711#",
      ]
    )
  )

  @Argument(help: ArgumentHelp("A package or a project folder.", valueName: "path"))
  var path: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("A value of the configuration; may be repeated.", valueName: "name=value")
  )
  var values: [NamedValue] = []

  @Option(help: ArgumentHelp("An event to fire after activation; may be repeated.", valueName: "event"))
  var fire: [RunEvent] = []

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("A module to install beside it; may be repeated.", valueName: "path")
  )
  var others: [String] = []

  @Option(help: ArgumentHelp("Virtual time to let pass after the events: 90s, 5m, 2h, 1d.", valueName: "time"))
  var advance: TimeSpan?

  @Option(help: "The platform's version, or a manifest file (default: the version that wrote the package).")
  var platform: String?

  @Option(help: ArgumentHelp("The instance's name (default: the module's).", valueName: "name"))
  var instance: String?

  @Option(help: "error, warn, info, debug or trace.")
  var logLevel: LogLevel = .info

  @Option(
    help: ArgumentHelp("Also write the log to files there: INSTANCE.log and system-error.log.", valueName: "folder")
  )
  var logFolder: String?

  @Option(help: ArgumentHelp("How Java functions are run: linked or jvm.", valueName: "mode"))
  var java: JavaMode = .linked

  @OptionGroup(title: "Java")
  var javaOptions: JavaOptions

  @Flag(help: "At the end import the module again: what its Java code leaves behind is a WARN each.")
  var reimport = false

  @Flag(help: "A function that is not emulated warns and leaves its outputs at their defaults, instead of failing.")
  var lenient = false

  @Flag(name: .shortAndLong, help: "Only the log: no summary on standard error.")
  var quiet = false

  @OptionGroup(title: "Limits")
  var limits: LimitOptions

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    let package = try await runnablePackage(path, limits, context)
    var library: [ModulePackage] = []
    for other in others { library.append(try await runnablePackage(other, limits, context)) }
    let (version, linked) = try platform(of: package)
    let java = await javaOptions.hosts(java, in: context).choose(for: linked)
    if let note = java.note, !quiet { context.note(note) }
    if let logFolder {
      do throws(ArchiveError) { try FileSystem.makeFolder(logFolder) } catch { throw .failed(error.description) }
    }
    let life = ModuleLife(
      package: package,
      platform: version,
      instance: instance,
      values: Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }),
      events: fire,
      advance: advance?.milliseconds ?? 0,
      logLevel: logLevel,
      logFolder: logFolder,
      isStrict: !lenient,
      javaHost: java.host,
      library: library,
      reimports: reimport
    )
    let style = context.outputStyle
    let outcome = await life.run(start: context.now() * 1000) { line, level in
      context.print(style(line, level.emphasis) + "\n")
    }
    await java.host.shutDown()
    if let problem = outcome.logProblems.first { throw .failed("\(problem.path): \(problem.reason)") }
    for answer in outcome.answers where !quiet { context.note(answer) }
    if let refusal = outcome.refusal { throw CommandError(status: .findings, message: "\(path): \(refusal)") }
    if !quiet {
      context.note(outcome.coverage)
      if outcome.errors > 0 { context.note("\(counted(outcome.errors, "ERROR")) in the module log") }
    }
    return outcome.errors > 0 ? .findings : .clean
  }

  /// The version that the emulator stands for, and what Java functions are linked or run against.
  private func platform(of package: ModulePackage) throws(CommandError) -> (String, LinkPlatform?) {
    guard let platform, platform.contains("/") || platform.hasSuffix(".txt") else {
      let version = platform ?? package.writtenBy ?? RuntimeConfiguration().platformVersion
      return (version, LinkPlatform.starface(version))
    }
    let view = try platformView(platform)
    return (view.version.description, try LinkPlatform(view))
  }
}

/// A package to run: read, or built from a project folder.
func runnablePackage(
  _ path: String,
  _ limits: LimitOptions,
  _ context: CommandContext
) async throws(CommandError) -> ModulePackage {
  guard let input = InputPath.resolve([path], recursive: false).first else { throw .usage("no path was given") }
  let source = PackageSource(limits: limits.limits, javac: context.javaTool("javac"))
  switch await source.read(input) {
  case .package(let package):
    // What has no entries is no archive; its one finding says why.
    if package.entries.isEmpty, let finding = package.findings.first {
      throw .unreadable("\(path): \(finding.message) [\(finding.rule)]\(finding.hint.map { " (\($0))" } ?? "")")
    }
    return package
  case .unreadable(let reason): throw .unreadable("\(path): \(reason)")
  case .broken(let findings):
    let lines = findings.map { finding in
      let place = [finding.location.entry, finding.location.line.map(String.init)].compactMap(\.self)
      return "\(path)/\(place.joined(separator: ":")): \(finding.message)\(finding.hint.map { " (\($0))" } ?? "")"
    }
    throw CommandError(status: .findings, message: lines.joined(separator: "\n"))
  }
}
