/// How bad a finding is for the people who use the package.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Worth knowing; nothing goes wrong.
  case notice
  /// Works, but not as the author believes.
  case warning
  /// An import, an activation or a call will fail.
  case error

  private var rank: Int {
    switch self {
    case .notice: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// From `notice` (least) to `error` (most).
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}
