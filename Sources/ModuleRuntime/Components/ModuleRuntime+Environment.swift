/// `IRuntimeEnvironment`, `IAGIRuntimeEnvironment` and `InvocationInfo`: the log is the host's own part, everything else
/// is answered here.
extension ModuleRuntime {
  func environment(_ call: PlatformCall, _ caller: ThreadOfControl) async -> PlatformAnswer? {
    let name = call.method.lowercased()
    if name.contains("datadir") || name.contains("directory") || name.contains("datafolder") {
      return caller.context.dataDirectory.map { .value(.string($0)) }
    }
    if name.hasPrefix("invoke") { return await invocation(call, caller) }
    if name.hasPrefix("getvariable"), let variable = call.text(0) {
      return .value(value(caller.id, of: variable) ?? .null)
    }
    if name.hasPrefix("setvariable"), call.arguments.count == 2, let variable = call.text(0) {
      set(caller.id, variable, call.arguments[1])
      return .value(.null)
    }
    switch call.method {
    case "getModuleId": return .value(.string(caller.context.module.id))
    case "getModuleInstanceId", "getInstanceId": return .value(.string(caller.context.instance.id))
    case "getModuleInstanceName", "getInstanceName": return .value(.string(caller.context.instance.name))
    case "getCallerChannelName":
      return .value(caller.context.runServices.find(LiveCall.self).map { .string($0.channel) } ?? .null)
    default: return nil
    }
  }

  /// A function by its id or name, perhaps after its module's id, and a map of inputs; the outputs as a map.
  private func invocation(_ call: PlatformCall, _ caller: ThreadOfControl) async -> PlatformAnswer? {
    var texts: [String] = []
    var inputs: [String: Value] = [:]
    for argument in call.arguments {
      switch argument {
      case .string(let text): texts.append(text)
      case .map(let map):
        for entry in map.entries { inputs[entry.key.javaText] = entry.value }
      default: continue
      }
    }
    guard let function = texts.last else { return nil }
    let module = texts.count > 1 ? texts[0] : caller.context.module.id
    switch await invoke(caller.id, module: module, function: function, inputs: inputs) {
    case .success(let outputs):
      return .value(.map(JavaMap(outputs.sorted { $0.key < $1.key }.map { (.string($0.key), $0.value) })))
    case .failure(let exception): return .failure(exception)
    }
  }

  func invocationInfo(_ call: PlatformCall, _ caller: ThreadOfControl) -> PlatformAnswer? {
    switch call.method {
    case "getModule": return core.modules[caller.context.module.id].map { .value(bean($0)) }
    case "getModuleInstance": return .value(bean(caller.context.instance))
    case "getEntryPointName", "getName": return .value(.string(caller.context.bracket))
    default: return nil
    }
  }
}
