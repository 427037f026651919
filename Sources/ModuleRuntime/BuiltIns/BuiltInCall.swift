/// The arguments of one call of a built-in function, and the runtime around it.
public struct BuiltInCall {
  /// The arguments in declared order, converted to the declared types.
  public let arguments: [Value]
  /// Log, clock, instance and services.
  public let context: any BuiltInContext

  /// Takes arguments and context.
  public init(arguments: [Value], context: any BuiltInContext) {
    self.arguments = arguments
    self.context = context
  }

  /// The argument at `index`; null when there is none.
  @inline(__always)
  public func value(_ index: Int) -> Value {
    index < arguments.count ? arguments[index] : .null
  }

  /// The argument as text; null is the empty text.
  public func text(_ index: Int) -> String { value(index).text }

  /// The argument as text; nil for null.
  public func optionalText(_ index: Int) -> String? {
    let value = value(index)
    return value.isNull ? nil : value.text
  }

  /// The argument as a Java `int`; nil for null.
  public func int(_ index: Int) -> Int? { value(index).longValue.map { Int(Int32(truncatingIfNeeded: $0)) } }

  /// The argument as a Java `long`; nil for null.
  public func long(_ index: Int) -> Int64? { value(index).longValue }

  /// The argument as a Java `double`; nil for null.
  public func double(_ index: Int) -> Double? { value(index).doubleValue }

  /// The argument as a `boolean`; null is `false`.
  public func boolean(_ index: Int) -> Bool {
    if case .boolean(let value) = value(index) { value } else { false }
  }

  /// The argument as a list.
  /// - Throws: `NullPointerException` for null.
  public func list(_ index: Int) throws(JavaException) -> JavaList {
    if case .list(let list) = value(index) { return list }
    throw .nullPointer
  }

  /// The argument as a map.
  /// - Throws: `NullPointerException` for null.
  public func map(_ index: Int) throws(JavaException) -> JavaMap {
    if case .map(let map) = value(index) { return map }
    throw .nullPointer
  }
}
