/// The platform's components as Java code of modules sees them: mocks first, then what acts on the runtime itself, then
/// the simulated telephone system. What none of them answers follows from the method's type (the host's part).
extension ModuleRuntime {
  /// The calls of platform methods so far, in order; the first 100,000.
  public var platformCalls: [PlatformCall] { core.services.get(PlatformCallList.self) { PlatformCallList() }.calls }

  /// One line for people on how platform methods were answered, those that nobody answered by name; nil without calls.
  public var platformSummary: String? {
    let calls = platformCalls
    if calls.isEmpty { return nil }
    let parts = PlatformCall.Answerer.allCases.map { answerer in
      let those = calls.filter { $0.answerer == answerer }
      let names = Set(those.map { "\($0.simpleOwner).\($0.method)" }).sorted()
      let listed = names.isEmpty || answerer == .emulated ? "" : " (\(names.joined(separator: ", ")))"
      return "\(answerer.rawValue) \(names.count)\(listed)"
    }
    return "platform methods: " + parts.joined(separator: ", ")
  }

  /// Answers a call on behalf of a running Java function; nil when nothing here knows the method.
  func answer(_ call: PlatformCall, _ environment: JavaEnvironment) async -> PlatformAnswer? {
    var call = call
    call.time = core.now
    let list = core.services.get(PlatformCallList.self) { PlatformCallList() }
    if let mocked = mocked(call) {
      call.answerer = .mocked
      list.add(call)
      return mocked
    }
    let position = list.add(call)
    let running = threads[environment.thread]
    let caller = running ?? standIn(environment)
    defer { if running == nil, let caller { threads[caller.id] = nil } }
    guard let caller, let answer = await component(call, caller) else {
      if call.isPlumbing { list.setAnswerer(.emulated, at: position) }
      return nil
    }
    list.setAnswerer(.emulated, at: position)
    return answer
  }

  private func component(_ call: PlatformCall, _ caller: ThreadOfControl) async -> PlatformAnswer? {
    if let function = BuiltInReference.standard.find(className: call.owner) {
      return call.method == "execute" ? await run(function, call, caller) : nil
    }
    switch call.simpleOwner {
    case "IRuntimeEnvironment", "IAGIRuntimeEnvironment": return await environment(call, caller)
    case "InvocationInfo": return invocationInfo(call, caller)
    case "ModuleInstance": return resource(call)
    case "TimerInterval" where call.method == "valueOf":
      return call.text(0).map { .value(Self.interval($0)) }
    case "StarfaceEventService" where ["subscribe", "unsubscribe"].contains(call.method):
      // Who listens is the host's to keep; events of the platform there are none.
      return .value(.null)
    case "ModuleRegistry": return await registry(call, caller)
    default: return PBXComponents(pbx: core.pbx, now: core.now).answer(call) ?? HardwareComponents().answer(call)
    }
  }

  /// The answer of a mock: its domain is the class with or without its package, its id the method. Arguments are named
  /// `0`, `1`, …; the output `result` is what the method gives, and outputs without one are the properties of a bean.
  private func mocked(_ call: PlatformCall) -> PlatformAnswer? {
    if core.mocks.isEmpty { return nil }
    for domain in [call.owner, call.simpleOwner] where core.mocks.knows(domain: domain, id: call.method) {
      var arguments: [String: Value] = [:]
      for (index, value) in call.arguments.enumerated() { arguments[String(index)] = value }
      let mock = MockCall(
        domain: domain,
        id: call.method,
        name: call.method,
        arguments: arguments,
        instance: call.instance,
        time: call.time
      )
      switch core.mocks.answer(mock) {
      case .outputs(let outputs):
        if let result = outputs["result"] { return .value(result) }
        if outputs.isEmpty { return .value(.null) }
        let bean = outputs.sorted { $0.key < $1.key }.map { (Value.string($0.key), $0.value) }
        return .value(.map(JavaMap(bean)))
      case .failure(let exception): return .failure(exception)
      case nil: continue
      }
    }
    return nil
  }
}

/// The calls of platform methods of one runtime.
final class PlatformCallList {
  private static let most = 100_000
  private(set) var calls: [PlatformCall] = []

  /// Records a call; gives its place.
  @discardableResult
  func add(_ call: PlatformCall) -> Int {
    if calls.count < Self.most { calls.append(call) }
    return calls.count - 1
  }

  func setAnswerer(_ answerer: PlatformCall.Answerer, at position: Int) { calls[position].answerer = answerer }
}

extension MockTable {
  /// Mocks a platform method: `owner` is the class, with or without its package.
  public mutating func set(owner: String, method: String, _ answer: @escaping @Sendable (MockCall) -> MockAnswer?) {
    set(domain: owner, id: method, answer)
  }

  /// A platform method always gives the same.
  public mutating func set(owner: String, method: String, result: Value) {
    set(domain: owner, id: method, outputs: ["result": result])
  }
}
