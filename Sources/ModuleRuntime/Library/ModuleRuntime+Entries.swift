/// Entry points: who starts them, and what they come to.
extension ModuleRuntime {
  /// What to fire at an instance.
  public enum Event: Sendable, Hashable {
    /// A lifecycle stage: `InstanceChanged`.
    case stage(String)
    /// A timer entry point, by name, now.
    case timer(String)
    /// An RPC entry point, by name, without the instance's.
    case rpc(String)
    /// A service entry point, by name, or the kernel entry points of a stage.
    case service(String)
    /// The kernel entry points of a stage.
    case kernel(String)

    /// The event's name as people write it.
    public var text: String {
      switch self {
      case .stage(let name): name
      case .timer(let name): "timer:\(name)"
      case .rpc(let name): "rpc:\(name)"
      case .service(let name): "agi:\(name)"
      case .kernel(let stage): "agi:\(stage)"
      }
    }
  }

  /// Fires an event at an active instance and waits for what it starts, in order. An entry point of calls runs in a
  /// simple call from outside.
  ///
  /// - Returns: one result for each entry point; none for a stage that the module does not use.
  /// - Throws: when the instance is not active, or has no such timer, RPC or call entry point.
  @discardableResult
  public func fire(
    _ event: Event,
    at id: String,
    inputs: [String: Value] = [:]
  ) async throws(RuntimeError) -> [RunResult] {
    let instance = try instance(id)
    guard let module = core.modules[instance.moduleID] else { throw .unknownModule(instance.moduleID) }
    guard instance.state == .active else { throw .notActive(instance.name) }
    let positions = module.entryPoints.indices.filter { Self.matches(event, module.entryPoints[$0]) }
    if positions.isEmpty {
      if case .stage = event { return [] }
      throw .unknownEntryPoint(event.text, module: module.program.module.name)
    }
    var results: [RunResult] = []
    for position in positions {
      let point = module.entryPoints[position]
      let inputs = inputs.mapValues { $0.deepCopy() }
      if point.isOfCalls {
        results.append(await run(point, of: module, instance, inputs: inputs))
        continue
      }
      let thread = start(point, of: module, instance, inputs: inputs)
      await settle(thread, waitsForClock: true)
      results.append(result(of: thread))
    }
    return results
  }

  private static func matches(_ event: Event, _ point: LoadedEntryPoint) -> Bool {
    switch (event, point.kind) {
    case (.stage(let name), .stage(let stage)): name == stage || "on\(stage)" == name
    case (.timer(let name), .timer), (.rpc(let name), .rpc), (.service(let name), .service): name == point.name
    case (.service(let name), .kernel(let stage)), (.kernel(let name), .kernel(let stage)): name == stage
    default: false
    }
  }

  /// Calls `<instance name>.<entry point name>` in process.
  ///
  /// - Parameter arguments: the function's inputs by name.
  /// - Returns: its outputs by name.
  /// - Throws: what an XML-RPC fault would say: no such method, or the function failed.
  public func call(_ method: String, _ arguments: [String: Value] = [:]) async throws(RuntimeError) -> [String: Value] {
    // An instance's name may hold dots itself.
    for instance in core.instances.values where instance.state == .active && method.hasPrefix(instance.name + ".") {
      let name = method.dropFirst(instance.name.count + 1)
      guard let module = core.modules[instance.moduleID],
        let point = module.entryPoints.first(where: { point in
          if case .rpc = point.kind { point.name == name } else { false }
        })
      else { continue }
      let thread = start(point, of: module, instance, inputs: arguments.mapValues { $0.deepCopy() })
      await settle(thread, waitsForClock: true)
      let result = result(of: thread)
      switch result.status {
      case .finished: return result.outputs
      case .failed(let failure): throw .failed(failure)
      case .waiting: throw .stillWaiting(method)
      }
    }
    throw .unknownMethod(method)
  }

