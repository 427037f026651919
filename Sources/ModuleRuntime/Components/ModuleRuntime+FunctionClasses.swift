/// Built-in functions that Java code makes and executes itself: `new Execute4()`, fields set, `execute(context)`, fields
/// read. Inputs come as one map of fields, outputs go back as one.
extension ModuleRuntime {
  func run(
    _ entry: BuiltInReference.Entry,
    _ call: PlatformCall,
    _ caller: ThreadOfControl
  ) async -> PlatformAnswer? {
    var fields: [String: Value] = [:]
    if case .map(let map)? = call.arguments.last {
      for field in map.entries { fields[field.key.javaText] = field.value }
    }
    let counter = core.coverage.counter(domain: entry.domain, id: entry.id, name: entry.id)
    let mock = MockCall(
      domain: entry.domain,
      id: entry.id,
      name: entry.id,
      arguments: fields,
      instance: call.instance,
      time: call.time
    )
    let mocked = core.mocks.answer(mock)
    if let mocked, let effect = core.registry.find(domain: entry.domain, id: entry.id)?.effect {
      core.services.find(HostEffectJournal.self)?.add(effect, mock, mocked)
    }
    switch mocked {
    case .outputs(let outputs):
      core.coverage.count(counter, .mocked)
      return answer(outputs)
    case .failure(let exception):
      core.coverage.count(counter, .mocked)
      return .failure(exception)
    case nil: break
    }
    guard let function = core.registry.find(domain: entry.domain, id: entry.id) else {
      core.coverage.count(counter, .notEmulated)
      let name = "\(entry.domain).\(entry.id)"
      guard core.configuration.isStrict == false else {
        return .failure(.runtime("built-in function \(name) is not emulated here; answer it by a mock"))
      }
      caller.context.log(.warn, "Built-in function \(name) is not emulated: its outputs keep their defaults")
      let outputs = entry.outputs.map { ($0.name, Self.empty($0.type)) }
      return answer(Dictionary(outputs, uniquingKeysWith: { $1 }))
    }
    if function.effect == nil { core.coverage.count(counter, .emulated) }
    let arguments = function.inputs.map { input in
      fields[input.name].map { input.type.converting($0) } ?? input.type.initialValue
    }
    do {
      let values = try await values(of: function, BuiltInCall(arguments: arguments, context: caller.context))
      return answer(
        Dictionary(zip(function.outputs.map(\.name), values).map { ($0, $1) }, uniquingKeysWith: { $1 })
      )
    } catch {
      return .failure(error as? JavaException ?? .runtime("\(error)"))
    }
  }

  private func answer(_ outputs: [String: Value]) -> PlatformAnswer {
    .value(.map(JavaMap(outputs.sorted { $0.key < $1.key }.map { (.string($0.key), $0.value.deepCopy()) })))
  }

  /// What code that reads an output at once gets along with.
  private static func empty(_ type: JavaType) -> Value {
    switch type {
    case .string: .string("")
    case .list: .list(JavaList())
    case .map: .map(JavaMap())
    default: type.initialValue
    }
  }

  private func values(of function: BuiltInFunction, _ call: BuiltInCall) async throws -> [Value] {
    switch function.body {
    case .value(let body): return [try body(call)]
    case .values(let body): return try body(call)
    case .effect(let body):
      try body(call)
      return []
    case .waiting(let body):
      switch try body(call) {
      case .done(let values): return values
      case .later(let milliseconds, let values):
        await pass(until: core.now.addingReportingOverflow(max(0, milliseconds)).partialValue)
        return values
      case .request(let request, let finish):
        return try finish(call.context, await response(to: request))
      case .wait(let wait):
        while true {
          if let values = try wait.poll(call.context) { return values }
          // What the telephone system does next has to be in the queue before it is asked for.
          serveTelephony()
          guard let next = wait.deadline ?? queue.nextTime else {
            throw JavaException.runtime("\(function.domain).\(function.id) waits for something that does not come")
          }
          await pass(until: max(next, core.now + 1))
        }
      }
    }
  }

  /// Lets the thread that runs Java wait: a virtual clock is moved on.
  private func pass(until time: Int64) async {
    if case .virtual = core.configuration.clock {
      await advance(to: time, forJava: true)
    } else {
      try? await Task.sleep(for: .milliseconds(max(0, time - core.now)))
    }
  }
}

extension BuiltInReference {
  /// The function of a class name with dots.
  func find(className: String) -> Entry? {
    guard className.hasPrefix("de.vertico.starface.module.core.runtime."),
      let id = className.split(separator: ".").last.map(String.init)
    else { return nil }
    return entries.first { $0.id == id && $0.className == className }
  }
}
