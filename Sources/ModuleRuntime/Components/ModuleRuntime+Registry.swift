private import Archives
internal import ModuleDescriptors
private import ModulePackages

/// `ModuleRegistry` over the emulator's own library.
extension ModuleRuntime {
  private static let model = "de.vertico.starface.module.core.model."

  func registry(_ call: PlatformCall, _ caller: ThreadOfControl) async -> PlatformAnswer? {
    switch call.method {
    case "getModules":
      let modules = core.modules.values.sorted { $0.program.module.id < $1.program.module.id }
      return .value(.list(JavaList(modules.map(bean))))
    case "getModule", "getModuleById":
      return .value(call.text(0).flatMap { core.modules[$0] }.map(bean) ?? .null)
    case "getModule4Edit":
      let module = call.text(0).flatMap { core.modules[$0] }
      return .value(
        module.map { .bean(Self.model + "ModuleProject", ["object": bean($0), "module": bean($0)]) } ?? .null
      )
    case "getLocalizedNameByModuleId":
      return .value(call.text(0).flatMap { core.modules[$0] }.map { .string($0.program.module.name) } ?? .null)
    case "getInstances4Module":
      return .value(.list(JavaList(instancesOfModule(call.text(0) ?? "").map(bean))))
    case "getInstance", "getInstanceById":
      return .value(call.text(0).flatMap { core.instances[$0] }.map(bean) ?? .null)
    case "getInstance4Edit":
      let instance = call.text(0).flatMap { core.instances[$0] }
      return .value(instance.map { .bean(Self.model + "ModuleInstanceProject", ["object": bean($0)]) } ?? .null)
    case "updateModuleInstance": return update(call, caller)
    case "updateModule": return call.arguments.first.map { .value($0) }
    case "activateModuleInstance": return activate(call)
    case "importModule": return await importFile(call)
    default: return nil
    }
  }

  // MARK: Changes

  /// `updateModuleInstance(project)`: the values in the project's instance are saved, and `InstanceChanged` fires.
  private func update(_ call: PlatformCall, _ caller: ThreadOfControl) -> PlatformAnswer? {
    guard let project = call.arguments.first?.property("object"), let id = project.property("id")?.text else {
      return nil
    }
    var contents: [String: Value] = [:]
    for resource in Self.elements(project.property("resources")) {
      guard let id = resource.property("id")?.text else { continue }
      contents[id] = resource.property("values") ?? resource.property("map") ?? Self.timer(resource)
    }
    var values: [String: Value] = [:]
    for variable in Self.elements(project.property("inputVars")) {
      guard let name = variable.property("id")?.text, let value = variable.property("value") else { continue }
      // The value of a list or a map is the id of its resource.
      values[name] = contents[value.text] ?? value
    }
    return outcome { () throws(RuntimeError) in
      let before = try instance(id)
      // The values that a bean holds are texts; only what the code changed is a new value.
      let changed = values.filter { name, value in self.text(of: name, in: before) != value.text }
      try saveFromCode(caller.id, instance: id, values: changed)
    }
  }

  /// `activateModuleInstance(project, active)`: its events run on threads of their own.
  private func activate(_ call: PlatformCall) -> PlatformAnswer? {
    guard let id = call.arguments.first?.property("object")?.property("id")?.text, call.arguments.count == 2,
      case .boolean(let isActive) = call.arguments[1]
    else { return nil }
    return outcome { () throws(RuntimeError) in
      let instance = try instance(id)
      Task { isActive ? try await self.activate(instance.id) : try await self.deactivate(instance.id) }
    }
  }

  /// `importModule(path, …)`: a package from a file, imported as a person would import it.
  private func importFile(_ call: PlatformCall) async -> PlatformAnswer? {
    guard let path = call.text(0) else { return nil }
    do throws(ArchiveError) {
      let package = try PackageReader.read(path: path).package
      do throws(RuntimeError) {
        try await importPackage(package)
        return .value(.null)
      } catch {
        return .failure(.runtime(error.description))
      }
    } catch {
      return .failure(JavaException("java.io.IOException", error.description))
    }
  }

  private func outcome(_ work: () throws(RuntimeError) -> Void) -> PlatformAnswer {
    do throws(RuntimeError) {
      try work()
      return .value(.null)
    } catch {
      return .failure(.runtime(error.description))
    }
  }

  private func text(of variable: String, in instance: Instance) -> String? {
    guard let module = core.modules[instance.moduleID], let index = module.variable(variable) else { return nil }
    let value = instance.store.values[index]
    return value.text
  }

  private static func elements(_ value: Value?) -> [Value] {
    if case .list(let list)? = value { list.elements } else { [] }
  }

  /// The text of a timer's settings, as a configuration takes it.
  private static func timer(_ resource: Value) -> Value? {
    guard let bean = resource.property("period") else { return nil }
    let period = bean.property("name") ?? bean
    let every = resource.property("multiplikator")?.longValue ?? 1
    let start = resource.property("startTime")?.longValue ?? 0
    return .string(TimerSettings(every: Int(clamping: every), period.text, startTime: start).description)
  }

  /// `getListResource(id)` and its like: the resource among those that the instance's bean holds.
  func resource(_ call: PlatformCall) -> PlatformAnswer? {
    if call.method == "getFileResource" { return fileResource(call) }
    guard ["getListResource", "getMapResource", "getTimerSettings"].contains(call.method) else { return nil }
    let found = Self.elements(call.receiver.property("resources")).first { $0.property("id")?.text == call.text(0) }
    return .value(found ?? .null)
  }

  // MARK: Beans

  /// `TimerInterval`, an enumeration that observed manifests know as a class.
  static func interval(_ name: String) -> Value { .bean(model + "TimerInterval", ["name": .string(name)]) }

  func bean(_ module: LoadedModule) -> Value {
    let info = module.program.module
    return .bean(
      Self.model + "Module",
      [
        "id": .string(info.id), "name": .string(info.name), "vendor": .string(info.vendor),
        "version": .string(info.version),
      ]
    )
  }

  func bean(_ instance: Instance) -> Value {
    let module = core.modules[instance.moduleID]
    var resources: [Value] = []
    let variables = (module?.program.variables ?? []).enumerated().map { index, variable in
      let value = instance.store.values[index]
      let type = Self.model + "resource."
      switch value {
      case .list:
        resources.append(.bean(type + "ListResource", ["id": .string(variable.id), "values": value.deepCopy()]))
      case .map: resources.append(.bean(type + "MapResource", ["id": .string(variable.id), "map": value.deepCopy()]))
      case .object(let timer as TimerSettings):
        let settings: KeyValuePairs<String, Value> = [
          "id": .string(variable.id), "name": .string(variable.name), "period": Self.interval(timer.periodName),
          "multiplikator": .int(timer.multiplier), "startTime": .long(timer.startTime),
        ]
        resources.append(.bean(type + "TimerSettingsResource", settings))
      default: break
      }
      let isResource = value.isCollection || variable.type == "TIMER_SETTINGS"
      return Value.bean(
        Self.model + "Variable",
        [
          "id": .string(variable.id), "name": .string(variable.name), "type": .string(variable.type),
          "value": .string(isResource ? variable.id : value.text),
        ]
      )
    }
    return .bean(
      Self.model + "ModuleInstance",
      [
        "id": .string(instance.id), "name": .string(instance.name), "moduleId": .string(instance.moduleID),
        "moduleName": .string(module?.program.module.name ?? ""), "disabled": .boolean(instance.state == .inactive),
        "inputVars": .list(JavaList(variables)), "resources": .list(JavaList(resources)),
      ]
    )
  }
}
