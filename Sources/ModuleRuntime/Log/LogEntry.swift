/// One line of a module log, with the lines that belong to it.
public struct LogEntry: Hashable, Sendable {
  /// When, in milliseconds since 1970 UTC.
  public var time: Int64
  /// How much it matters.
  public var level: LogLevel
  /// The entry point, as the bracket names it (`onInstanceChanged`, `timer Poll`, `rpc getState`).
  public var bracket: String
  /// The text; a stack trace makes it several lines.
  public var message: String
  /// The "Functions call stack" that stands above a failure's line, innermost first.
  public var callStack: [String]
  /// The instance whose log it is.
  public var instanceID: String
  /// The instance's name.
  public var instanceName: String

  /// Takes the parts.
  public init(
    time: Int64,
    level: LogLevel,
    bracket: String,
    message: String,
    callStack: [String] = [],
    instanceID: String = "",
    instanceName: String = ""
  ) {
    self.time = time
    self.level = level
    self.bracket = bracket
    self.message = message
    self.callStack = callStack
    self.instanceID = instanceID
    self.instanceName = instanceName
  }

  /// The headline above a failure's functions.
  public static let callStackHeadline = "===== Functions call stack ====="

  /// The entry as the log file holds it, without the last line feed: `[yyyy-MM-dd HH:mm:ss,SSS] LEVEL [bracket] message`
  /// in local time, below the call stack if it has one.
  public func text(zone: ZoneRules) -> String {
    var out = ""
    if !callStack.isEmpty {
      out += Self.callStackHeadline + "\n"
      for line in callStack { out += line + "\n" }
      out += "\n"
    }
    out += "[" + Self.timestamp(zone.civilTime(at: time)) + "] " + level.name + " [" + bracket + "] " + message
    return out
  }

  /// `yyyy-MM-dd HH:mm:ss,SSS`.
  static func timestamp(_ local: CivilTime) -> String {
    DateText.padded(local.year, to: 4) + "-" + DateText.padded(local.month, to: 2) + "-"
      + DateText.padded(local.day, to: 2) + " " + DateText.padded(local.hour, to: 2) + ":"
      + DateText.padded(local.minute, to: 2) + ":" + DateText.padded(local.second, to: 2) + ","
      + DateText.padded(local.millisecond, to: 3)
  }
}
