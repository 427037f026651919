/// Java functions: handed to the host, and what the host may ask in return.
extension ModuleRuntime {
  /// Runs a Java function; the thread is ready again at once when the host knows the answer.
  func runJava(_ call: JavaFunctionCall, _ thread: ThreadOfControl) {
    if let outcome = javaHost.answer(call) {
      settle(call, outcome, thread)
      return
    }
    let environment = JavaEnvironment(
      runtime: self,
      thread: thread.id,
      module: call.module,
      instanceID: thread.context.instance.id,
      instanceName: thread.context.instance.name,
      entryPoint: thread.context.bracket,
      platformVersion: core.configuration.platformVersion
    )
    let host = javaHost
    let id = thread.id
    // The function runs elsewhere: it gets lists and maps of its own.
    var sent = call
    sent.inputs = call.inputs.mapValues { $0.deepCopy() }
    Task { [sent] in
      let outcome = await host.run(sent, in: environment)
      self.complete(call, outcome, id)
    }
  }

  private func complete(_ call: JavaFunctionCall, _ outcome: JavaFunctionOutcome, _ id: Int) {
    guard let thread = threads[id], thread.isInJava else { return }
    settle(call, outcome, thread)
    if thread.isReady { ready.append(id) }
    let watchers = thread.watchers
    thread.watchers.removeAll()
    for watcher in watchers { watcher.resume() }
    if watchers.isEmpty { Task { await self.drain() } }
  }

  private func settle(_ call: JavaFunctionCall, _ outcome: JavaFunctionOutcome, _ thread: ThreadOfControl) {
    let counter = core.coverage.counter(domain: call.module.id, id: call.function.id, name: call.function.name)
    // The entry point's function itself may be the Java one: then there is no call statement to go on from.
    let isEntry = thread.machine.isInJavaEntry
    switch outcome {
    case .ranChanging(let outputs, let inputs):
      for (name, value) in inputs { call.inputs[name]?.takeContent(of: value) }
      settle(call, .ran(outputs), thread)
    case .ran(let outputs):
      core.coverage.count(counter, .ranInJava)
      if isEntry { thread.machine.finishJavaEntry(outputs) } else { thread.machine.deliver(named: outputs) }
      thread.state = .ready
    case .linked(let reason):
      core.coverage.count(counter, .linked)
      thread.context.log(
        .warn,
        "Java function \(call.function.name) did not run (\(reason)): its outputs keep their defaults"
      )
      if isEntry { thread.machine.finishJavaEntry([:]) } else { thread.machine.deliver(named: [:]) }
      thread.state = .ready
    case .failed(let exception):
      core.coverage.count(counter, .ranInJava)
      var failure = isEntry ? thread.machine.failure(exception) : thread.machine.fail(exception)
      failure.isInJava = true
      fail(thread, failure)
    }
  }

  // MARK: What the host may ask

  func log(_ environment: JavaEnvironment, _ level: LogLevel, _ message: String) {
    if let thread = threads[environment.thread] {
      thread.context.log(level, message)
    } else {
      core.instances[environment.instanceID]?.log.write(level, environment.entryPoint, message, at: core.now)
    }
  }

  /// A thread of control for Java code whose own has ended: it asks in the name of the instance that started it. Nil
  /// when that is gone.
  func standIn(_ environment: JavaEnvironment) -> ThreadOfControl? {
    guard let instance = core.instances[environment.instanceID] else { return nil }
    let context = RunContext(
      core: core,
      instance: instance,
      bracket: environment.entryPoint,
      module: environment.module
    )
    return makeThread(context, isLifecycle: false, selfSaveRound: 0)
  }

  /// Invokes another function on behalf of a Java function, and waits for it.
  func invoke(
    _ thread: Int,
    module: String,
    function: String,
    inputs: [String: Value]
  ) async -> Result<[String: Value], JavaException> {
    guard let caller = threads[thread] else { return .failure(.runtime("the caller has ended")) }
    guard let loaded = core.modules[module] else { return .failure(.runtime("module \(module) is not installed")) }
    guard
      let position = loaded.program.position(ofFunction: function)
        ?? loaded.program.functions.firstIndex(where: { $0.name == function })
    else { return .failure(.runtime("function \(function) does not exist")) }
    let context = RunContext(
      core: core,
      instance: caller.context.instance,
      bracket: caller.context.bracket,
      module: loaded.program.module,
      runServices: caller.context.runServices
    )
    let child = makeThread(context, isLifecycle: caller.isLifecycle, selfSaveRound: caller.selfSaveRound)
    let variables =
      module == caller.context.instance.moduleID
      ? caller.context.instance.store : VariableStore(loaded.initialValues())
    enter(loaded.program, position, variables, inputs.mapValues { $0.deepCopy() }, child)
    await settle(child, waitsForClock: true, forJava: true)
    if let failure = child.failure { return .failure(failure.exception) }
    return .success(child.machine.results.mapValues { $0.deepCopy() })
  }

  /// A module-level variable of the instance, by name or id.
  func value(_ thread: Int, of variable: String) -> Value? {
    guard let instance = threads[thread]?.context.instance, let module = core.modules[instance.moduleID],
      let index = module.variable(variable)
    else { return nil }
    return instance.store.values[index].deepCopy()
  }

  func set(_ thread: Int, _ variable: String, _ value: Value) {
    guard let instance = threads[thread]?.context.instance, let module = core.modules[instance.moduleID],
      let index = module.variable(variable)
    else { return }
    instance.store.values[index] = value.deepCopy().converted(to: module.program.variables[index].kind)
  }

  /// Saves an instance from code (`ModuleRegistry.updateModuleInstance`): `InstanceChanged` fires just the same, on a
  /// thread of its own. An instance that saves itself in its own `InstanceChanged` is stopped after a few rounds.
  func saveFromCode(_ thread: Int, instance id: String, values: [String: Value]) throws(RuntimeError) {
    guard let caller = threads[thread] else { return }
    let instance = try instance(id)
    try save(values, in: instance)
    guard instance.state == .active, let module = core.modules[instance.moduleID] else { return }
    let round =
      instance === caller.context.instance && caller.context.bracket == "onInstanceChanged"
      ? caller.selfSaveRound + 1 : 0
    guard round <= core.configuration.selfSaveRounds else {
      caller.context.log(
        .error,
        "Instance '\(instance.name)' saves itself in its own InstanceChanged: the loop is stopped after "
          + "\(core.configuration.selfSaveRounds) rounds; the appliance would go on for ever"
      )
      return
    }
    for point in module.entryPoints {
      guard case .stage("InstanceChanged") = point.kind else { continue }
      start(point, of: module, instance, selfSaveRound: round)
    }
  }
}
