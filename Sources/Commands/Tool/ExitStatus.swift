/// How the tool ends (cli.md, "Exit codes"); the worse of two has the higher number.
public enum ExitStatus: Int32, Sendable, Comparable, CaseIterable {
  /// Nothing to say against it.
  case clean = 0
  /// Findings at or above `--fail-on`.
  case findings = 1
  /// The command line or the configuration is wrong.
  case usage = 2
  /// An input could not be read.
  case unreadable = 3
  /// The tool itself failed.
  case failed = 4

  /// By number.
  public static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }
}
