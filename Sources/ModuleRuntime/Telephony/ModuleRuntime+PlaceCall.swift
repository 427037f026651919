/// Calls into the simulated telephone system, from the first stage to the last.
///
/// The stages whose kernel entry points run, one instance after the other in the order in which they were made:
///
/// | call | stages |
/// |---|---|
/// | every call | `PreTargetDetermination`, then the target is determined, then `PostTargetDetermination` |
/// | from outside | … and `PostTargetDeterminationIncoming` |
/// | to a user or group | … `PostPhoneSelection`, then the phones ring |
/// | of a user to the outside | … `PostLineSelection`, `PreLineDial`, then the line is dialled |
/// | to an emergency number | `EmergencyCall`, then the line is dialled; nothing before it can hold it up |
/// | to a service | … `Service`, then the service entry point |
/// | in the end | `CallHangup`, on a channel that is hung up |
///
/// A run that fails is a line in its instance's log: the next entry point runs, and the call goes on. A run that ends
/// the call (`Hangup`, a bridge that was hung up) ends the stages too. When the caller hangs up, a run that waits for
/// the call ends quietly, as does one that calls the next function that needs the channel; one that does not touch the
/// channel (`Sleep`, a loop) goes on to its end.
extension ModuleRuntime {
  private static let ringTime: Int64 = 120_000

  /// Places a call and follows it to its end. A virtual clock is moved on for it.
  ///
  /// - Throws: when the script names a user or a service entry point that does not exist.
  public func placeCall(_ script: CallScript) async throws(RuntimeError) -> CallOutcome {
    if case .user(let login) = script.caller, core.pbx.state.user(login: login) == nil { throw .unknownUser(login) }
    var service: PBXService?
    if case .service(let name, let instance) = script.called {
      let named = PBXService(number: "", instance: instance, entryPoint: name)
      guard find(named) != nil else {
        throw .unknownEntryPoint("agi:\(name)", module: instance ?? "any active instance")
      }
      service = named
    }
    let call = LiveCall(script, pbx: core.pbx, language: core.configuration.language, now: core.now)
    await handle(call, service)
    while let (number, target) = call.takeRedirection() {
      call.calledNumber = number
      if case .service(let service) = target { await serve(service, call) } else { await connect(call, to: target) }
    }
    call.end(.serviceEnd, now: core.now)
    await runStage("CallHangup", call)
    await settleAll()
    return outcome(of: call)
  }

  /// Runs one entry point of a call by itself, in a simple call from outside.
  func run(_ point: LoadedEntryPoint, of module: LoadedModule, _ instance: Instance, inputs: [String: Value]) async
    -> RunResult
  {
    let called: CallScript.Called =
      if case .service = point.kind { .service(point.name, instance: instance.name) } else { .number("") }
    let script = CallScript(from: .external(number: "+4972100001"), to: called)
    let call = LiveCall(script, pbx: core.pbx, language: core.configuration.language, now: core.now)
    if case .kernel("CallHangup") = point.kind { call.end(.caller, now: core.now) }
    let thread = start(point, of: module, instance, inputs: inputs, in: call)
    await follow(thread, call)
    call.end(.serviceEnd, now: core.now)
    await settleAll()
    return result(of: thread)
  }

  // MARK: Stages

  private func handle(_ call: LiveCall, _ service: PBXService?) async {
    let isEmergency = call.isFromInside && isEmergencyNumber(call.calledNumber)
    if isEmergency {
      await runStage("EmergencyCall", call)
      guard call.isOpen else { return await hold(call) }
      await connect(call, to: .outside(NumberPlan(core.pbx.state).withoutPrefix(call.calledNumber)))
      return
    }
    await runStage("PreTargetDetermination", call)
    guard call.isOpen else { return await hold(call) }
    let target = service.map { .service($0) } ?? determine(call)
    call.note(.target, target.text(core.pbx.state), at: core.now)
    await runStage("PostTargetDetermination", call)
    if !call.isFromInside { await runStage("PostTargetDeterminationIncoming", call) }
    guard call.isOpen else { return await hold(call) }
    switch target {
    case .service(let service): await serve(service, call)
    case .user, .group:
      await runStage("PostPhoneSelection", call)
      await connect(call, to: target)
    case .outside:
      await runStage("PostLineSelection", call)
      await runStage("PreLineDial", call)
      // A module may have changed the number on the way: in the form that the line dials.
      let number = NumberPlan(core.pbx.state).withoutPrefix(call.calledNumber)
      await connect(call, to: .outside(number))
    case .voicemail, .conference, .listening: await connect(call, to: target)
    case .unknown: call.end(.unknownNumber, now: core.now)
    }
  }

