import ModuleRuntime

/// The conversation with one Java process.
actor JavaSession {
  /// Why the process is being ended, and on account of which call.
  struct Ending {
    var call: Int64?
    var exception: JavaException
  }

  private struct Pending {
    var call: JavaFunctionCall
    var environment: JavaEnvironment
    var continuation: CheckedContinuation<JavaFunctionOutcome, Never>
    var clock = CallClock()
    var isOverdue = false
  }

  let process: JavaProcess
  private let settings: RevisionSettings
  private var pending: [Int64: Pending] = [:]
  private var lastCall: Int64 = 0
  private var contexts = JavaContexts()
  /// What may still be written: the process counts for itself, and module code could make it say anything.
  private var allowance = 0
  /// Questions that wait for their answers.
  private var questions = 0
  private static let mostQuestions = 1024
  private var ending: Ending?
  private(set) var hasEnded = false
  private var readiness: CheckedContinuation<Bool, Never>?
  private var isReady = false
  private var leftoverAnswer: CheckedContinuation<[Leftover], Never>?

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
  private func environment(of origin: JavaOrigin) -> JavaEnvironment? {
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

  private func finish(_ number: Int64, _ outcome: JavaFunctionOutcome) {
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
  private func end(_ number: Int64?, _ exception: JavaException) {
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

  private static let nonsense = "what its Java process said is no message of the host"

  // MARK: - What the process says

  private func converse() async {
    for await frame in process.frames {
      do throws(WireReader.Malformed) {
        await handle(try JavaMessage(frame, from: process.token))
      } catch {
        end(nil, Self.failure(Self.nonsense))
      }
      process.takeNext(after: frame)
    }
    hasEnded = true
    readiness?.resume(returning: false)
    readiness = nil
    leftoverAnswer?.resume(returning: [])
    leftoverAnswer = nil
    for number in pending.keys.sorted() { finish(number, .failed(await reason(for: number))) }
  }

  private func handle(_ message: JavaMessage) async {
    switch message {
    case .ready:
      isReady = true
      readiness?.resume(returning: true)
      readiness = nil
    case .result(let call, let outputs): finish(call, .ran(outputs))
    case .thrown(let call, let thrown):
      let exception = thrown.printed(byJava: settings.configuration.javaLevel)
      finish(call, .failed(exception))
      // What else lives in that process has no memory either.
      if exception.className == "java.lang.OutOfMemoryError" {
        end(nil, Self.failure("another function of the module used up the memory of their Java process"))
        hasEnded = true
      }
    case .log(let origin, let level, let text): await log(origin, level, text)
    case .output(let origin, let isError, let text):
      await log(origin, isError ? .warn : .info, text, after: isError ? "[System.err] " : "[System.out] ")
    case .request(let request): answer(request)
    case .dumped(let call, let frames, let deadlock):
      guard pending[call]?.isOverdue == true else { return }
      let limit = settings.configuration.limits.wallTime
      end(
        call,
        Self.failure(
          "it ran longer than \(limit)" + (deadlock.isEmpty ? "" : ", in a deadlock: \(deadlock)"),
          frames: frames
        )
      )
    case .left(let leftovers):
      leftoverAnswer?.resume(returning: leftovers)
      leftoverAnswer = nil
    case .exiting(let origin, let frames):
      let text = "System.exit ends its Java process, on an appliance the whole application server"
      await ends(on: origin, Self.failure(text, frames: frames))
    case .flood(let origin, let frames):
      let limit = settings.configuration.limits.outputBytes
      await ends(on: origin, Self.failure("it wrote more than \(limit) bytes", frames: frames))
    }
  }

  private func log(_ origin: JavaOrigin, _ level: LogLevel, _ text: String, after title: String = "") async {
    // Never more than the process counts, which ends itself first when it is honest.
    allowance -= text.utf16.count
    if allowance < 0 {
      end(nil, Self.failure("its Java process wrote more than its calls may"))
      return
    }
    await environment(of: origin)?.log(level, title + text)
  }

  /// The process ends by itself on account of a call; that of a call long over is an ERROR of its own.
  private func ends(on origin: JavaOrigin, _ exception: JavaException) async {
    guard ending == nil else { return }
    ending = Ending(call: origin.call == 0 ? nil : origin.call, exception: exception)
    hasEnded = true
    // What the module does at the end may never end.
    Task { [process] in
      try? await Task.sleep(for: .seconds(2))
      process.kill()
    }
    guard pending[origin.call] == nil, let environment = environment(of: origin) else { return }
    // Of a long way through Java's own classes, the place where the module enters it.
    let isJava = { (frame: JavaException.Frame) in
      ["java.", "javax.", "jdk.", "sun."].contains { frame.className.hasPrefix($0) }
    }
    let frame = exception.frames.first { !isJava($0) } ?? exception.frames.first
    let place = frame.map { " at \($0.text)" } ?? ""
    await environment.log(.error, "A thread that a Java function left behind: \(exception.message ?? "")\(place)")
  }

  /// Why a call could not end by itself.
  func reason(for number: Int64?) async -> JavaException {
    let end = await process.end
    if let ending {
      if ending.call == number || ending.call == nil || number == nil { return ending.exception }
      return Self.failure("another call of the module ended their Java process (\(ending.exception.message ?? end))")
    }
    switch end {
    case "status 86": return JavaException("java.lang.OutOfMemoryError", "Java heap space")
    default: break
    }
    switch process.fault {
    case .output: return Self.failure("its Java process wrote too much around System.out")
    case .frame: return Self.failure(Self.nonsense)
    case nil: break
    }
    let words = process.lastWords.split(separator: "\n").prefix(4).joined(separator: " ")
    return Self.failure("its Java process ended with \(end)" + (words.isEmpty ? "" : ": \(words)"))
  }

  // MARK: - Questions

  private func answer(_ request: JavaRequest) {
    guard let environment = environment(of: request.origin) else {
      reply(to: request, nil)
      return
    }
    guard questions < Self.mostQuestions else {
      end(nil, Self.failure("its Java process asks more than \(Self.mostQuestions) questions at once"))
      return
    }
    questions += 1
    pending[request.origin.call]?.clock.asks(request.number)
    let platformCall = PlatformCall(
      module: environment.module.id,
      instance: environment.instanceName,
      owner: request.owner,
      method: request.method,
      descriptor: request.descriptor,
      arguments: request.arguments,
      receiver: request.receiver
    )
    Task {
      reply(to: request, await environment.answer(platformCall))
      settle(request)
    }
  }

  private func settle(_ request: JavaRequest) {
    questions -= 1
    pending[request.origin.call]?.clock.hears(request.number)
  }

  private func reply(to request: JavaRequest, _ answer: PlatformAnswer?) {
    var frame = WireWriter(.reply, to: process.token)
    frame.number(request.number)
    switch answer {
    case nil: frame.octet(0)
    case .value(let value):
      frame.octet(1)
      frame.value(value)
    case .failure(let exception):
      frame.octet(2)
      frame.text(exception.className)
      frame.text(exception.message ?? "")
    }
    process.send(frame.frame())
  }

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
