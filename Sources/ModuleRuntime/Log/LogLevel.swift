/// How much a line of the module log matters; a smaller level says less.
public enum LogLevel: Int, Sendable, CaseIterable, Comparable {
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
  public init?(name: some StringProtocol) {
    let upper = name.uppercased()
    guard let level = Self.allCases.first(where: { $0.name == upper }) else { return nil }
    self = level
  }

  /// By severity: `error` is the smallest.
  public static func < (a: LogLevel, b: LogLevel) -> Bool { a.rawValue < b.rawValue }
}
