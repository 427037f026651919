/// A call that a mock may answer.
public struct MockCall: Sendable {
  /// The built-in group, or the module's id.
  public var domain: String
  /// The function's id.
  public var id: String
  /// Its display name.
  public var name: String
  /// What was given, by parameter name; unset inputs are absent.
  public var arguments: [String: Value]
  /// The instance whose code calls.
  public var instance: String
  /// When, on the runtime's clock.
  public var time: Int64
}

/// What a mock answers.
public enum MockAnswer: Sendable {
  /// Outputs by name; a missing one keeps what the receiving variable holds.
  case outputs([String: Value])
  /// The function throws.
  case failure(JavaException)
}

/// Answers for functions, by domain and id: built-in ones, Java functions (domain: the module's id), others' modules.
///
/// A mock wins over the emulation.
public struct MockTable: Sendable {
  /// Answers one call; nil lets the function run for real.
  public typealias Handler = @Sendable (MockCall) -> MockAnswer?

  private var handlers: [BuiltInRegistry.Key: Handler] = [:]

  /// Makes a table without answers.
  public init() {}

  /// Whether nothing is mocked.
  public var isEmpty: Bool { handlers.isEmpty }

  /// Sets the handler of a function. An empty domain stands for any.
  public mutating func set(domain: String, id: String, _ handler: @escaping Handler) {
    handlers[BuiltInRegistry.Key(domain: domain, id: id)] = handler
  }

  /// Always gives the same outputs.
  public mutating func set(domain: String, id: String, outputs: [String: Value]) {
    set(domain: domain, id: id) { _ in .outputs(outputs.mapValues { $0.deepCopy() }) }
  }

  func knows(domain: String, id: String) -> Bool {
    handlers[BuiltInRegistry.Key(domain: domain, id: id)] != nil
      || handlers[BuiltInRegistry.Key(domain: "", id: id)] != nil
  }

  func answer(_ call: MockCall) -> MockAnswer? {
    (handlers[BuiltInRegistry.Key(domain: call.domain, id: call.id)]
      ?? handlers[BuiltInRegistry.Key(domain: "", id: call.id)])?(call)
  }
}
