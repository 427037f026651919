import ArgumentParser
import ModulePackages
import ModuleRuntime
import Reporting

/// `sfm test PATH...`.
struct Test: ToolCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run scenarios (*.scenario.yml) against their modules, one test each.",
    discussion: discussion(
      """
      A path is a scenario file, a folder that is searched, a project folder with a scenarios/ in it, or a package \
      beside scenarios that name it. A scenario's module is the project folder above it, unless it names another one by `module:` or --module does. Scenarios run \
      in random order, which --seed repeats; they are told in the order of their files.

      A scenario says what the appliance is (platform, java, clock, licences, pbx, effects, instances, mocks), what \
      happens (steps: create, activate, change, fire, rpc, call, event, advance, reimport, deactivate, delete, \
      systemStart, logLevel) and what must come of it (expect). An ERROR in the log that no expectation names fails \
      it, and so does a mock that answers nothing. SamplesModules/README.md shows all keys; --schema prints a JSON \
      schema for editors: `# yaml-language-server: $schema=scenario.schema.json`.

      Exit codes: 1 when a scenario fails, 2 when its file is wrong, 3 when its module cannot be read.
      """,
      examples: [
        "sfm test .", "sfm test modules --filter 'PIN' --seed 42", "sfm test . --java jvm --output junit=tests.xml",
        "sfm test . --update", "sfm test --schema > scenario.schema.json",
      ]
    )
  )

  /// A report's format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, junit
  }

  /// A report beside the one on standard output.
  struct Output: ExpressibleByArgument, Hashable {
    var format: Format
    var path: String

    init?(argument: String) {
      guard let equals = argument.firstIndex(of: "="), let format = Format(rawValue: String(argument[..<equals])) else {
        return nil
      }
      self.format = format
      path = String(argument[argument.index(after: equals)...])
      if path.isEmpty { return nil }
    }
  }

  @Argument(help: "Scenario files, folders, project folders.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("The module of all scenarios: a package or a project folder.", valueName: "path"))
  var module: String?

  @Option(help: "Only scenarios with this in their name or file, whatever its case.")
  var filter: String?

  @Option(help: "Repeats the random order of an earlier run.")
  var seed: UInt64?

  @Option(name: .shortAndLong, help: "How many scenarios to run at once (default: one for each core).")
  var jobs: Int?

  @Flag(help: "Write log snapshots that differ, of scenarios that fail for nothing else.")
  var update = false

  @Option(help: "The platform's version for all scenarios, in place of their own.")
  var platform: String?

  @Option(help: "linked or jvm for all scenarios, in place of their own.")
  var java: JavaMode?

  @Option(help: "What standard output gets: text, json or junit.")
  var format: Format = .text

  @Option(help: ArgumentHelp("A further report, such as junit=tests.xml; may be repeated.", valueName: "format=file"))
  var output: [Output] = []

  @Flag(help: "Print the JSON schema of scenario files, and end.")
  var schema = false

  @Flag(name: .shortAndLong, help: "No summary on standard error.")
  var quiet = false

  @OptionGroup(title: "Java") var javaOptions: JavaOptions
  @OptionGroup(title: "Limits") var limits: LimitOptions

  mutating func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    if !schema, paths.isEmpty { throw ValidationError("Name a scenario file, a folder or a project folder.") }
  }

  func run(in context: CommandContext) async throws(CommandError) -> ExitStatus {
    if schema {
      context.print(ScenarioSchema.json.text)
      return .clean
    }
    let (files, problems) = ScenarioFinder.find(paths)
    for problem in problems { context.note("sfm: \(problem.path): \(problem.reason)") }
    var suite = ScenarioSuite(files)
    (suite.module, suite.platform, suite.java) = (module, platform, java)
    if let filter {
      suite.entries.removeAll { entry in
        let name = (try? entry.scenario.get().name) ?? ""
        return !"\(entry.file)\n\(name)".lowercased().contains(filter.lowercased())
      }
      if suite.entries.isEmpty { throw .usage("no scenario has \"\(filter)\" in its name or file") }
    }
    await suite.load(limits, context)
    let seed = self.seed ?? UInt64.random(in: 1...999_999)
    var runs = await run(suite, seed: seed, context)
    if update {
      for index in runs.indices { runs[index] = try ScenarioSuite.update(runs[index]) }
    }
    let report = TestReport(tests: runs.map(\.test), seed: seed)
    context.print(rendered(report, format, context.outputStyle))
    for output in output { try write(rendered(report, output.format, .plain), to: output.path) }
    if !quiet, !runs.isEmpty { context.note(report.summary) }
    return runs.map(\.status).reduce(problems.isEmpty ? .clean : .unreadable, max)
  }

  /// The runs in the order of the files; they happen in the order of the seed.
  private func run(_ suite: ScenarioSuite, seed: UInt64, _ context: CommandContext) async -> [ScenarioSuite.Run] {
    var generator = SplitMix(state: seed)
    let order = suite.entries.indices.shuffled(using: &generator)
    let progress = ProgressBar(total: order.count, quiet: quiet, in: context)
    let hosts = javaOptions.hosts(.linked, in: context)
    let runs = await inOrder(order, jobs: jobs, progress: progress) { index in
      await suite.run(suite.entries[index], hosts, context)
    }
    progress.finish()
    return zip(order, runs).sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func rendered(_ report: TestReport, _ format: Format, _ style: TerminalStyle) -> String {
    switch format {
    case .text: report.text(style)
    case .json: report.json.text
    case .junit: report.junit
    }
  }
}

/// SplitMix64: the same order for the same seed, on every machine.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
