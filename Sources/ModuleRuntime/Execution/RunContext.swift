/// One run of an entry point as the interpreter and the built-in functions see it.
final class RunContext: BuiltInContext {
  let core: RuntimeCore
  let instance: Instance
  /// The text between the brackets of the log's lines.
  let bracket: String
  let limits: RuntimeLimits
  /// The module whose code runs: set at every call of a built-in function.
  var module: ModuleInfo
  /// Bytes that the run may still write; negative once it wrote too much.
  private(set) var outputLeft: Int
  /// What the run's values take.
  var memory: MemoryGauge
  private var threadVariables: JavaMap?
  /// State that lives as long as the run: a call, for one.
  let runServices: RuntimeServices

  init(
    core: RuntimeCore,
    instance: Instance,
    bracket: String,
    module: ModuleInfo,
    runServices: RuntimeServices = RuntimeServices()
  ) {
    self.runServices = runServices
    self.core = core
    self.instance = instance
    self.bracket = bracket
    self.module = module
    limits = core.configuration.limits
    outputLeft = limits.outputBytes
    memory = MemoryGauge(limit: limits.memoryBytes)
  }

  // MARK: What the interpreter asks

  var mocks: MockTable { core.mocks }
  var hasMocks: Bool { !core.mocks.isEmpty }
  var coverage: CoverageCounters { core.coverage }
  var isStrict: Bool { core.configuration.isStrict }
  var reportsDecisions: Bool { instance.log.level >= .debug }
  var reportsVariables: Bool { instance.log.level >= .trace }

  /// A public function of another module in the library, with that module's variables for this instance.
  func resolve(
    module id: String,
    function: String
  ) -> Result<(program: Program, function: Int, variables: VariableStore), JavaException> {
    guard let module = core.modules[id] else {
      return .failure(.runtime("module \(id) is not installed, whose function \(function) is called"))
    }
    guard let position = module.program.position(ofFunction: function) else {
      return .failure(.runtime("module \(id) has no function \(function)"))
    }
    guard module.program.functions[position].isPublic else {
      return .failure(.runtime("function \(function) of module \(id) is not public"))
    }
    if id == instance.moduleID { return .success((module.program, position, instance.store)) }
    let store: VariableStore
    if let known = instance.foreignStores[id], known.values.count == module.program.variables.count {
      store = known
    } else {
      store = VariableStore(module.initialValues())
      instance.foreignStores[id] = store
    }
    return .success((module.program, position, store))
  }

  /// Which import of a module is in the library.
  func revision(of module: String) -> Int { core.modules[module]?.revision ?? 0 }

  // MARK: What built-in functions ask

  func log(_ level: LogLevel, _ message: String) {
    if instance.log.write(level, bracket, message, at: core.now) { outputLeft -= message.utf8.count + 64 }
  }

  /// Writes a failure with its stacks.
  func log(_ failure: Failure, isLifecycle: Bool) {
    instance.log.write(
      .error,
      bracket,
      failure.logMessage(isLifecycle: isLifecycle, platformVersion: core.configuration.platformVersion),
      callStack: failure.callStack,
      at: core.now
    )
  }

  var now: Int64 { core.now }
  var zone: ZoneRules { core.configuration.zone }
  var language: String { core.configuration.language }
  var platformVersion: String { core.configuration.platformVersion }
  var instanceID: String { instance.id }
  var instanceName: String { instance.name }
  var dataDirectory: String? { core.dataFolder.map { "\($0)/\(instance.id)" } }
  var services: RuntimeServices { core.services }
  var instanceServices: RuntimeServices { instance.services }
  var moduleServices: RuntimeServices { core.modules[module.id]?.services ?? core.services }
  func packageFile(_ name: String) -> PackageFile? { core.modules[module.id]?.files?.find(name) }
  var databaseFolder: String? { core.configuration.dataFolder }
  func random() -> UInt64 { core.random() }

  func forceLogLevel(_ level: LogLevel, keepsHigher: Bool) { instance.log.force(level, keepsHigher: keepsHigher) }

  func variables(in scope: VariableScope) throws(JavaException) -> JavaMap {
    switch scope {
    case .instance: return instance.variablesInInstanceScope
    case .module:
      guard let module = core.modules[instance.moduleID] else { throw .runtime("the module is gone") }
      return module.variablesInModuleScope
    case .thread:
      if let known = threadVariables { return known }
      let made = JavaMap()
      threadVariables = made
      return made
    case .channel:
      if let channel = runServices.find(ChannelVariables.self) { return channel.variables }
      throw .runtime("there is no active channel")
    }
  }
}

/// The variables of a run's channel; set by whoever starts a run for a call.
public final class ChannelVariables {
  /// The variables by name.
  public let variables = JavaMap()

  /// Makes a channel without variables.
  public init() {}
}
