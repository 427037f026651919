/// A call of a platform method by Java code of a module.
public struct PlatformCall: Sendable {
  /// Who answered a call.
  public enum Answerer: String, Sendable, CaseIterable {
    /// The runtime, its simulated telephone system, or what was set on the object before.
    case emulated
    /// A mock.
    case mocked
    /// Nobody: the method gave what follows from its type (empty text, zero, an empty list, a further stub).
    case byType = "by type"
  }

  /// The id of the module whose code calls.
  public var module: String
  /// The instance in whose context it runs, by name.
  public var instance: String
  /// The class that declares the method, with dots.
  public var owner: String
  /// The method; `<init>` for a constructor.
  public var method: String
  /// Its JVM descriptor.
  public var descriptor: String
  /// What was passed.
  public var arguments: [Value]
  /// The object it was called on; null for a static method.
  public var receiver: Value
  /// When, on the runtime's clock.
  public var time: Int64
  /// Who answered it.
  public var answerer = Answerer.byType

  /// Takes the parts.
  public init(
    module: String,
    instance: String,
    owner: String,
    method: String,
    descriptor: String,
    arguments: [Value],
    receiver: Value,
    time: Int64 = 0
  ) {
    self.module = module
    self.instance = instance
    self.owner = owner
    self.method = method
    self.descriptor = descriptor
    self.arguments = arguments
    self.receiver = receiver
    self.time = time
  }

  /// Whether the method only leads to others: components, logs, and the properties of beans that module code made.
  var isPlumbing: Bool {
    if method == "<init>" || method.hasPrefix("set") && arguments.count == 1 { return true }
    if Self.leading.contains(method) { return simpleOwner != "ModuleRegistry" }
    guard let bean = receiver.bean, arguments.isEmpty else { return false }
    let name = method.hasPrefix("get") ? method.dropFirst(3) : method.hasPrefix("is") ? method.dropFirst(2) : ""
    return bean.properties.keys.contains(name.prefix(1).lowercased() + name.dropFirst())
  }

  private static let leading: Set<String> = [
    "getInstance", "fetch", "provider", "springApplicationContext", "getBean", "getLog", "getInvocationInfo",
  ]

  /// The class without its package.
  public var simpleOwner: String { owner.split(separator: ".").last.map(String.init) ?? owner }

  /// An argument as text; nil when there is none or it is null.
  func text(_ index: Int) -> String? {
    guard arguments.indices.contains(index), !arguments[index].isNull else { return nil }
    return arguments[index].text
  }

  /// An argument as a whole number.
  func number(_ index: Int) -> Int? {
    guard arguments.indices.contains(index) else { return nil }
    return arguments[index].longValue.map { Int($0) }
  }
}

/// What a platform method answers.
public enum PlatformAnswer: Sendable {
  /// A value, converted to the method's type. A map stands for a bean of that type: its keys are properties, and its
  /// key `class` names the class where the type does not.
  case value(Value)
  /// The method throws an exception of that class.
  case failure(JavaException)
}

/// An object of the platform in a Java process, with what was set on it.
public protocol JavaBean: OpaqueObject {
  /// The properties by name.
  var properties: [String: Value] { get }
}

extension Value {
  /// A bean of a platform class, for an answer.
  static func bean(_ type: String, _ properties: KeyValuePairs<String, Value>) -> Value {
    .map(JavaMap([(.string("class"), .string(type))] + properties.map { (.string($0.key), $0.value) }))
  }

  /// The bean that came from a Java process.
  var bean: (any JavaBean)? {
    if case .object(let bean as any JavaBean) = self { bean } else { nil }
  }

  /// The property of a bean that came from a Java process.
  func property(_ name: String) -> Value? { bean?.properties[name] }
}
