internal import ModulePackages

/// The course of one scenario: takes its steps in order, and after each looks whether what it expects holds.
final class ScenarioCourse {
  /// What a step came to.
  struct StepOutcome {
    var outputs: [String: Value] = [:]
    /// Whether an entry point ran whose outputs can be asked for.
    var ran = false
    var failures: [Failure] = []
    var refusal: String?
    var call: CallOutcome?
    var beganAt: Int64 = 0
    /// Where the step's part of the log and of the calls begins.
    var logStart = 0
    var callStart = 0
    var actionStart = 0
    var effectStart = 0
    /// The step, for messages; nil at the end.
    var text: String?
  }

  let run: ScenarioRun
  let runtime: ModuleRuntime
  let ledger: CallLedger
  let log: () -> [LogEntry]
  let start: Int64
  var leftovers: [Leftover] = []
  var result = ScenarioResult()
  /// Lines at ERROR that an expectation has named, by position in the log.
  var expectedErrors: Set<Int> = []
  private var firstInstance = ""

  init(_ run: ScenarioRun, runtime: ModuleRuntime, ledger: CallLedger, log: @escaping () -> [LogEntry]) {
    self.run = run
    self.runtime = runtime
    self.ledger = ledger
    self.log = log
    start = ScenarioReader.start(of: run.scenario.configuration)
  }

  var zone: ZoneRules { run.scenario.configuration.zone }

  func follow() async -> ScenarioResult {
    if namesAreKnown(), await setUp() {
      for step in run.scenario.steps {
        let outcome = await take(step)
        await judge(step.expectations, outcome, line: step.line)
        // After a refusal that nobody expected, later steps would only fail for the same reason.
        if outcome.refusal != nil, !step.expectations.contains(where: \.isRefusal) { break }
      }
      await runtime.settleAll()
      await judge(run.scenario.atEnd, StepOutcome(beganAt: start), line: 1)
      reportErrors()
      reportUnusedMocks()
    }
    result.coverage = await [runtime.coverage.summary, runtime.platformSummary].compactMap(\.self).joined(
      separator: "\n"
    )
    result.virtualTime = await runtime.now - start
    result.log = log().map { $0.text(zone: zone) + "\n" }.joined()
    if result.failures.count > result.staleSnapshots.count { result.staleSnapshots = [] }
    return result
  }

  /// Names of functions are looked up before anything runs.
  private func namesAreKnown() -> Bool {
    let modules = [run.package] + run.others + run.revisions.sorted { $0.key < $1.key }.map(\.value)
    let problems =
      run.scenario.namesFunctions ? ScenarioNames(modules.compactMap(\.descriptor)).problems(of: run.scenario) : []
    for problem in problems { fail(problem.line, nil, "\(problem.message) (\(problem.hint))", from: 0) }
    return problems.isEmpty
  }

  private func setUp() async -> Bool {
    do throws(RuntimeError) {
      for other in run.others { try await runtime.importPackage(other) }
      try await runtime.importPackage(run.package)
      let creates = run.scenario.steps.contains { if case .create = $0.action { true } else { false } }
      let name = run.moduleName
      let only = Scenario.InstancePlan(name: name, values: [:], logLevel: nil, isActivated: true)
      for plan in run.scenario.instances ?? (creates ? [] : [only]) {
        try await create(plan)
        if plan.isActivated { try await runtime.activate(plan.name) }
      }
      await runtime.runDue()
      return true
    } catch {
      fail(1, nil, "the appliance cannot be set up: \(error.description)", from: 0)
      return false
    }
  }

  private func create(_ plan: Scenario.InstancePlan) async throws(RuntimeError) {
    if firstInstance.isEmpty { firstInstance = plan.name }
    try await runtime.createInstance(
      of: run.moduleID,
      name: plan.name,
      values: plan.values,
      logLevel: plan.logLevel
    )
  }

  // MARK: Steps

  private func take(_ step: Scenario.Step) async -> StepOutcome {
    var outcome = StepOutcome(text: step.text)
    outcome.beganAt = await runtime.now
    outcome.logStart = log().count
    outcome.callStart = ledger.calls.count
    outcome.actionStart = await runtime.pbxActions.count
    outcome.effectStart = await runtime.recordedEffects.count
    do throws(RuntimeError) {
      try await act(step.action, &outcome)
    } catch {
      outcome.refusal = error.description
    }
    await runtime.runDue()
    return outcome
  }

