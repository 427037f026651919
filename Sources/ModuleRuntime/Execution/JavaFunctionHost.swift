public import ModulePackages

/// A Java function that is to run, with its inputs converted by the declared variable types.
public struct JavaFunctionCall: Sendable {
  /// The module whose class it is.
  public var module: ModuleInfo
  /// Which import of the module it is: each has a class loader of its own.
  public var revision: Int
  /// The function.
  public var function: JavaFunctionDeclaration
  /// Inputs by name, unset ones at the declared default.
  public var inputs: [String: Value]
}

/// What became of a Java function.
public enum JavaFunctionOutcome: Sendable {
  /// It ran; outputs by name.
  case ran([String: Value])
  /// It ran and changed lists or maps that it was given: outputs by name, and the content of those inputs by name.
  case ranChanging(outputs: [String: Value], inputs: [String: Value])
  /// Its class links and it was not run: outputs stay at their defaults, with a WARN that gives the reason.
  case linked(reason: String)
  /// It threw, or the JVM did: the frames known are its own, innermost first.
  case failed(JavaException)
}

/// Something that an old revision of a module left behind: it goes on until the appliance is restarted.
public struct Leftover: Hashable, Sendable {
  /// What it is: `thread`, `timer`, `event subscription`.
  public var kind: String
  /// Its name.
  public var name: String
  /// The place that started it, as a stack trace prints it.
  public var startedAt: String

  /// Takes the parts.
  public init(kind: String, name: String, startedAt: String) {
    self.kind = kind
    self.name = name
    self.startedAt = startedAt
  }

  /// What it is, in a sentence: `a thread`, `an event subscription`.
  var kindWithArticle: String { (kind.first.map("aeiou".contains) == true ? "an " : "a ") + kind }
}

/// Runs Java functions, or says why it did not.
public protocol JavaFunctionHost: Sendable {
  /// A revision of a module is in the library: its classes can be asked for.
  func load(_ package: ModulePackage, moduleID: String, revision: Int) async
  /// A revision was replaced or deleted; gives what it left behind.
  func unload(moduleID: String, revision: Int) async -> [Leftover]
  /// The runtime is over: nothing of what was started for it goes on.
  func shutDown() async
  /// An answer that needs no waiting: from linkage, say. Nil sends the call to ``run(_:in:)``.
  func answer(_ call: JavaFunctionCall) -> JavaFunctionOutcome?
  /// Runs the function while other threads of control go on. The answer to a call that is never cancelled must come:
  /// the host ends what runs too long.
  func run(_ call: JavaFunctionCall, in environment: JavaEnvironment) async -> JavaFunctionOutcome
}

extension JavaFunctionHost {
  /// Hosts that need no classes do nothing.
  public func load(_ package: ModulePackage, moduleID: String, revision: Int) async {}
  /// Hosts that run nothing leave nothing behind.
  public func unload(moduleID: String, revision: Int) async -> [Leftover] { [] }
  /// Hosts that start nothing have nothing to end.
  public func shutDown() async {}
}

/// The host of a runtime without Java: nothing runs, and the log says so.
public struct NoJavaHost: JavaFunctionHost {
  private let exceptions: [String: JavaException]

  /// `exceptions` by function id are thrown instead of passing, as linkage found them.
  public init(exceptions: [String: JavaException] = [:]) { self.exceptions = exceptions }

  /// The exception of that function, else that it did not run.
  public func answer(_ call: JavaFunctionCall) -> JavaFunctionOutcome? {
    if let exception = exceptions[call.function.id] { return .failed(exception) }
    return .linked(reason: "no Java host")
  }

  /// Never needed: every call is answered at once.
  public func run(_ call: JavaFunctionCall, in environment: JavaEnvironment) async -> JavaFunctionOutcome {
    .linked(reason: "no Java host")
  }
}
