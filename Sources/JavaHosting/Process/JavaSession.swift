import ModuleRuntime

/// The conversation with one Java process.
actor JavaSession {
  /// Why the process is being ended, and on account of which call.
  struct Ending {
    var call: Int64?
    var exception: JavaException
  }

  /// A call that the process works on.
  struct Pending {
    var call: JavaFunctionCall
    var environment: JavaEnvironment
    var continuation: CheckedContinuation<JavaFunctionOutcome, Never>
    var clock = CallClock()
    var isOverdue = false
  }

  let process: JavaProcess
  let settings: RevisionSettings
  var pending: [Int64: Pending] = [:]
  private var lastCall: Int64 = 0
  private var contexts = JavaContexts()
  /// What may still be written: the process counts for itself, and module code could make it say anything.
  var allowance = 0
  /// Questions that wait for their answers.
  var questions = 0
  static let mostQuestions = 1024
  var ending: Ending?
  var hasEnded = false
  var readiness: CheckedContinuation<Bool, Never>?
  var isReady = false
  var leftoverAnswer: CheckedContinuation<[Leftover], Never>?

  private init(_ process: JavaProcess, _ settings: RevisionSettings) {
    self.process = process
    self.settings = settings
  }

  /// Starts a process and waits until it is ready.
  static func start(_ command: JavaCommandLine, _ settings: RevisionSettings) async throws -> JavaSession {
    let limits = settings.configuration.limits
    let process = try JavaProcess(command, rawLimit: limits.outputBytes)
    let session = JavaSession(process, settings)
    Task { await session.converse() }
    let timer = Task {
      try await Task.sleep(for: limits.startTime)
      process.kill()
    }
    defer { timer.cancel() }
    guard await session.waitUntilReady() else {
      let end = await process.end
      let words = process.lastWords.split(separator: "\n").first.map { ": \($0)" } ?? ""
      throw JavaHostingError.start(reason: end + words)
    }
    return session
  }

  private func waitUntilReady() async -> Bool {
    if isReady || hasEnded { return isReady }
    return await withCheckedContinuation { readiness = $0 }
  }

  // MARK: - Calls

  func run(
    _ call: JavaFunctionCall,
    className: String,
    in environment: JavaEnvironment
  ) async -> JavaFunctionOutcome {
    guard !hasEnded else { return .failed(await reason(for: nil)) }
    lastCall += 1
    let number = lastCall
    allowance += settings.configuration.limits.outputBytes
    var frame = WireWriter(.run, to: process.token)
    frame.number(number)
    frame.count(contexts.number(of: environment))
    frame.text(className)
    frame.count(call.inputs.count)
    for (name, value) in call.inputs.sorted(by: { $0.key < $1.key }) {
      frame.text(name)
      frame.value(value)
    }
    frame.count(call.function.outputs.count)
    for output in call.function.outputs { frame.text(output.name) }
    let bytes = frame.frame()
    release()
    return await withCheckedContinuation { continuation in
      pending[number] = Pending(
        call: call,
        environment: environment,
        continuation: continuation
      )
      process.send(bytes)
      Task { await watch(number) }
    }
  }

  /// The world of a thread: its call's, or when that is over, what the call saw.
  func environment(of origin: JavaOrigin) -> JavaEnvironment? {
    pending[origin.call]?.environment ?? contexts[origin.context]
  }

  /// Tells the process which of its objects nobody holds any more.
  private func release() {
    let handles = process.token.takeReleased()
    guard !handles.isEmpty else { return }
    var frame = WireWriter(.release, to: process.token)
    frame.count(handles.count)
    for handle in handles { frame.number(handle) }
    process.send(frame.frame())
  }

  func finish(_ number: Int64, _ outcome: JavaFunctionOutcome) {
    pending.removeValue(forKey: number)?.continuation.resume(returning: outcome)
  }

  /// Ends a call that takes too long; first the process is asked where it is.
  private func watch(_ number: Int64) async {
    let limit = settings.configuration.limits.wallTime
    while let call = pending[number] {
      let left = call.clock.left(of: limit)
      if left > .zero {
        try? await Task.sleep(for: left)
        continue
      }
      if call.isOverdue {
        end(number, Self.failure("it ran longer than \(limit), and its Java process did not answer"))
        return
      }
      pending[number]?.isOverdue = true
      var frame = WireWriter(.dump, to: process.token)
      frame.number(number)
      process.send(frame.frame())
      try? await Task.sleep(for: .seconds(1))
    }
  }

  /// Ends the process on account of a call.
  func end(_ number: Int64?, _ exception: JavaException) {
    if ending == nil { ending = Ending(call: number, exception: exception) }
    process.kill()
  }

  static func failure(_ message: String, frames: [JavaException.Frame] = []) -> JavaException {
    JavaException(
      "de.vertico.starface.module.core.runtime.ModuleRuntimeException",
      "the Java function was ended: " + message,
      frames: frames
    )
  }

  static let nonsense = "what its Java process said is no message of the host"

  // MARK: - The end

  /// What of the module goes on in the process: threads, timers, subscriptions.
  func leftovers() async -> [Leftover] {
    guard !hasEnded, leftoverAnswer == nil else { return [] }
    let timer = Task {
      try await Task.sleep(for: .seconds(3))
      giveUpOnLeftovers()
    }
    defer { timer.cancel() }
    return await withCheckedContinuation { continuation in
      leftoverAnswer = continuation
      process.send(WireWriter(.leftovers, to: process.token).frame())
    }
  }

  private func giveUpOnLeftovers() {
    leftoverAnswer?.resume(returning: [])
    leftoverAnswer = nil
  }

  /// Ends the process and waits for its end.
  func close() async {
    end(nil, Self.failure("its module was replaced or removed"))
    hasEnded = true
    _ = await process.end
  }
}
