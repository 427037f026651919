import HostNetworking
import ModuleDescriptors
import ModulePackages
import ModuleRuntime
import Synchronization

/// A module's life in the emulator: import, create, activate, events, deactivate.
struct ModuleLife: Sendable {
  /// What came of it.
  struct Outcome: Sendable {
    /// Lines at ERROR in the module log.
    var errors: Int
    /// Why the module or the instance was refused.
    var refusal: String?
    /// What RPC entry points answered, and what became of calls.
    var answers: [String]
    /// What was emulated, mocked, not emulated.
    var coverage: String
    /// What the module's Java code left behind at a re-import.
    var leftovers: [Leftover]
    /// The messages at ERROR, with the entry point's bracket.
    var failures: [(bracket: String, message: String)]
    /// Why log files could not be written.
    var logProblems: [RotatingLogFile.Problem] = []
  }

  /// The module.
  var package: ModulePackage
  /// The platform's version; nil takes the runtime's own default.
  var platform: String?
  /// The instance's name; nil takes the module's.
  var instance: String?
  /// The configuration by variable name.
  var values: [String: String] = [:]
  /// What happens after activation, in order.
  var events: [RunEvent] = []
  /// Whether each timer, RPC, service and kernel entry point runs once: with default inputs, for somebody outside.
  var probes = false
  /// Virtual milliseconds that pass after the events.
  var advance: Int64 = 0
  /// What the log tells.
  var logLevel: LogLevel = .info
  /// A folder for log files; nil for none.
  var logFolder: String?
  /// Whether a function that is not emulated fails.
  var isStrict = true
  /// What answers calls of Java functions.
  var javaHost: any JavaFunctionHost = NoJavaHost()
  /// Modules that are installed beside it.
  var library: [ModulePackage] = []
  /// Whether the module is imported again at the end.
  var reimports = false
  /// Whether the instance is deleted after that.
  var deletes = false

  /// Lives it; `line` sees each entry of the log as it is written.
  ///
  /// - Parameter start: where the virtual clock begins, in milliseconds since 1970.
  func run(start: Int, line: @escaping @Sendable (String, LogLevel) -> Void) async -> Outcome {
    var configuration = RuntimeConfiguration(
      clock: .virtual(start: Int64(start)),
      zone: .system,
      logLevel: logLevel,
      isStrict: isStrict
    )
    configuration.httpClient = LoopbackHTTPClient()
    configuration.logFolder = logFolder
    if let platform { configuration.platformVersion = platform }
    let zone = configuration.zone
    let errors = Mutex<[(bracket: String, message: String)]>([])
    let runtime = ModuleRuntime(configuration: configuration, javaHost: javaHost) { entry in
      if entry.level == .error { errors.withLock { $0.append((entry.bracket, entry.message)) } }
      line(entry.text(zone: zone), entry.level)
    }
    var answers: [String] = []
    var leftovers: [Leftover] = []
    var refusal: String?
    do throws(RuntimeError) {
      (answers, leftovers) = try await live(in: runtime)
    } catch {
      refusal = error.description
    }
    let failures = errors.withLock { $0 }
    return Outcome(
      errors: failures.count,
      refusal: refusal,
      answers: answers,
      coverage: [await runtime.coverage.summary, await runtime.platformSummary].compactMap(\.self)
        .joined(separator: "\n"),
      leftovers: leftovers,
      failures: failures,
      logProblems: await runtime.logProblems
    )
  }

  private func live(in runtime: ModuleRuntime) async throws(RuntimeError) -> ([String], [Leftover]) {
    for other in library { try await runtime.importPackage(other) }
    let imported = try await runtime.importPackage(package)
    let name = instance ?? package.descriptor?.name ?? "module"
    let id = try await runtime.createInstance(
      of: imported.moduleID,
      name: name,
      values: values.mapValues { .string($0) },
      logLevel: logLevel
    )
    try await runtime.activate(id)
    var answers: [String] = []
    for event in events {
      if let call = try await call(event, runtime, name) {
        answers.append("\(event.event.text) -> \(call.summary)")
        continue
      }
      let inputs = Dictionary(event.inputs.map { ($0.name, Value.string($0.value)) }, uniquingKeysWith: { $1 })
      for result in try await runtime.fire(event.event, at: id, inputs: inputs) {
        guard case .rpc = event.event, result.status == .finished else { continue }
        let outputs = result.outputs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }
        answers.append("\(event.event.text) -> \(outputs.joined(separator: ", "))")
      }
    }
    await runtime.runDue()
    if advance > 0 { await runtime.advance(by: advance) }
    if probes { try await probe(runtime, id, name) }
    var leftovers: [Leftover] = []
    if reimports {
      leftovers = try await runtime.importPackage(package).leftovers
    } else {
      try await runtime.deactivate(id)
    }
    if deletes { try await runtime.delete(id) }
    return (answers, leftovers)
  }

  /// Places the call that an event means; nil for one that is no call of a service.
  private func call(
    _ event: RunEvent,
    _ runtime: ModuleRuntime,
    _ instance: String
  ) async throws(RuntimeError) -> CallOutcome? {
    guard case .service(let service) = event.event, let caller = event.caller,
      package.descriptor?.entryPoints.contains(where: { $0.isService(service) }) ?? false
    else { return nil }
    return try await runtime.placeCall(caller.script(service: service, instance: instance))
  }

  /// Reaches what only others start. A module that deactivates itself is left alone from then on.
  private func probe(_ runtime: ModuleRuntime, _ id: String, _ name: String) async throws(RuntimeError) {
    for point in package.descriptor?.entryPoints ?? [] {
      guard await runtime.instances.first(where: { $0.id == id })?.isRunning == true else { return }
      switch point {
      case .rpc(let rpc): try await runtime.fire(.rpc(rpc.name), at: id)
      case .agiService(let service):
        let caller = CallScript.Caller.external(number: "+4972100001")
        _ = try await runtime.placeCall(CallScript(from: caller, to: .service(service.name, instance: name)))
      case .timer(let timer): try await runtime.fire(.timer(timer.name), at: id)
      case .agiKernel(let kernel): try await runtime.fire(.kernel(kernel.stage.rawValue), at: id)
      case .lifeCycle, .unknown: continue
      }
    }
  }
}

extension EntryPoint {
  fileprivate func isService(_ name: String) -> Bool {
    if case .agiService(let point) = self { point.name == name } else { false }
  }
}

extension CallOutcome {
  /// What became of a call, in a line.
  var summary: String {
    var parts = [isAnswered ? "answered" : "not answered"]
    if !playedFiles.isEmpty { parts.append("played \(playedFiles.joined(separator: ", "))") }
    if !digits.isEmpty { parts.append("digits \(digits)") }
    for dial in dials { parts.append("dialled \(dial.target): \(dial.result.rawValue)") }
    if !bridges.isEmpty { parts.append("talked with \(bridges.joined(separator: ", "))") }
    if !listenedTo.isEmpty { parts.append("listened in") }
    if !conferences.isEmpty { parts.append("in conference \(conferences.joined(separator: ", "))") }
    parts.append("ended (\(ending.rawValue)) after \(duration) ms")
    return parts.joined(separator: ", ")
  }
}
