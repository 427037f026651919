/// One configuration of a module.
final class Instance {
  /// Where it is in its life.
  enum State: String {
    /// Made and marked active; its code has not run until it is deactivated and activated once.
    case created
    case active
    case inactive
  }

  let id: String
  var name: String
  let moduleID: String
  var state: State = .created
  /// Values that a person set, by the variable's id.
  var configured: [String: Value]
  /// What the module's variables hold now.
  var store: VariableStore
  /// The variables of other modules whose functions this instance calls.
  var foreignStores: [String: VariableStore] = [:]
  let log: ModuleLog
  /// The start of each timer that counts, by position: what an earlier start left in the queue is stale.
  var timerStarts: [Int: Int] = [:]
  private var lastTimerStart = 0
  /// Which timer entry points are running now, by position.
  var busyTimers: [Int: Int] = [:]
  let services = RuntimeServices()
  var variablesInInstanceScope = JavaMap()

  init(id: String, name: String, module: LoadedModule, configured: [String: Value], log: ModuleLog) {
    self.id = id
    self.name = name
    moduleID = module.program.module.id
    self.configured = configured
    self.log = log
    store = Instance.store(of: module, configured)
  }

  /// Notes that a timer starts; gives the number of this start.
  func startsTimer(_ position: Int) -> Int {
    lastTimerStart += 1
    timerStarts[position] = lastTimerStart
    return lastTimerStart
  }

  /// The appliance deletes an instance's data when its module is imported again.
  func discardData() {
    services.discardData()
    variablesInInstanceScope = JavaMap()
  }

  /// Fresh variables: the module's defaults, and over them what a person set.
  static func store(of module: LoadedModule, _ configured: [String: Value]) -> VariableStore {
    var values = module.initialValues()
    for (index, variable) in module.program.variables.enumerated() {
      if let value = configured[variable.id] { values[index] = value }
    }
    return VariableStore(values)
  }
}
