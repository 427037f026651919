/// An object of the platform whose bean properties a designer program can read.
public protocol BeanObject: OpaqueObject {
  /// The value of a readable property; nil when there is none of that name.
  func property(_ name: String) -> Value?
}

/// Reading a bean's property by its path, as commons-beanutils' `PropertyUtils.getProperty`: `a.b`, `list[0]`,
/// `map(key)`; on a map a plain name is its key.
enum ObjectProperties {
  static let functions: [BuiltInFunction] = [
    .value("starface.variables", "GetObjectProperty", "Object javaBean, String propertyName", "Object propertyValue") {
      call in
      guard !call.value(0).isNull else { throw JavaException.illegalArgument("No bean specified") }
      guard let path = call.optionalText(1) else {
        throw JavaException.illegalArgument("No name specified for bean class 'class \(call.value(0).javaClass)'")
      }
      return try property(path, of: call.value(0))
    }
  ]

  private static func property(_ path: String, of bean: Value) throws(JavaException) -> Value {
    var value = bean
    for step in path.split(separator: ".", omittingEmptySubsequences: false) {
      if value.isNull {
        throw JavaException(
          "org.apache.commons.beanutils.NestedNullException",
          "Null property value for '\(step)' on bean class 'class \(bean.javaClass)'"
        )
      }
      value = try self.step(step, of: value)
    }
    return value
  }

  /// One name with at most one index or key behind it.
  private static func step(_ step: Substring, of bean: Value) throws(JavaException) -> Value {
    let name = step.prefix { $0 != "[" && $0 != "(" }
    let plain = name.isEmpty ? bean : try read(String(name), of: bean)
    let key = step.dropFirst(name.count)
    guard let bracket = key.first else { return plain }
    let inner = String(key.dropFirst().prefix { $0 != "]" && $0 != ")" })
    switch (bracket, plain) {
    case ("(", .map(let map)), ("[", .map(let map)): return map[.string(inner)] ?? .null
    case ("[", .list(let list)):
      guard let index = Int(inner) else { throw .illegalArgument("Invalid indexed property '\(step)'") }
      guard list.elements.indices.contains(index) else {
        throw JavaException(
          "java.lang.IndexOutOfBoundsException",
          "Index \(index) out of bounds for length \(list.count)"
        )
      }
      return list.elements[index]
    default: throw unknown(String(step), of: bean)
    }
  }

  private static func read(_ name: String, of bean: Value) throws(JavaException) -> Value {
    switch bean {
    case .map(let map): return map[.string(name)] ?? .null
    case .date(let milliseconds) where name == "time": return .long(milliseconds)
    case .string(let text) where name == "empty": return .boolean(text.isEmpty)
    case .string(let text) where name == "bytes": return .bytes(ByteArray(Array(text.utf8)))
    case .list(let list) where name == "empty": return .boolean(list.count == 0)
    case .object(let object as any BeanObject):
      if let value = object.property(name) { return value }
    default: break
    }
    throw unknown(name, of: bean)
  }

  private static func unknown(_ name: String, of bean: Value) -> JavaException {
    JavaException(
      "java.lang.NoSuchMethodException",
      "Unknown property '\(name)' on class 'class \(bean.javaClass)'"
    )
  }
}
