/// A Java function that is to run, with its inputs converted by the declared variable types.
public struct JavaFunctionCall: Sendable {
  /// The module whose class it is.
  public var module: ModuleInfo
  /// The function.
  public var function: JavaFunction
  /// Inputs by name, unset ones at the declared default.
  public var inputs: [String: Value]
}

/// What became of a Java function.
public enum JavaFunctionOutcome: Sendable {
  /// It ran; outputs by name.
  case ran([String: Value])
  /// Its class links and it was not run: outputs stay at their defaults, with a WARN that gives the reason.
  case linked(reason: String)
  /// It threw, or the JVM did: the frames known are its own, innermost first.
  case failed(JavaException)
}

/// Runs Java functions, or says why it did not.
public protocol JavaFunctionHost: Sendable {
  /// An answer that needs no waiting: from linkage, say. Nil sends the call to ``run(_:in:)``.
  func answer(_ call: JavaFunctionCall) -> JavaFunctionOutcome?
  /// Runs the function while other threads of control go on. The answer to a call that is never cancelled must come:
  /// the host ends what runs too long.
  func run(_ call: JavaFunctionCall, in environment: JavaEnvironment) async -> JavaFunctionOutcome
}

/// The host of a runtime without Java: nothing runs, and the log says so.
public struct NoJavaHost: JavaFunctionHost {
  private let exceptions: [String: JavaException]

  /// `exceptions` by function id are thrown instead of passing, as linkage found them.
  public init(exceptions: [String: JavaException] = [:]) { self.exceptions = exceptions }

  public func answer(_ call: JavaFunctionCall) -> JavaFunctionOutcome? {
    if let exception = exceptions[call.function.id] { return .failed(exception) }
    return .linked(reason: "no Java host")
  }

  public func run(_ call: JavaFunctionCall, in environment: JavaEnvironment) async -> JavaFunctionOutcome {
    .linked(reason: "no Java host")
  }
}
