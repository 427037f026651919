import Archives
import HostNetworking
import InterfaceManifests
import Linkage
import ModulePackages
import ModuleRuntime
import Reporting

/// Scenarios with the packages that they need: each package is read or built once.
struct ScenarioSuite: Sendable {
  /// A scenario file, read.
  struct Entry: Sendable {
    /// The file.
    var file: String
    /// The scenario, or why it cannot be run and the exit code that means.
    var scenario: Result<Scenario, CommandError>
  }

  /// The scenarios, in the order of their files.
  var entries: [Entry]
  /// The module of all scenarios, in place of the one that each names.
  var module: String?
  /// The platform version of all, likewise.
  var platform: String?
  /// How all answer Java functions, likewise.
  var java: JavaMode?
  private var packages: [String: Result<ModulePackage, CommandError>] = [:]
  /// A module that is there already, for scenarios that name none.
  private var given: ModulePackage?

  /// Reads the files.
  init(_ files: [String]) {
    entries = files.map { file in
      do throws(CommandError) {
        return Entry(file: file, scenario: .success(try Self.read(file)))
      } catch {
        return Entry(file: file, scenario: .failure(error))
      }
    }
  }

  /// The scenarios of a module that is there already: of a package, those beside it that name it by `module:`.
  init(of package: ModulePackage, at input: InputPath) {
    self.init(ScenarioFinder.scenarios(of: input))
    given = package
    guard input.kind != .project else { return }
    entries.removeAll { entry in
      guard case .success(let scenario) = entry.scenario, let module = scenario.module else { return true }
      return !ScenarioFinder.leads(module, beside: entry.file, to: input.path)
    }
  }

  /// Reads a scenario file.
  static func read(_ file: String) throws(CommandError) -> Scenario {
    let bytes: [UInt8]
    do throws(ArchiveError) { bytes = try FileSystem.read(file, most: 4 << 20) } catch {
      throw .unreadable(error.description)
    }
    do throws(ScenarioError) {
      return try Scenario(yaml: String(decoding: bytes, as: UTF8.self), file: file)
    } catch {
      throw .usage(error.description)
    }
  }

  // MARK: Packages

  /// Reads or builds every package that the scenarios name.
  mutating func load(_ limits: LimitOptions, _ context: CommandContext) async {
    for entry in entries {
      guard case .success(let scenario) = entry.scenario else { continue }
      for path in paths(of: scenario) where packages[path] == nil {
        do throws(CommandError) {
          packages[path] = .success(try await runnablePackage(path, limits, context))
        } catch {
          packages[path] = .failure(error)
        }
      }
    }
  }

  /// The module that a scenario is about; nil when nothing says.
  private func modulePath(of scenario: Scenario) -> String? {
    if given != nil { return nil }
    if let module { return module }
    if let path = scenario.module { return ScenarioFinder.resolve(path, beside: scenario.file) }
    return ScenarioFinder.project(above: scenario.file)
  }

  private func paths(of scenario: Scenario) -> [String] {
    let others = (scenario.others + scenario.reimportedPaths).map {
      ScenarioFinder.resolve($0, beside: scenario.file)
    }
    return [modulePath(of: scenario)].compactMap(\.self) + others
  }

  private func package(_ path: String) throws(CommandError) -> ModulePackage {
    guard let package = packages[path] else { throw .unreadable("\(path): not read") }
    return try package.get()
  }

  private func module(of scenario: Scenario) throws(CommandError) -> ModulePackage {
    if let given { return given }
    if let path = modulePath(of: scenario) { return try package(path) }
    throw .usage("\(scenario.file): no project folder above it; name the module by `module:` or --module")
  }

  // MARK: Running

  /// What became of one scenario.
  struct Run: Sendable {
    /// For the report.
    var test: TestReport.Test
    /// The exit code it asks for.
    var status: ExitStatus
  }

