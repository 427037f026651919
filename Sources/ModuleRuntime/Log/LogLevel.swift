/// How much a line of the module log matters; a smaller level says less.
public enum LogLevel: String, Sendable, CaseIterable, Comparable {
  /// A failure.
  case error
  /// Something the author should see.
  case warn
  /// What a module usually says; the default.
  case info
  /// What the runtime decides.
  case debug
  /// Every variable read, write and conversion.
  case trace

  /// The name in a log line.
  public var name: String {
    switch self {
    case .error: "ERROR"
    case .warn: "WARN"
    case .info: "INFO"
    case .debug: "DEBUG"
    case .trace: "TRACE"
    }
  }

  /// Reads a name in any case.
  public init?(name: some StringProtocol) { self.init(rawValue: name.lowercased()) }

  private var detail: Int {
    switch self {
    case .error: 0
    case .warn: 1
    case .info: 2
    case .debug: 3
    case .trace: 4
    }
  }

  /// By severity: `error` is the smallest.
  public static func < (a: LogLevel, b: LogLevel) -> Bool { a.detail < b.detail }
}
