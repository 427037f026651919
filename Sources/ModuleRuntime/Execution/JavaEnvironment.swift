/// What a running Java function can ask of the runtime: the answers behind `IRuntimeEnvironment` and the components
/// that act on the runtime itself.
public struct JavaEnvironment: Sendable {
  let runtime: ModuleRuntime
  let thread: Int
  /// The module whose class runs.
  public let module: ModuleInfo
  /// The instance in whose context it runs.
  public let instanceID: String
  /// The instance's name.
  public let instanceName: String
  /// The entry point, as the log's bracket names it.
  public let entryPoint: String
  /// The platform's version.
  public let platformVersion: String

  /// Writes to the instance's module log, also when the call is over and a thread that it made goes on.
  public func log(_ level: LogLevel, _ message: String) async { await runtime.log(self, level, message) }

  /// Invokes a function of a module by id or name, and gives its outputs by name.
  public func invoke(
    module: String,
    function: String,
    inputs: [String: Value]
  ) async -> Result<[String: Value], JavaException> {
    await runtime.invoke(thread, module: module, function: function, inputs: inputs)
  }

  /// A module-level variable of the instance, by name or id; nil when there is none.
  public func value(of variable: String) async -> Value? { await runtime.value(thread, of: variable) }

  /// Sets a module-level variable of the instance.
  public func set(_ variable: String, to value: Value) async { await runtime.set(thread, variable, value) }

  /// Saves an instance's configuration; `InstanceChanged` fires as it would for a person.
  public func save(instance: String, values: [String: Value]) async throws(RuntimeError) {
    try await runtime.saveFromCode(thread, instance: instance, values: values)
  }

  /// What a platform method answers: a mock, a component of the runtime, or the simulated telephone system. Nil leaves
  /// it to the method's type.
  public func answer(_ call: PlatformCall) async -> PlatformAnswer? { await runtime.answer(call, self) }

  /// The runtime's clock, in milliseconds since 1970 UTC.
  public var now: Int64 { get async { await runtime.now } }

  /// The runtime itself, for components that list or manage modules and instances.
  public var owner: ModuleRuntime { runtime }
}
