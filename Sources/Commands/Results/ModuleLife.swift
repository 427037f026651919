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
    /// What RPC entry points answered.
    var answers: [String]
    /// What was emulated, mocked, not emulated.
    var coverage: String
    /// What the module's Java code left behind at a re-import.
    var leftovers: [Leftover]
    /// The messages at ERROR, with the entry point's bracket.
    var failures: [(bracket: String, message: String)]
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
  /// Virtual milliseconds that pass after the events.
  var advance: Int64 = 0
  /// What the log tells.
  var logLevel: LogLevel = .info
  /// Whether a function that is not emulated fails.
  var isStrict = true
  /// What answers calls of Java functions.
  var javaHost: any JavaFunctionHost = NoJavaHost()
  /// Modules that are installed beside it.
  var library: [ModulePackage] = []
  /// Whether the module is imported again at the end.
  var reimports = false

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
      failures: failures
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
      let inputs = Dictionary(event.inputs.map { ($0.name, Value.string($0.value)) }, uniquingKeysWith: { $1 })
      for result in try await runtime.fire(event.event, at: id, inputs: inputs) {
        guard case .rpc = event.event, result.status == .finished else { continue }
        let outputs = result.outputs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.text)" }
        answers.append("\(event.event.text) -> \(outputs.joined(separator: ", "))")
      }
    }
    await runtime.runDue()
    if advance > 0 { await runtime.advance(by: advance) }
    if reimports {
      let again = try await runtime.importPackage(package)
      return (answers, again.leftovers)
    }
    try await runtime.deactivate(id)
    return (answers, [])
  }
}
