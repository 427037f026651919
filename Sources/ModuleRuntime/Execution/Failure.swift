/// Why and where a run of an entry point failed.
public struct Failure: Error, Hashable, Sendable {
  /// What was thrown.
  public var exception: JavaException
  /// The "Functions call stack", innermost first: `id(name)` a line.
  public var callStack: [String]
  /// How many designer functions were entered when it happened.
  public var designerDepth: Int
  /// Whether the innermost function was a Java one or a built-in.
  public var isInJava: Bool
}
