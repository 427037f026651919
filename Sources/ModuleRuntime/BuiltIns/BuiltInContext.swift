/// What a built-in function sees of the runtime: implemented by the thread of control that calls it.
public protocol BuiltInContext: AnyObject {
  /// Writes to the instance's module log.
  func log(_ level: LogLevel, _ message: String)
  /// The runtime's clock, in milliseconds since 1970 UTC.
  var now: Int64 { get }
  /// The zone of the appliance.
  var zone: ZoneRules { get }
  /// The appliance's language (`de`).
  var language: String { get }
  /// The platform's version, four parts with dots.
  var platformVersion: String { get }
  /// The module whose code runs.
  var module: ModuleInfo { get }
  /// The instance in whose context it runs.
  var instanceID: String { get }
  /// The instance's name.
  var instanceName: String { get }
  /// Sets the instance's log level; `keepsHigher` keeps a level that a person set and that says more.
  func forceLogLevel(_ level: LogLevel, keepsHigher: Bool)
  /// The variables that live in a scope of the platform (not the designer's own variables).
  func variables(in scope: VariableScope) throws(JavaException) -> JavaMap
  /// The next random bits; seeded, so that a run can be repeated.
  func random() -> UInt64
  /// The instance's data directory, which its files may not leave; nil when this runtime has no place for files.
  var dataDirectory: String? { get }
  /// What other families brought along: the simulated PBX, storage, files.
  var services: RuntimeServices { get }
  /// The same for this instance: storage, its data directory.
  var instanceServices: RuntimeServices { get }
  /// The same for all instances of the module.
  var moduleServices: RuntimeServices { get }
  /// A file of the module's package, by the resource's id, its name or its entry; nil when there is none.
  func packageFile(_ name: String) -> PackageFile?
  /// The folder for databases; nil keeps them in memory.
  var databaseFolder: String? { get }
  /// The same for this run: its call.
  var runServices: RuntimeServices { get }
}

/// Who a module is.
public struct ModuleInfo: Hashable, Sendable {
  /// The module's id.
  public var id: String
  /// Its name.
  public var name: String
  /// Its version: an integer in text.
  public var version: String
  /// Its vendor.
  public var vendor: String

  /// Takes the four parts.
  public init(id: String, name: String, version: String, vendor: String) {
    self.id = id
    self.name = name
    self.version = version
    self.vendor = vendor
  }
}

/// Where a variable set by `SetVariableValue2` lives: `de.vertico.starface.module.core.runtime.VariableScope`.
public enum VariableScope: String, Sendable, CaseIterable {
  /// As long as the instance.
  case instance = "Instance"
  /// Shared by all instances of a module.
  case module = "Module"
  /// As long as one run of an entry point.
  case thread = "Thread"
  /// With the call; needs an active channel.
  case channel = "Channel"
}

/// What a context without an instance around it answers: there is no place for files, and one container for all.
extension BuiltInContext {
  /// No place for files.
  public var dataDirectory: String? { nil }
  /// The runtime's.
  public var instanceServices: RuntimeServices { services }
  /// The runtime's.
  public var moduleServices: RuntimeServices { services }
  /// No package.
  public func packageFile(_ name: String) -> PackageFile? { nil }
  /// In memory.
  public var databaseFolder: String? { nil }
  /// The runtime's.
  public var runServices: RuntimeServices { services }
}
