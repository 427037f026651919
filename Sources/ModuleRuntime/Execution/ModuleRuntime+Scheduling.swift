/// How threads of control take turns.
extension ModuleRuntime {
  private static let slice = 10_000

  /// Runs what is ready until nothing is; long runs take turns and let other calls to the runtime in between.
  func drain() async {
    serveTelephony()
    while !ready.isEmpty {
      let id = ready.removeFirst()
      guard let thread = threads[id], thread.isReady else { continue }
      if step(thread) {
        ready.append(id)
        await Task.yield()
      }
      serveTelephony()
    }
  }

  /// Runs a thread until it ends, waits, or has used its slice; true for the last.
  private func step(_ thread: ThreadOfControl) -> Bool {
    while true {
      switch thread.machine.run(slice: Self.slice) {
      case .finished:
        end(thread)
        return false
      case .failed(let failure):
        fail(thread, failure)
        return false
      case .sliceUsed:
        let limits = thread.context.limits
        if thread.machine.statements > limits.statements {
          fail(thread, thread.machine.failure(.runtime("more than \(limits.statements) statements: the run is ended")))
          return false
        }
        if ContinuousClock.now - thread.startInstant > limits.wallTime {
          fail(thread, thread.machine.failure(.runtime("longer than \(limits.wallTime): the run is ended")))
          return false
        }
        return true
      case .waiting(let outcome):
        wait(thread, outcome)
        if !thread.isReady { return false }
      case .java(let call):
        thread.state = .inJava
        runJava(call, thread)
        if !thread.isReady { return false }
      }
    }
  }

  // MARK: Waiting

  private func wait(_ thread: ThreadOfControl, _ outcome: BuiltInOutcome) {
    switch outcome {
    case .done(let values):
      thread.machine.deliver(values)
    case .later(let milliseconds, let outputs):
      thread.state = .waiting(nil)
      let (time, overflow) = core.now.addingReportingOverflow(max(0, milliseconds))
      queue.add(.resume(thread: thread.id, outputs: outputs), at: overflow ? .max : time)
      wake(thread)
    case .request(let request, let finish):
      thread.state = .inJava
      send(request, for: thread, finish)
    case .wait(let wait):
      thread.state = .waiting(wait)
      if poll(thread, wait) { return }
      waiters.append(thread.id)
      expect(thread, wait)
      wake(thread)
    }
  }

  /// Asks for what a thread waits for; true when it can go on or has failed.
  private func poll(_ thread: ThreadOfControl, _ wait: any BuiltInWait) -> Bool {
    do throws(JavaException) {
      guard let values = try wait.poll(thread.context) else { return false }
      thread.machine.deliver(values)
      thread.state = .ready
    } catch {
      fail(thread, thread.machine.fail(error))
    }
    return true
  }

  /// Puts the deadline of a wait in the queue, once.
  private func expect(_ thread: ThreadOfControl, _ wait: any BuiltInWait) {
    guard let deadline = wait.deadline, deadline != thread.expected else { return }
    thread.expected = deadline
    queue.add(.poll(thread: thread.id), at: deadline)
  }

  /// Lets every thread that waits for an event ask again: something happened to the simulated PBX, say.
  public func wakeWaiters() async {
    pollWaiters()
    await drain()
  }

  func pollWaiters() {
    let asked = waiters
    waiters.removeAll()
    for id in asked {
      guard let thread = threads[id], case .waiting(let wait?) = thread.state else { continue }
      if poll(thread, wait) {
        if thread.isReady { ready.append(id) }
      } else {
        waiters.append(id)
        expect(thread, wait)
      }
    }
  }

  // MARK: Ends

  func end(_ thread: ThreadOfControl) {
    guard !thread.hasEnded else { return }
    thread.state = .ended
    thread.context.runServices.find(RunResources.self)?.runEnds(thread.context, failed: false)
    if thread.context.reportsDecisions {
      let count = thread.machine.statements
      thread.context.log(
        .debug,
        "Entry point ends after \(core.now - thread.startTime) ms (\(count) statement\(count == 1 ? "" : "s"))"
      )
    }
    finish(thread)
  }

  func fail(_ thread: ThreadOfControl, _ failure: Failure) {
    guard !thread.hasEnded else { return }
    thread.state = .ended
    thread.context.runServices.find(RunResources.self)?.runEnds(
      thread.context,
      failed: !failure.exception.isHangUp
    )
    if failure.exception.isHangUp {
      thread.wasHungUp = true
      let place = failure.callStack.first.map { " at \($0)" } ?? ""
      thread.context.log(.debug, "The channel is hung up: the run ends\(place)")
    } else {
      thread.failure = failure
      thread.context.log(failure, isLifecycle: thread.isLifecycle)
    }
    finish(thread)
  }

  private func finish(_ thread: ThreadOfControl) {
    threads[thread.id] = nil
    thread.onEnd?(thread)
    thread.onEnd = nil
    if let timer = thread.timer, thread.context.instance.busyTimers[timer] == thread.id {
      thread.context.instance.busyTimers[timer] = nil
    }
    wake(thread)
  }

  private func wake(_ thread: ThreadOfControl) {
    let watchers = thread.watchers
    thread.watchers.removeAll()
    for watcher in watchers { watcher.resume() }
  }

  /// Waits until a thread has ended, or waits for the clock. With `waitsForClock` a virtual clock is moved on for it,
  /// as far as patience reaches, so that whoever fires an event sees it through.
  /// A thread that a running Java function waits for is settled `forJava`.
  func settle(_ thread: ThreadOfControl, waitsForClock: Bool, forJava: Bool = false) async {
    let patience = core.now.addingReportingOverflow(core.configuration.patience)
    while !thread.hasEnded {
      await drain()
      switch thread.state {
      case .ended: return
      case .ready: await Task.yield()
      case .inJava: await withCheckedContinuation { thread.watchers.append($0) }
      case .waiting:
        guard waitsForClock else { return }
        guard case .virtual = core.configuration.clock else {
          await withCheckedContinuation { thread.watchers.append($0) }
          continue
        }
        guard let next = queue.nextTime, next <= (patience.overflow ? .max : patience.partialValue) else { return }
        await advance(to: next, forJava: forJava)
      }
    }
  }
}