  /// The RPC methods of the active instances: name, and whether a login is needed.
  public var methods: [(name: String, needsLogin: Bool)] {
    core.instances.values.filter { $0.state == .active }.sorted { $0.name < $1.name }.flatMap { instance in
      (core.modules[instance.moduleID]?.entryPoints ?? []).compactMap { point in
        if case .rpc(let needsLogin) = point.kind { ("\(instance.name).\(point.name)", needsLogin) } else { nil }
      }
    }
  }

  /// Runs every entry point of a lifecycle stage, whatever the instance's state.
  func runStage(_ stage: String, _ instance: Instance, selfSaveRound: Int = 0) async {
    guard let module = core.modules[instance.moduleID] else { return }
    for point in module.entryPoints {
      guard case .stage(stage) = point.kind else { continue }
      let thread = start(point, of: module, instance, selfSaveRound: selfSaveRound)
      await settle(thread, waitsForClock: true)
    }
  }

  /// Makes a thread of control for an entry point and puts it with those that are ready.
  @discardableResult
  func start(
    _ point: LoadedEntryPoint,
    of module: LoadedModule,
    _ instance: Instance,
    inputs: [String: Value] = [:],
    selfSaveRound: Int = 0,
    in call: LiveCall? = nil
  ) -> ThreadOfControl {
    let isLifecycle = if case .stage = point.kind { true } else { false }
    let context = RunContext(core: core, instance: instance, bracket: point.bracket, module: module.program.module)
    let thread = makeThread(context, isLifecycle: isLifecycle, selfSaveRound: selfSaveRound)
    if let call {
      context.runServices.set(call)
      context.runServices.set(call.variables)
      call.runs.append(thread)
      if case .service = point.kind { call.handlers.append(instance.id) }
    }
    if context.reportsDecisions { context.log(.debug, "Entry point '\(point.name)' starts") }
    if let position = point.function {
      enter(module.program, position, instance.store, inputs, thread)
    } else {
      switch context.resolve(module: point.moduleID, function: point.functionID) {
      case .success(let target): enter(target.program, target.function, target.variables, inputs, thread)
      case .failure(let exception):
        fail(
          thread,
          Failure(
            exception: point.moduleID == module.program.module.id
              ? .runtime("function \(point.functionID)(\(point.functionName)) does not exist") : exception,
            callStack: ["\(point.functionID)(\(point.functionName))"],
            designerDepth: 0,
            isInJava: false
          )
        )
      }
    }
    return thread
  }

  func makeThread(_ context: RunContext, isLifecycle: Bool, selfSaveRound: Int) -> ThreadOfControl {
    lastThread += 1
    let thread = ThreadOfControl(
      id: lastThread,
      machine: Machine(context: context),
      context: context,
      isLifecycle: isLifecycle,
      selfSaveRound: selfSaveRound
    )
    threads[thread.id] = thread
    return thread
  }

  /// Enters the function; a Java function as the direct target gets no parameters, as on the appliance.
  func enter(
    _ program: Program,
    _ position: Int,
    _ variables: VariableStore,
    _ inputs: [String: Value],
    _ thread: ThreadOfControl
  ) {
    thread.machine.start(program, function: position, variables: variables, inputs: inputs)
    if let java = program.functions[position].java {
      thread.state = .inJava
      let function = program.functions[position]
      var defaults: [String: Value] = [:]
      for input in function.inputs { defaults[input.name] = function.frame[input.slot] }
      let revision = thread.context.revision(of: program.module.id)
      runJava(
        JavaFunctionCall(module: program.module, revision: revision, function: java, inputs: defaults),
        thread
      )
    }
    if thread.isReady { ready.append(thread.id) }
  }

  func result(of thread: ThreadOfControl) -> RunResult {
    let status: RunResult.Status =
      if let failure = thread.failure { .failed(failure) } else if thread.hasEnded { .finished } else { .waiting }
    return RunResult(
      entryPoint: thread.context.bracket,
      status: status,
      outputs: thread.machine.results.mapValues { $0.deepCopy() },
      statements: thread.machine.statements
    )
  }
}