  /// Runs one scenario.
  ///
  /// - Parameter matrix: the platform for a scenario that names none.
  func run(
    _ entry: Entry,
    _ hosts: JavaHosts,
    on matrix: LinkPlatform? = nil,
    _ context: CommandContext
  ) async -> Run {
    let begin = context.uptime()
    do throws(CommandError) {
      let scenario = try entry.scenario.get()
      let (result, notes) = try await run(scenario, hosts, on: matrix)
      let seconds = context.uptime() - begin
      let test = TestReport.Test(
        name: scenario.name,
        file: entry.file,
        outcome: .ran(result),
        seconds: seconds,
        notes: notes
      )
      return Run(test: test, status: test.hasPassed ? .clean : .findings)
    } catch {
      let name = (try? entry.scenario.get().name) ?? entry.file
      let test = TestReport.Test(
        name: name,
        file: entry.file,
        outcome: .unusable(error.message),
        seconds: context.uptime() - begin
      )
      return Run(test: test, status: error.status)
    }
  }

  private func run(
    _ scenario: Scenario,
    _ hosts: JavaHosts,
    on matrix: LinkPlatform?
  ) async throws(CommandError) -> (ScenarioResult, [String]) {
    let package = try module(of: scenario)
    var others: [ModulePackage] = []
    for path in scenario.others { others.append(try self.package(ScenarioFinder.resolve(path, beside: scenario.file))) }
    var revisions: [String: ModulePackage] = [:]
    for path in scenario.reimportedPaths {
      revisions[path] = try self.package(ScenarioFinder.resolve(path, beside: scenario.file))
    }
    let (version, linked) = try platform(of: scenario, package, matrix)
    var hosts = hosts
    if let mode = java ?? scenario.java.map({ $0 == .jvm ? .jvm : .linked }) { hosts.mode = mode }
    let choice = await hosts.choose(for: linked)
    let folder = ScenarioFinder.parent(of: scenario.file)
    let run = ScenarioRun(
      scenario,
      package: package,
      others: others,
      revisions: revisions,
      javaHost: choice.host,
      platformVersion: version,
      httpClient: LoopbackHTTPClient()
    ) { name in
      guard let bytes = try? FileSystem.read(folder + "/" + name, most: 16 << 20) else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
    let result = await run.run()
    await choice.host.shutDown()
    return (result, [choice.note].compactMap(\.self))
  }

  /// The version that the emulator stands for, and what Java functions are linked or run against.
  private func platform(
    of scenario: Scenario,
    _ package: ModulePackage,
    _ matrix: LinkPlatform?
  ) throws(CommandError) -> (String, LinkPlatform?) {
    if platform == nil, scenario.platform == nil, let matrix {
      return (matrix.version ?? RuntimeConfiguration().platformVersion, matrix)
    }
    var wanted = platform ?? scenario.platform
    if platform == nil, let path = scenario.platform, path.hasSuffix(".txt") {
      wanted = ScenarioFinder.resolve(path, beside: scenario.file)
    }
    guard let wanted, wanted.contains("/") || wanted.hasSuffix(".txt") else {
      let version = wanted ?? package.writtenBy ?? RuntimeConfiguration().platformVersion
      return (version, LinkPlatform.starface(version))
    }
    let view = try platformView(wanted)
    return (view.version.description, try LinkPlatform(view))
  }

  /// Runs the scenarios for one platform of a matrix, one after the other: those that name none, and with the first
  /// platform also those that name theirs.
  func run(
    _ hosts: JavaHosts,
    on platform: LinkPlatform,
    isFirst: Bool,
    _ context: CommandContext
  ) async -> [TestReport.Test] {
    var tests: [TestReport.Test] = []
    for entry in entries {
      let isAnywhere = if case .success(let scenario) = entry.scenario { scenario.platform == nil } else { false }
      guard isAnywhere || isFirst else { continue }
      tests.append(await run(entry, hosts, on: platform, context).test)
    }
    return tests
  }

  /// Writes the snapshots of a scenario that fails for nothing else; gives what is left to report.
  static func update(_ run: Run) throws(CommandError) -> Run {
    guard case .ran(var result) = run.test.outcome, !result.staleSnapshots.isEmpty else { return run }
    var run = run
    for snapshot in result.staleSnapshots {
      let path = ScenarioFinder.parent(of: run.test.file) + "/" + snapshot.name
      do throws(ArchiveError) { try AtomicFile.write(Array(snapshot.text.utf8), to: path) } catch {
        throw .failed(error.description)
      }
      run.test.updated.append(path)
    }
    result.failures = []
    result.staleSnapshots = []
    run.test.outcome = .ran(result)
    run.status = .clean
    return run
  }
}
