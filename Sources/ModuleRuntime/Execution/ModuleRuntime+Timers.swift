/// Timers on the runtime's clock.
extension ModuleRuntime {
  /// The clock's time, in milliseconds since 1970 UTC.
  public var now: Int64 { core.now }

  /// When the next timer or sleep is due; nil when nothing is. A host on the system clock calls ``runDue()`` then.
  public var nextDue: Int64? { queue.nextTime }

  /// Moves a virtual clock on: what is due on the way fires in order, each at its own time.
  public func advance(by milliseconds: Int64) async { await advance(to: core.now + max(0, milliseconds)) }

  /// Fires what is due by now.
  public func runDue() async { await advance(to: core.now) }

  /// - Parameter forJava: a running Java function lets the time pass; waiting for Java would be waiting for itself.
  func advance(to time: Int64, forJava: Bool = false) async {
    if forJava { await drain() } else { await settleAll() }
    while let (due, event) = queue.take(dueAt: time) {
      core.setTime(due)
      handle(event)
      if forJava { await drain() } else { await settleAll() }
    }
    core.setTime(time)
  }

  /// Waits until every thread of control has ended or waits for the clock or an event: also those that nobody waited
  /// for, such as an `InstanceChanged` that a save from code fired. Time stands still while Java works for somebody.
  ///
  /// Not to be called on behalf of a running Java function, which would wait for itself.
  public func settleAll() async {
    await drain()
    while let busy = threads.values.first(where: \.isInJava) {
      await withCheckedContinuation { busy.watchers.append($0) }
      await drain()
    }
  }

  private func handle(_ event: EventQueue.Event) {
    switch event {
    case .resume(let id, let outputs):
      guard let thread = threads[id] else { return }
      thread.machine.deliver(outputs)
      thread.state = .ready
      ready.append(id)
    case .poll: pollWaiters()
    case .telephony:
      core.pbx.tick(core.now)
      serveTelephony()
    case .timer(let id, let start, let position, let anchor):
      guard let instance = core.instances[id], instance.timerStarts[position] == start, instance.state == .active,
        let module = core.modules[instance.moduleID], module.entryPoints.indices.contains(position)
      else { return }
      fireTimer(position, of: module, instance, start: start, anchor: anchor)
    }
  }

  private func fireTimer(
    _ position: Int,
    of module: LoadedModule,
    _ instance: Instance,
    start number: Int,
    anchor: Int64
  ) {
    let point = module.entryPoints[position]
    if let settings = settings(of: point, module, instance),
      let next = settings.next(after: core.now, zone: core.configuration.zone, anchor: anchor)
    {
      queue.add(.timer(instance: instance.id, start: number, position: position, anchor: anchor), at: next)
    }
    guard instance.busyTimers[position] == nil else {
      instance.log.write(
        .warn,
        point.bracket,
        "Timer '\(point.name)' is due while its last run is still busy: skipped",
        at: core.now
      )
      return
    }
    let thread = start(point, of: module, instance)
    guard !thread.hasEnded else { return }
    thread.timer = position
    instance.busyTimers[position] = thread.id
  }

  /// Puts the first firing of every timer of an instance in the queue.
  func startTimers(of instance: Instance) {
    guard let module = core.modules[instance.moduleID] else { return }
    for position in module.entryPoints.indices { startTimer(position, of: module, instance) }
  }

  /// Starts the timers anew whose settings are among the variables that were saved; others keep their grid.
  func restartTimers(of instance: Instance, settings changed: Set<Int>) {
    guard instance.state == .active, let module = core.modules[instance.moduleID] else { return }
    for (position, point) in module.entryPoints.enumerated() {
      guard case .timer(_, let variable?) = point.kind, let index = module.variable(variable), changed.contains(index)
      else { continue }
      startTimer(position, of: module, instance)
    }
  }

  private func startTimer(_ position: Int, of module: LoadedModule, _ instance: Instance) {
    let point = module.entryPoints[position]
    guard case .timer = point.kind else { return }
    let now = core.now
    let number = instance.startsTimer(position)
    guard let settings = settings(of: point, module, instance) else {
      instance.log.write(
        .error,
        point.bracket,
        "Timer '\(point.name)' has no timer settings: it does not start",
        at: now
      )
      return
    }
    guard let first = settings.first(from: now, zone: core.configuration.zone) else {
      instance.log.write(
        .error,
        point.bracket,
        "Timer '\(point.name)': period '\(settings.periodName)' is not known",
        at: now
      )
      return
    }
    let anchor = settings.startTime == 0 ? now : settings.startTime
    queue.add(.timer(instance: instance.id, start: number, position: position, anchor: anchor), at: first)
  }

  /// The value of the timer's variable, else its resource.
  private func settings(of point: LoadedEntryPoint, _ module: LoadedModule, _ instance: Instance) -> TimerSettings? {
    guard case .timer(let settings, let variable) = point.kind else { return nil }
    if let variable, let index = module.variable(variable), case .object(let object) = instance.store.values[index],
      let chosen = object as? TimerSettings
    {
      return chosen
    }
    return settings
  }
}
