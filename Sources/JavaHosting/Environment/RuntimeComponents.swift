import ModuleRuntime

/// The platform's components that act on the runtime itself: the runtime environment of a function, the invocation
/// info, and the module registry.
struct RuntimeComponents {
  let environment: JavaEnvironment
  let dataFolder: String?

  private static let model = "de.vertico.starface.module.core.model."

  /// The answer of the runtime; nil for a method that it does not know.
  func answer(_ call: PlatformCall) async -> PlatformAnswer? {
    let simpleName = call.owner.split(separator: ".").last.map(String.init) ?? call.owner
    switch simpleName {
    case "IRuntimeEnvironment", "IAGIRuntimeEnvironment": return await environmentAnswer(call)
    case "InvocationInfo": return await invocationInfo(call)
    case "ModuleRegistry": return await registry(call)
    default: return nil
    }
  }

  // MARK: - Runtime environment

  private func environmentAnswer(_ call: PlatformCall) async -> PlatformAnswer? {
    let name = call.method.lowercased()
    if name.contains("datadir") || name.contains("directory") || name.contains("datafolder") {
      return dataFolder.map { .value(.string("\($0)/\(environment.instanceID)")) }
    }
    if name.hasPrefix("invoke") { return await invoke(call) }
    if name.hasPrefix("getvariable"), case .string(let variable)? = call.arguments.first {
      return .value(await environment.value(of: variable) ?? .null)
    }
    if name.hasPrefix("setvariable"), call.arguments.count == 2, case .string(let variable) = call.arguments[0] {
      await environment.set(variable, to: call.arguments[1])
      return .value(.null)
    }
    return nil
  }

  /// A function by its id or name, perhaps after its module's id, and a map of inputs; the outputs as a map.
  private func invoke(_ call: PlatformCall) async -> PlatformAnswer? {
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
    let outcome = await environment.invoke(
      module: texts.count > 1 ? texts[0] : environment.module.id,
      function: function,
      inputs: inputs
    )
    switch outcome {
    case .success(let outputs):
      let map = JavaMap()
      for (name, value) in outputs.sorted(by: { $0.key < $1.key }) { map[.string(name)] = value }
      return .value(.map(map))
    case .failure(let exception): return .failure(exception)
    }
  }

  // MARK: - Modules and instances

  private func invocationInfo(_ call: PlatformCall) async -> PlatformAnswer? {
    switch call.method {
    case "getModule": return .value(bean(environment.module))
    case "getModuleInstance":
      guard let instance = await instance(environment.instanceID) else { return nil }
      return .value(bean(instance, type: "ModuleInstance"))
    default: return nil
    }
  }

  private func registry(_ call: PlatformCall) async -> PlatformAnswer? {
    let text: String? = if case .string(let text)? = call.arguments.first { text } else { nil }
    switch call.method {
    case "getModules":
      return .value(.list(await environment.owner.modules.map { bean($0.info) }))
    case "getModule", "getModuleById":
      let module = await environment.owner.modules.first { $0.info.id == text }
      return .value(module.map { bean($0.info) } ?? .null)
    case "getInstances4Module":
      let instances = await environment.owner.instances.filter { $0.moduleID == text }
      return .value(.list(instances.map { bean($0, type: "ModuleInstance") }))
    case "getInstance":
      guard let text, let instance = await instance(text) else { return .value(.null) }
      return .value(bean(instance, type: "ModuleInstance"))
    case "getInstance4Edit":
      guard let text, let instance = await instance(text) else { return .value(.null) }
      return .value(
        Self.bean("ModuleInstanceProject", [("object", bean(instance, type: "ModuleInstance"))])
      )
    case "updateModuleInstance": return await update(call)
    default: return nil
    }
  }

  /// `updateModuleInstance(project)`: the values in the project's instance are saved, and `InstanceChanged` fires.
  private func update(_ call: PlatformCall) async -> PlatformAnswer? {
    guard case .object(let project as JavaObject)? = call.arguments.first,
      case .object(let instance as JavaObject)? = project.properties["object"],
      case .string(let id)? = instance.properties["id"]
    else { return nil }
    var values: [String: Value] = [:]
    if case .list(let variables)? = instance.properties["inputVars"] {
      for case .object(let variable as JavaObject) in variables.elements {
        if case .string(let name)? = variable.properties["name"] {
          values[name] = variable.properties["value"] ?? .null
        }
      }
    }
    do throws(RuntimeError) {
      try await environment.save(instance: id, values: values)
      return .value(.null)
    } catch {
      return .failure(
        JavaException("de.vertico.starface.module.core.runtime.ModuleRuntimeException", "\(error)")
      )
    }
  }

  private func instance(_ id: String) async -> ModuleRuntime.InstanceView? {
    await environment.owner.instances.first { $0.id == id }
  }

  // MARK: - Beans

  private static func bean(_ type: String, _ properties: [(String, Value)]) -> Value {
    .map(JavaMap([(.string("class"), .string(model + type))] + properties.map { (.string($0.0), $0.1) }))
  }

  private func bean(_ module: ModuleInfo) -> Value {
    Self.bean("Module", [("id", .string(module.id)), ("name", .string(module.name))])
  }

  private func bean(_ instance: ModuleRuntime.InstanceView, type: String) -> Value {
    let variables = instance.values.sorted { $0.key < $1.key }.map { name, value in
      Self.bean("Variable", [("id", .string(name)), ("name", .string(name)), ("value", .string(value.text))])
    }
    return Self.bean(
      type,
      [
        ("id", .string(instance.id)), ("name", .string(instance.name)), ("moduleId", .string(instance.moduleID)),
        ("disabled", .boolean(!instance.isActive)), ("inputVars", .list(variables)),
      ]
    )
  }
}
