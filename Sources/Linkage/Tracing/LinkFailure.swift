/// The error that running a method would raise first, as the JVM would print it.
public struct LinkFailure: Hashable, Sendable {
  /// The error's class: `java.lang.NoSuchMethodError`.
  public var error: String
  /// Its message.
  public var message: String
  /// The class of the first stack frame, with dots; nil when no frame of the classes under examination was entered.
  public var className: String?
  /// The method of that frame.
  public var method: String?
  /// The `SourceFile` of that class.
  public var sourceFile: String?
  /// The source line of that frame, from 1.
  public var line: Int?
  /// The frames below the first, innermost first, as `a.B.c(B.java:7)`.
  public var callers: [String]
  /// Whether only an observed manifest speaks for it.
  public var isPossible: Bool
  /// The rule that explains it.
  public var rule: String
}