  private func isEmergencyNumber(_ number: String) -> Bool {
    let state = core.pbx.state
    return state.emergencyNumbers.contains(number)
      || state.emergencyNumbers.contains(String(number.dropFirst(state.outgoingPrefix.count)))
        && number.hasPrefix(state.outgoingPrefix)
  }

  /// What the number reaches, and which account that is.
  private func determine(_ call: LiveCall) -> NumberPlan.Target {
    let target = NumberPlan(core.pbx.state).target(of: call.calledNumber, fromInside: call.isFromInside)
    switch target {
    case .user(let id): call.calleeAccount = id
    case .group(let id):
      call.calleeAccount = id
      call.groupID = id
    default: break
    }
    return target
  }

  /// Runs the kernel entry points of a stage; none once the call is over, but for `CallHangup`.
  private func runStage(_ stage: String, _ call: LiveCall) async {
    let isLast = stage == "CallHangup"
    guard isLast || call.isOpen else { return }
    var isNoted = false
    for instance in activeInstances {
      guard let module = core.modules[instance.moduleID] else { continue }
      for point in module.entryPoints {
        guard case .kernel(stage) = point.kind, instance.state == .active else { continue }
        if !isNoted { call.note(.stage, stage, at: core.now) }
        isNoted = true
        await follow(start(point, of: module, instance, in: call), call)
        guard isLast || call.isOpen else { return }
      }
    }
  }

  private func serve(_ service: PBXService, _ call: LiveCall) async {
    await runStage("Service", call)
    guard call.isOpen else { return await hold(call) }
    guard let (instance, module, point) = find(service) else { return call.end(.unknownNumber, now: core.now) }
    call.note(.service, point.name, at: core.now)
    await follow(start(point, of: module, instance, in: call), call)
    await hold(call)
    if call.isOpen { call.end(.serviceEnd, now: core.now) }
  }

  private func connect(_ call: LiveCall, to target: NumberPlan.Target) async {
    guard call.isOpen else { return await hold(call) }
    let connection = Connection(
      call,
      to: target,
      number: call.calledNumber,
      callerName: call.caller.name,
      callerNumber: call.callerExternalNumber,
      timeout: Self.ringTime
    )
    while true {
      await drain()
      let step: Connection.Step
      do throws(JavaException) { step = try connection.step(core.now) } catch { return }
      switch step {
      case .until(let time): await pass(until: time)
      case .over(let result):
        let ending: CallOutcome.Ending =
          switch result {
          case .answered: .serviceEnd
          case .busy, .rejected: .busy
          case .noAnswer, .cancelled: .noAnswer
          case .unreachable: .unknownNumber
          }
        return call.end(ending, now: core.now)
      }
    }
  }

  // MARK: Time

  /// Waits for a run, and lets it go when the call is over and it does not wait for the call.
  private func follow(_ thread: ThreadOfControl, _ call: LiveCall) async {
    while !thread.hasEnded {
      await drain()
      switch thread.state {
      case .ended: return
      case .ready: await Task.yield()
      case .inJava: await withCheckedContinuation { thread.watchers.append($0) }
      case .waiting:
        if call.leftTime != nil { return }
        await pass(until: nil)
      }
    }
  }

  /// Waits while the call is in the park.
  private func hold(_ call: LiveCall) async {
    while call.isParked {
      await drain()
      await pass(until: nil)
    }
  }

  /// Lets the next thing happen: the next event, or the time given.
  private func pass(until time: Int64?) async {
    let next = [queue.nextTime, time].compactMap(\.self).min() ?? core.now
    switch core.configuration.clock {
    case .virtual: await advance(to: next)
    case .system:
      // A host's own timer may be at it too; looking too often does no harm.
      try? await Task.sleep(for: .milliseconds(min(1000, max(1, next - core.now))))
      await runDue()
    }
  }

  private func outcome(of call: LiveCall) -> CallOutcome {
    CallOutcome(
      id: call.id,
      isAnswered: call.answerTime != nil,
      ending: call.ending ?? .serviceEnd,
      duration: (call.endTime ?? core.now) - call.startTime,
      runs: call.runs.map { thread in
        let status: CallOutcome.Run.Status =
          if let failure = thread.failure {
            .failed(failure)
          } else if thread.wasHungUp { .hungUp } else if thread.hasEnded { .finished } else { .waiting }
        return CallOutcome.Run(
          instance: thread.context.instance.name,
          entryPoint: thread.context.bracket,
          status: status
        )
      },
      dials: call.dials,
      timeline: call.timeline
    )
  }
}
