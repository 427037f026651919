public import ModuleDescriptors

/// The emulated module runtime: library, instances, entry points, timers and logs (runtime.md). One actor owns it all;
/// each run of an entry point is a thread of control of its own on it, and none can hold up another.
public actor ModuleRuntime {
  let core: RuntimeCore
  let javaHost: any JavaFunctionHost
  let journal: Journal
  var queue = EventQueue()
  var threads: [Int: ThreadOfControl] = [:]
  var ready: [Int] = []
  /// Threads that wait for an event, in the order in which they began to.
  var waiters: [Int] = []
  var lastThread = 0
  var lastInstance = 0

  /// Makes an empty runtime. `log` sees every line of every module log as it is written, in order.
  public init(
    configuration: RuntimeConfiguration = RuntimeConfiguration(),
    registry: BuiltInRegistry = .standard,
    mocks: MockTable = MockTable(),
    javaHost: any JavaFunctionHost = NoJavaHost(),
    log: (@Sendable (LogEntry) -> Void)? = nil
  ) {
    core = RuntimeCore(configuration: configuration, registry: registry, mocks: mocks)
    self.javaHost = javaHost
    journal = Journal(
      kept: configuration.keptLogEntries,
      folder: configuration.logFolder,
      zone: configuration.zone,
      observer: log
    )
  }

  // MARK: Library

  /// What an import did.
  public struct ImportOutcome: Sendable, Hashable {
    /// The module's id.
    public var moduleID: String
    /// How often this id was imported, this time included.
    public var revision: Int
    /// The instances that were deactivated for it, by name.
    public var deactivated: [String]
    /// Values that were dropped: the instance's name and the variable's.
    public var dropped: [Dropped]

    /// What the old revision left behind: threads, timers, subscriptions.
    public var leftovers: [Leftover]

    /// A value that had no place in the new revision.
    public struct Dropped: Sendable, Hashable {
      /// The instance.
      public var instance: String
      /// The variable.
      public var variable: String
    }
  }

  /// Imports a module, or replaces it whatever its version: its instances are deactivated and keep their values.
  ///
  /// - Parameters:
  ///   - isLicenceFree: whether the package's `noLicenseId` matches (package-format.md section 2).
  ///   - replacing: false refuses a module whose id is in the library.
  ///   - keepsData: true for an update through the module manager, which keeps what a plain re-import deletes.
  @discardableResult
  public func importModule(
    _ descriptor: ModuleDescriptor,
    isLicenceFree: Bool = true,
    replacing: Bool = true,
    keepsData: Bool = false
  ) async throws(RuntimeError) -> ImportOutcome {
    let id = descriptor.id
    let old = core.modules[id]
    if old != nil, !replacing { throw .replaceRefused(moduleID: id) }
    let program = Lowering.program(of: descriptor, registry: core.registry, coverage: core.coverage)
    if let dangling = program.danglingReferences.first {
      throw .importRefused(
        key: "Variable referenced in variable '\(dangling.referrer)' not found",
        reason: "'\(dangling.reference)'" + (dangling.function.map { " in function '\($0)'" } ?? "")
      )
    }
    var outcome = ImportOutcome(
      moduleID: id,
      revision: (old?.revision ?? 0) + 1,
      deactivated: [],
      dropped: [],
      leftovers: []
    )
    let affected = instancesOfModule(id)
    for instance in affected where instance.state != .inactive {
      await stop(instance)
      outcome.deactivated.append(instance.name)
    }
    let module = LoadedModule(
      descriptor: descriptor,
      program: program,
      revision: outcome.revision,
      isLicenceFree: isLicenceFree
    )
    core.modules[id] = module
    for instance in affected {
      for variable in carryValues(of: instance, from: old, to: module) {
        outcome.dropped.append(ImportOutcome.Dropped(instance: instance.name, variable: variable))
      }
    }
    if let old {
      outcome.leftovers = await javaHost.unload(moduleID: id, revision: old.revision)
      for instance in affected {
        if !keepsData { instance.discardData() }
        for leftover in outcome.leftovers {
          instance.log.write(
            .warn,
            "import",
            "The old revision left \(leftover.kindWithArticle) behind: '\(leftover.name)', started at \(leftover.startedAt); "
              + "the appliance keeps it until it is restarted",
            at: core.now
          )
        }
      }
      if keepsData { module.takeData(of: old) } else { old.services.discardData() }
    }
    return outcome
  }

  /// Values survive a new revision; one whose variable is gone or changed type is dropped with a WARN.
  private func carryValues(of instance: Instance, from old: LoadedModule?, to new: LoadedModule) -> [String] {
    var dropped: [String] = []
    for variable in old?.program.variables ?? [] where instance.configured[variable.id] != nil {
      if new.program.variables.contains(where: { $0.id == variable.id && $0.type == variable.type }) { continue }
      instance.configured[variable.id] = nil
      dropped.append(variable.name)
      let isGone = !new.program.variables.contains { $0.id == variable.id }
      instance.log.write(
        .warn,
        "import",
        "Value of variable '\(variable.name)' dropped: the new revision "
          + (isGone ? "has no such variable" : "gives it another type"),
        at: core.now
      )
    }
    instance.store = Instance.store(of: new, instance.configured)
    instance.foreignStores = [:]
    return dropped
  }

  /// Deletes a module and its instances.
  public func deleteModule(_ id: String) async throws(RuntimeError) {
    guard core.modules[id] != nil else { throw .unknownModule(id) }
    for instance in instancesOfModule(id) { try await delete(instance.id) }
    if let module = core.modules.removeValue(forKey: id) {
      module.services.discardData()
      _ = await javaHost.unload(moduleID: id, revision: module.revision)
    }
  }

  func instancesOfModule(_ id: String) -> [Instance] {
    core.instances.values.filter { $0.moduleID == id }.sorted { $0.id < $1.id }
  }

  // MARK: Instances

  /// Creates an instance and saves it: `InstanceCreated` runs. It is marked active, yet nothing else of it runs before
  /// it is activated.
  ///
  /// - Parameters:
  ///   - name: unique among all instances.
  ///   - values: configuration by variable name or id; text is converted to the variable's type.
  /// - Returns: the instance's id.
  @discardableResult
  public func createInstance(
    of moduleID: String,
    name: String,
    values: [String: Value] = [:],
    logLevel: LogLevel? = nil
  ) async throws(RuntimeError) -> String {
    guard let module = core.modules[moduleID] else { throw .unknownModule(moduleID) }
    guard !core.instances.values.contains(where: { $0.name == name }) else { throw .nameTaken(name) }
    let configured = try configuration(values, of: module)
    lastInstance += 1
    // The id is an appliance's in form and repeatable in value.
    let digits = String(lastInstance, radix: 16)
    let id = "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    let journal = journal
    let log = ModuleLog(instanceID: id, instanceName: name, level: logLevel ?? core.configuration.logLevel) {
      journal.add($0)
    }
    let instance = Instance(id: id, name: name, module: module, configured: configured, log: log)
    core.instances[id] = instance
    await runStage("InstanceCreated", instance)
    return id
  }

  /// Reads values for the variables of a module.
  private func configuration(
    _ values: [String: Value],
    of module: LoadedModule
  ) throws(RuntimeError) -> [String: Value] {
    var configured: [String: Value] = [:]
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard let index = module.variable(name) else {
        throw .unknownVariable(name, module: module.descriptor.name)
      }
      let variable = module.program.variables[index]
      if variable.type == "TIMER_SETTINGS", case .string(let text) = value {
        guard let settings = TimerSettings(text: text) else {
          throw .badValue(text, variable: variable.name, type: "timer (Once, Minute, 5 Minute, …)")
        }
        configured[variable.id] = .object(settings)
        continue
      }
      let converted = value.deepCopy().converted(to: variable.kind)
      if converted.isNull, !value.isNull, !value.text.isEmpty {
        throw .badValue(value.text, variable: variable.name, type: variable.type)
      }
      configured[variable.id] = converted
    }
    return configured
  }

  /// Saves changed values; an active instance's `InstanceChanged` runs.
  public func change(_ id: String, values: [String: Value]) async throws(RuntimeError) {
    let instance = try instance(id)
    try save(values, in: instance)
    if instance.state == .active { await runStage("InstanceChanged", instance) }
  }

  func save(_ values: [String: Value], in instance: Instance) throws(RuntimeError) {
    guard let module = core.modules[instance.moduleID] else { throw .unknownModule(instance.moduleID) }
    let changed = try configuration(values, of: module)
    var timers: Set<Int> = []
    for (variable, value) in changed {
      instance.configured[variable] = value
      guard let index = module.variable(variable) else { continue }
      if case .object(let settings as TimerSettings) = value, settings.javaText != instance.store.values[index].javaText
      {
        timers.insert(index)
      }
      instance.store.values[index] = value
    }
    restartTimers(of: instance, settings: timers)
  }

  /// Activates an instance: `InstanceActivated` runs, then its timers start. Nothing happens when it runs already.
  public func activate(_ id: String) async throws(RuntimeError) {
    let instance = try instance(id)
    guard let module = core.modules[instance.moduleID] else { throw .unknownModule(instance.moduleID) }
    guard instance.state != .active else { return }
    guard module.isLicenceFree || core.configuration.licensedModules.contains(instance.moduleID) else {
      throw .insufficientLicence(module: module.descriptor.name)
    }
    instance.state = .active
    await runStage("InstanceActivated", instance)
    if instance.state == .active { startTimers(of: instance) }
  }

  /// Deactivates an instance: timers stop, RPC names vanish, `InstanceDeactivated` runs.
  public func deactivate(_ id: String) async throws(RuntimeError) { await stop(try instance(id)) }

  func stop(_ instance: Instance) async {
    let ran = instance.state == .active
    instance.state = .inactive
    instance.timerStarts = [:]
    instance.busyTimers = [:]
    if ran { await runStage("InstanceDeactivated", instance) }
  }

  /// Deletes an instance: it is deactivated if it is active, `InstanceDeleted` runs, and it is gone. Its log stays.
  public func delete(_ id: String) async throws(RuntimeError) {
    let instance = try instance(id)
    await stop(instance)
    await runStage("InstanceDeleted", instance)
    core.instances[instance.id] = nil
    instance.discardData()
  }

  /// Sets the log level of an instance, as a person would.
  public func setLogLevel(_ level: LogLevel, of id: String) throws(RuntimeError) {
    try instance(id).log.configure(level)
  }

  /// Starts the system anew: `SystemStarted` runs for every active instance, then its timers start.
  public func startSystem() async {
    for instance in core.instances.values.sorted(by: { $0.id < $1.id }) where instance.state == .active {
      instance.timerStarts = [:]
      instance.busyTimers = [:]
      await runStage("SystemStarted", instance)
      if instance.state == .active { startTimers(of: instance) }
    }
  }

  /// An instance by id, else by name.
  func instance(_ id: String) throws(RuntimeError) -> Instance {
    if let instance = core.instances[id] { return instance }
    if let instance = core.instances.values.first(where: { $0.name == id }) { return instance }
    throw .unknownInstance(id)
  }
}
