internal import ModuleDescriptors

/// One revision of a module in the library.
final class LoadedModule {
  let descriptor: ModuleDescriptor
  let program: Program
  /// Counts imports of this id, from 1.
  let revision: Int
  /// Whether it may be activated without a platform licence.
  let isLicenceFree: Bool
  let entryPoints: [LoadedEntryPoint]
  /// State that belongs to all instances of this revision.
  private(set) var services = RuntimeServices()
  var variablesInModuleScope = JavaMap()
  /// The files of its package; nil for a module that was imported without one.
  var files: PackageFiles?

  init(descriptor: ModuleDescriptor, program: Program, revision: Int, isLicenceFree: Bool) {
    self.descriptor = descriptor
    self.program = program
    self.revision = revision
    self.isLicenceFree = isLicenceFree
    var timers: [String: TimerSettings] = [:]
    for case .timer(let timer) in descriptor.resources { timers[timer.id] = TimerSettings(timer) }
    entryPoints = descriptor.entryPoints.compactMap { LoadedEntryPoint($0, program, timers) }
  }

  /// An update through the module manager keeps the module's own data.
  func takeData(of old: LoadedModule) {
    services = old.services
    variablesInModuleScope = old.variablesInModuleScope
  }

  /// The variable of a name or id.
  func variable(_ name: String) -> Int? {
    program.variables.firstIndex { $0.id == name } ?? program.variables.firstIndex { $0.name == name }
  }

  /// What a fresh instance's variables hold, each instance its own lists.
  func initialValues() -> [Value] { program.variables.map { $0.initial.deepCopy() } }
}

/// An entry point with its function found.
struct LoadedEntryPoint {
  /// What fires it.
  enum Kind {
    case stage(String)
    case timer(TimerSettings?, variable: String?)
    case rpc(needsLogin: Bool)
    case service
    case kernel(stage: String)
  }

  let name: String
  let kind: Kind
  let moduleID: String
  let functionID: String
  let functionName: String
  /// The function of this module; nil when it is another module's or missing.
  let function: Int?

  init?(_ point: EntryPoint, _ program: Program, _ timers: [String: TimerSettings]) {
    guard let target = point.function else { return nil }
    name = point.name
    moduleID = target.domainID
    functionID = target.id
    functionName = target.name
    function = target.domainID == program.module.id ? program.position(ofFunction: target.id) : nil
    switch point {
    case .lifeCycle(let point): kind = .stage(point.stage.rawValue)
    case .timer(let point):
      kind = .timer(timers[point.timerID], variable: point.variableID)
    case .rpc(let point): kind = .rpc(needsLogin: point.authentication != .none)
    case .agiService: kind = .service
    case .agiKernel(let point): kind = .kernel(stage: point.stage.rawValue)
    case .unknown: return nil
    }
  }

  /// Whether a call fires it.
  var isOfCalls: Bool {
    switch kind {
    case .service, .kernel: true
    default: false
    }
  }

  /// The text between the brackets of the log's lines (runtime.md section 2).
  var bracket: String {
    switch kind {
    case .stage(let stage): "on\(stage)"
    case .timer: "timer \(name)"
    case .rpc: "rpc \(name)"
    case .service: "agi \(name)"
    case .kernel(let stage): "agi \(stage)"
    }
  }
}
