/// The telephone system as seen from outside, and what it needs of the runtime.
extension ModuleRuntime {
  /// The simulated telephone system as it is now, calls included.
  public var pbx: PBXState { core.pbx.snapshot }

  /// What modules did to the telephone system, oldest first.
  public var pbxActions: [PBXAction] { core.pbx.actions }

  /// Changes the telephone system as a person would: somebody logs into a group, a call comes to its end. The calls of
  /// the state are those that no script makes.
  public func changePBX(_ change: @Sendable (inout PBXState) -> Void) async {
    core.pbx.change(now: core.now, change)
    await settleAll()
  }

  /// Ends a call by its UUID.
  /// - Returns: false when there is no such call.
  @discardableResult
  public func hangUp(call id: String) async -> Bool {
    let isKnown = core.pbx.hangUp(id, now: core.now)
    await settleAll()
    return isKnown
  }

  /// A user writes to a module's bot, or to another user.
  public func chat(from sender: String, to receiver: String, _ text: String) async {
    core.pbx.deliver(ChatMessage(time: core.now, sender: sender, receiver: receiver, text: text))
    await settleAll()
  }

  /// Does what built-in functions asked of the runtime on behalf of the telephone system.
  func serveTelephony() {
    let pbx = core.pbx
    guard pbx.isWanting else { return }
    for time in Set(pbx.takeWakeUps()).sorted() { queue.add(.telephony, at: time) }
    let runs = pbx.requestedRuns
    pbx.requestedRuns.removeAll()
    for run in runs { begin(run) }
    let instances = pbx.requestedDeactivations
    pbx.requestedDeactivations.removeAll()
    for id in instances { deactivateFromCode(id) }
    let replies = pbx.requestedReplies
    pbx.requestedReplies.removeAll()
    for reply in replies { begin(reply) }
    if pbx.takeNews() { pollWaiters() }
  }

  /// Deactivates an instance on behalf of code, perhaps its own: `InstanceDeactivated` runs on threads of its own, and
  /// what runs now comes to its end.
  private func deactivateFromCode(_ id: String) {
    guard let instance = core.instances[id], instance.state == .active, let module = core.modules[instance.moduleID]
    else { return }
    instance.state = .inactive
    instance.timerStarts = [:]
    instance.busyTimers = [:]
    for point in module.entryPoints {
      guard case .stage("InstanceDeactivated") = point.kind else { continue }
      start(point, of: module, instance)
    }
  }

  private func begin(_ run: ServiceRun) {
    guard let (instance, module, point) = find(run.service),
      !run.call.handlers.contains(instance.id) || run.call.recallable.contains(instance.id)
    else {
      run.state = .refused
      core.pbx.tell()
      return
    }
    run.call.note(.service, point.name, at: core.now)
    run.state = .running(start(point, of: module, instance, in: run.call))
  }

  /// A bot answers a message with what a function of its module makes of it.
  private func begin(_ reply: ChatReply) {
    guard let instance = core.instances[reply.connection.instanceID], let module = core.modules[instance.moduleID],
      let position = module.program.position(ofFunction: reply.function)
        ?? module.program.functions.firstIndex(where: { $0.name == reply.function })
    else { return }
    let context = RunContext(
      core: core,
      instance: instance,
      bracket: "chat \(reply.connection.bot)",
      module: module.program.module
    )
    let thread = makeThread(context, isLifecycle: false, selfSaveRound: 0)
    thread.onEnd = { [pbx = core.pbx] thread in
      guard let text = thread.machine.results[reply.output], !text.isNull else { return }
      pbx.deliver(
        ChatMessage(time: context.now, sender: reply.connection.bot, receiver: reply.receiver, text: text.text)
      )
    }
    enter(module.program, position, instance.store, [reply.input: .string(reply.text)], thread)
  }

  /// The active instance and its entry point behind a service number.
  func find(_ service: PBXService) -> (instance: Instance, module: LoadedModule, point: LoadedEntryPoint)? {
    for instance in activeInstances where service.instance == nil || service.instance == instance.name {
      guard let module = core.modules[instance.moduleID],
        let point = module.entryPoints.first(where: { point in
          if case .service = point.kind { point.name == service.entryPoint } else { false }
        })
      else { continue }
      return (instance, module, point)
    }
    return nil
  }

  /// The active instances in the order in which they were made.
  var activeInstances: [Instance] {
    core.instances.values.filter { $0.state == .active }.sorted { $0.id < $1.id }
  }
}