  private func act(_ action: Scenario.Action, _ outcome: inout StepOutcome) async throws(RuntimeError) {
    switch action {
    case .create(let plan): try await create(plan)
    case .activate(let name): try await runtime.activate(name ?? firstInstance)
    case .change(let name, let values): try await runtime.change(name ?? firstInstance, values: values)
    case .deactivate(let name): try await runtime.deactivate(name ?? firstInstance)
    case .delete(let name): try await runtime.delete(name ?? firstInstance)
    case .startSystem: await runtime.startSystem()
    case .advance(let span): await runtime.advance(by: span)
    case .setLogLevel(let level, let name): try await runtime.setLogLevel(level, of: name ?? firstInstance)
    case .reimport(let path, let keepsData):
      let package = path.flatMap { run.revisions[$0] } ?? run.package
      leftovers += try await runtime.importPackage(package, keepsData: keepsData).leftovers
    case .fire(let event, let inputs, let name):
      for result in try await runtime.fire(event, at: name ?? firstInstance, inputs: inputs) {
        outcome.ran = true
        outcome.outputs.merge(result.outputs) { $1 }
        if case .failed(let failure) = result.status { outcome.failures.append(failure) }
      }
    case .call(let script): outcome.call = try await runtime.placeCall(script)
    case .event(let event): try await happen(event)
    }
  }

  private func happen(_ event: Scenario.PBXEvent) async throws(RuntimeError) {
    switch event {
    case .user(let login, let dnd, let presence, let message):
      await runtime.changePBX { state in
        guard let index = state.users.firstIndex(where: { $0.login == login }) else { return }
        if let dnd { state.users[index].isOnDND = dnd }
        if let presence { state.users[index].presence = presence }
        if let message { state.users[index].presenceMessage = message }
      }
    case .group(let name, let logOn, let logOff):
      await runtime.changePBX { state in
        guard let index = state.groups.firstIndex(where: { $0.name == name }) else { return }
        for (logins, isLoggedOn) in [(logOn, true), (logOff, false)] {
          for id in logins.compactMap({ state.user(login: $0)?.id }) {
            guard let member = state.groups[index].members.firstIndex(where: { $0.userID == id }) else { continue }
            state.groups[index].members[member].isLoggedOn = isLoggedOn
          }
        }
      }
    case .begin(let call): await runtime.changePBX { $0.calls.append(call) }
    case .hangUp(let id):
      guard await runtime.hangUp(call: id) else { throw .unknownCall(id) }
    }
  }

  // MARK: Failures

  func fail(
    _ line: Int,
    _ step: String?,
    _ message: String,
    expected: String? = nil,
    actual: String? = nil,
    from logStart: Int,
    around position: Int? = nil
  ) {
    result.failures.append(
      ScenarioResult.Failure(
        line: line,
        step: step,
        message: message,
        expected: expected,
        actual: actual,
        log: excerpt(from: logStart, around: position)
      )
    )
  }

  /// At most a dozen lines of the log: those before and behind a position, else the last ones since `start`.
  private func excerpt(from start: Int, around position: Int?) -> [String] {
    let entries = log()
    let most = 12
    let range: Range<Int>
    if let position {
      range = max(0, position - 4)..<min(entries.count, position + 4)
    } else {
      range = max(min(start, entries.count), entries.count - most)..<entries.count
    }
    return range.flatMap { index -> [String] in
      let lines = entries[index].text(zone: zone).split(separator: "\n", omittingEmptySubsequences: false)
      return lines.count <= 8 ? lines.map(String.init) : lines.prefix(7).map(String.init) + ["…"]
    }
  }

  /// An ERROR that no expectation names is a failure, as it is in `sfm run`.
  private func reportErrors() {
    for (index, entry) in log().enumerated() where entry.level == .error && !expectedErrors.contains(index) {
      fail(
        1,
        nil,
        "an ERROR that no expectation names",
        expected: "`log: [{ERROR: …}]` or `fails: …` when it is meant to be",
        actual: "[\(entry.bracket)] " + entry.message.split(separator: "\n").prefix(2).joined(separator: " "),
        from: 0,
        around: index
      )
      if result.failures.count >= 50 { return }
    }
  }

  /// A mock that answers nothing is mostly a mistyped one.
  private func reportUnusedMocks() {
    for mock in ledger.unused {
      fail(mock.line, nil, "the mock of \(mock.function.text) answered no call", from: Int.max)
    }
  }
}
