/// The declared Java type of a built-in function's parameter: it says how an argument is converted on the way in.
public enum JavaType: Hashable, Sendable {
  /// `String`.
  case string
  /// `int`, or `Integer` when `isBoxed`: only a boxed one can be null.
  case int(isBoxed: Bool)
  /// `long`, or `Long`.
  case long(isBoxed: Bool)
  /// `double`, or `Double`.
  case double(isBoxed: Bool)
  /// `boolean`, or `Boolean`.
  case boolean(isBoxed: Bool)
  /// `List`, of anything.
  case list
  /// `Map`, of anything.
  case map
  /// `Object`.
  case object
  /// An enum or another class, by its simple name; values pass unchanged.
  case other(String)

  /// Reads the simple name as the reference list writes it (`int`, `Integer`, `BinaryMathOperations$OPERAND`).
  public init(_ name: String) {
    switch name {
    case "String": self = .string
    case "int": self = .int(isBoxed: false)
    case "Integer": self = .int(isBoxed: true)
    case "long": self = .long(isBoxed: false)
    case "Long": self = .long(isBoxed: true)
    case "double": self = .double(isBoxed: false)
    case "Double": self = .double(isBoxed: true)
    case "boolean": self = .boolean(isBoxed: false)
    case "Boolean": self = .boolean(isBoxed: true)
    case "List": self = .list
    case "Map": self = .map
    case "Object": self = .object
    default: self = .other(name)
    }
  }

  /// What an unset parameter holds: the field's initial value in Java.
  public var initialValue: Value {
    switch self {
    case .int(isBoxed: false): .integer(0)
    case .long(isBoxed: false): .long(0)
    case .double(isBoxed: false): .double(0)
    case .boolean(isBoxed: false): .boolean(false)
    default: .null
    }
  }

  /// `value` as a field of this type receives it: null where it cannot be converted (a primitive: its zero).
  public func converting(_ value: Value) -> Value {
    switch (self, value) {
    case (.object, _), (.other, _), (.string, .string), (.string, .null), (.int, .integer), (.long, .long),
      (.double, .double), (.boolean, .boolean), (.list, .list), (.map, .map):
      return value
    case (.string, _): return .string(value.javaText)
    case (.int, _):
      guard let number = value.longValue else { return initialValue }
      return .integer(Int32(truncatingIfNeeded: number))
    case (.long, _): return value.longValue.map { .long($0) } ?? initialValue
    case (.double, _): return value.doubleValue.map { .double($0) } ?? initialValue
    case (.boolean, _): return value.converted(to: .boolean)
    case (.list, _), (.map, _): return .null
    }
  }
}
