public import ModuleRuntime

/// A call of a platform method by module code that ran on stubs.
public struct PlatformCall: Sendable {
  /// The module whose code calls.
  public var module: String
  /// The instance in whose context it runs.
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
}

/// What a platform method answers.
public enum PlatformAnswer: Sendable {
  /// A value, converted to the method's type. A map stands for a bean of that type: its keys are properties, and its
  /// key `class` names the class where the type does not.
  case value(Value)
  /// The method throws an exception of that class.
  case failure(JavaException)
}
