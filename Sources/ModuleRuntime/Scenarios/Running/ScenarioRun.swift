internal import ModuleDescriptors
public import ModulePackages
internal import Synchronization

/// Runs one scenario on a runtime of its own.
public struct ScenarioRun: Sendable {
  let scenario: Scenario
  let package: ModulePackage
  let others: [ModulePackage]
  /// Packages of `reimport` steps that name one, by the path as written.
  let revisions: [String: ModulePackage]
  let javaHost: any JavaFunctionHost
  let platformVersion: String
  /// What sends the requests that the scenario allows.
  let httpClient: (any HostHTTPClient)?
  /// Reads a snapshot beside the scenario; nil when there is none.
  let snapshot: @Sendable (String) -> String?

  /// Takes the scenario and what it needs.
  public init(
    _ scenario: Scenario,
    package: ModulePackage,
    others: [ModulePackage] = [],
    revisions: [String: ModulePackage] = [:],
    javaHost: any JavaFunctionHost = NoJavaHost(),
    platformVersion: String,
    httpClient: (any HostHTTPClient)? = nil,
    snapshot: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.scenario = scenario
    self.package = package
    self.others = others
    self.revisions = revisions
    self.javaHost = javaHost
    self.platformVersion = platformVersion
    self.httpClient = httpClient
    self.snapshot = snapshot
  }

  /// The module's id.
  var moduleID: String { package.descriptor?.id ?? "" }

  /// The module's name.
  var moduleName: String { package.descriptor?.name ?? "module" }

  /// Runs it from the first import to the last expectation.
  public func run() async -> ScenarioResult {
    var configuration = scenario.configuration
    configuration.platformVersion = platformVersion
    configuration.httpClient = httpClient
    if scenario.isLicensed {
      configuration.licensedModules.insert(moduleID)
      configuration.pbx.licence.validModules.insert(moduleID)
    }
    let ledger = CallLedger(scenario.mocks.map { named($0) })
    let lines = Mutex<[LogEntry]>([])
    let runtime = ModuleRuntime(
      configuration: configuration,
      mocks: ledger.table(counting: scenario.countedFunctions.map { named($0) }),
      javaHost: javaHost
    ) { entry in
      lines.withLock { $0.append(entry) }
    }
    let course = ScenarioCourse(self, runtime: runtime, ledger: ledger) { lines.withLock { $0 } }
    return await course.follow()
  }

  /// A function of the module by its id, where the author wrote its name.
  func named(_ function: MockedFunction) -> MockedFunction {
    guard function.domain.isEmpty || function.domain == moduleID, let descriptor = package.descriptor,
      let found = descriptor.functions.first(where: { $0.id == function.id || $0.name == function.id })
    else { return function }
    return MockedFunction(domain: descriptor.id, id: found.id, text: function.text)
  }

  private func named(_ mock: ScenarioMock) -> ScenarioMock {
    var mock = mock
    mock.function = named(mock.function)
    return mock
  }
}

extension Scenario {
  /// The functions whose calls an expectation counts.
  var countedFunctions: [MockedFunction] {
    (steps.flatMap(\.expectations) + atEnd).compactMap { expectation in
      if case .calls(let claim) = expectation.claim { claim.function } else { nil }
    }
  }

  /// Whether mocks, inputs or expectations name functions or what they take.
  var namesFunctions: Bool {
    !mocks.isEmpty || !countedFunctions.isEmpty
      || steps.contains { step in if case .fire(_, let inputs, _) = step.action { !inputs.isEmpty } else { false } }
  }

  /// The packages or folders that its steps import, as written.
  public var reimportedPaths: [String] {
    steps.compactMap { step in
      if case .reimport(let path, _) = step.action { path } else { nil }
    }
  }

  /// The snapshots that it holds its log against.
  public var snapshots: [String] {
    atEnd.compactMap { expectation in
      if case .snapshot(let name) = expectation.claim { name } else { nil }
    }
  }
}
