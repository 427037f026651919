/// A JSON document whose object members keep the order they were given: a report reads the same every time.
public enum JSONValue: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with a fraction; not finite is written as `null`.
  case number(Double)
  /// A text.
  case string(String)
  /// Elements in order.
  case array([JSONValue])
  /// Members in order.
  case members([Member])

  /// One name and its value.
  public struct Member: Sendable, Equatable {
    /// The key.
    public var name: String
    /// What it holds.
    public var value: JSONValue

    /// Names a value.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An object; members whose value is nil are left out.
  public static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .members(members.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// An array of texts.
  public static func strings(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// This object with a further member at its end; anything else stays as it is.
  public func with(_ name: String, _ value: JSONValue?) -> JSONValue {
    guard case .members(let members) = self, let value else { return self }
    return .members(members + [Member(name, value)])
  }

  /// The value of a member of an object, if there is one.
  public subscript(name: String) -> JSONValue? {
    guard case .members(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Elements in order.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}
