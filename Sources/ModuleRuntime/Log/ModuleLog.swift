/// The log of one instance: decides by level what is written, and hands it to the sinks.
final class ModuleLog {
  /// Where entries go.
  typealias Sink = (LogEntry) -> Void

  private let instanceID: String
  var instanceName: String
  /// The level that a person set.
  private(set) var configuredLevel: LogLevel
  /// The level that counts.
  private(set) var level: LogLevel
  private let sink: Sink

  init(instanceID: String, instanceName: String, level: LogLevel, sink: @escaping Sink) {
    self.instanceID = instanceID
    self.instanceName = instanceName
    configuredLevel = level
    self.level = level
    self.sink = sink
  }

  /// A person chooses the level.
  func configure(_ level: LogLevel) {
    configuredLevel = level
    self.level = level
  }

  /// Code chooses the level (`ForceLogLevel`); with `keepsHigher` a more verbose choice of a person stays.
  func force(_ level: LogLevel, keepsHigher: Bool) {
    self.level = keepsHigher ? max(level, configuredLevel) : level
  }

  /// Writes when the level is at or above the log's; says whether it did.
  @discardableResult
  func write(
    _ level: LogLevel,
    _ bracket: String,
    _ message: String,
    callStack: [String] = [],
    at time: Int64
  ) -> Bool {
    guard level <= self.level else { return false }
    sink(
      LogEntry(
        time: time,
        level: level,
        bracket: bracket,
        message: message,
        callStack: callStack,
        instanceID: instanceID,
        instanceName: instanceName
      )
    )
    return true
  }
}
