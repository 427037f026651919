/// What can be seen of a runtime from outside.
extension ModuleRuntime {
  /// A module in the library.
  public struct ModuleView: Sendable, Hashable {
    /// Who it is.
    public var info: ModuleInfo
    /// How often its id was imported.
    public var revision: Int
    /// Whether it needs no platform licence.
    public var isLicenceFree: Bool
  }

  /// An instance.
  public struct InstanceView: Sendable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String
    /// Its module.
    public var moduleID: String
    /// Whether it is marked active; one that was only created is, although its code has not run.
    public var isActive: Bool
    /// Whether its entry points run.
    public var isRunning: Bool
    /// The level of its log.
    public var logLevel: LogLevel
    /// What its module's variables hold now, by name; deep copies.
    public var values: [String: Value]
  }

  /// The library, by id.
  public var modules: [ModuleView] {
    core.modules.values.map {
      ModuleView(info: $0.program.module, revision: $0.revision, isLicenceFree: $0.isLicenceFree)
    }.sorted { $0.info.id < $1.info.id }
  }

  /// The instances, in the order in which they were made.
  public var instances: [InstanceView] {
    core.instances.values.sorted { $0.id < $1.id }.map { instance in
      var values: [String: Value] = [:]
      for (index, variable) in (core.modules[instance.moduleID]?.program.variables ?? []).enumerated() {
        values[variable.name] = instance.store.values[index].deepCopy()
      }
      return InstanceView(
        id: instance.id,
        name: instance.name,
        moduleID: instance.moduleID,
        isActive: instance.state != .inactive,
        isRunning: instance.state == .active,
        logLevel: instance.log.level,
        values: values
      )
    }
  }

  /// The log of an instance, by id or, while it exists, by name; oldest first.
  public func log(of id: String) -> [LogEntry] {
    journal.entries(of: (try? instance(id).id) ?? id)
  }

  /// The lines of an instance's log, as its file would hold them.
  public func logText(of id: String) -> String {
    log(of: id).map { $0.text(zone: core.configuration.zone) + "\n" }.joined()
  }

  /// The system's error log: every ERROR of every instance.
  public var systemErrors: [LogEntry] { journal.errors }

  /// How the functions called so far were answered.
  public var coverage: Coverage { core.coverage.coverage }

  /// The host effects that were asked for so far, in order; values are deep copies.
  public var recordedEffects: [RecordedEffect] { core.recordedEffects }

  /// Replaces the mocks.
  public func setMocks(_ mocks: MockTable) { core.mocks = mocks }

  /// Why log files could not be written: the first reason of each.
  public var logProblems: [RotatingLogFile.Problem] { journal.problems }
}
