/// A value of a designer program: what a Java reference of the platform would point to.
///
/// Numbers keep the Java class they have on the appliance, because text shows it (`1` is an `Integer`, `1.0` a
/// `Double`). Lists and maps are references: assigning one shares it, as in Java.
public enum Value: Sendable {
  /// Java's `null`.
  case null
  /// A `java.lang.Boolean`.
  case boolean(Bool)
  /// A `java.lang.String`.
  case string(String)
  /// A `java.lang.Integer`.
  case integer(Int32)
  /// A `java.lang.Long`; also a point in time, in milliseconds since 1970 UTC, which is what `DATE_TIME` holds.
  case long(Int64)
  /// A `java.lang.Double`.
  case double(Double)
  /// A `java.math.BigDecimal` or `BigInteger`: a number that no `Long` holds.
  case decimal(BigDecimal)
  /// A `java.util.Date`, in milliseconds since 1970 UTC.
  case date(Int64)
  /// A `byte[]`.
  case bytes(ByteArray)
  /// A `java.util.List`, by reference.
  case list(JavaList)
  /// A `java.util.Map`, by reference.
  case map(JavaMap)
  /// Anything else: a stream, a connection, a bean of the platform or of a module.
  case object(any OpaqueObject)
}

extension Value {
  /// A list of `elements` that nobody else holds.
  public static func list(_ elements: [Value]) -> Value { .list(JavaList(elements)) }

  /// The narrowest integer of Java that holds `number`: an `Integer`, else a `Long`.
  public static func number(_ number: Int64) -> Value {
    if let small = Int32(exactly: number) { .integer(small) } else { .long(number) }
  }

  /// Whether this is Java's `null`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The Java class of the value, as `getClass().getName()` names it; `null` for none.
  public var javaClass: String {
    switch self {
    case .null: "null"
    case .boolean: "java.lang.Boolean"
    case .string: "java.lang.String"
    case .integer: "java.lang.Integer"
    case .long: "java.lang.Long"
    case .double: "java.lang.Double"
    case .decimal(let number): number.scale == 0 ? "java.math.BigInteger" : "java.math.BigDecimal"
    case .date: "java.util.Date"
    case .bytes: "[B"
    case .list: "java.util.ArrayList"
    case .map(let map): map.order == .hash ? "java.util.HashMap" : "java.util.LinkedHashMap"
    case .object(let object): object.javaClass
    }
  }
}
