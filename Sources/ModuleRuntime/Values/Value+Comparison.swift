extension Value {
  /// Whether two values are equal for an expression or a `switch`: after conversion to the `kind` of the variable
  /// that is compared (runtime.md section 3).
  ///
  /// Without a kind a number is compared as a number, a boolean as a boolean and null with text as the empty text.
  func designerEquals(_ other: Value, as kind: VariableKind) -> Bool {
    switch kind {
    case .string:
      if case .string(let a) = self, case .string(let b) = other { return a.utf8.elementsEqual(b.utf8) }
      return text.utf8.elementsEqual(other.text.utf8)
    case .number, .dateTime:
      return Self.sameNumber(converted(to: .number), other.converted(to: .number))
    case .boolean:
      return converted(to: .boolean).javaEquals(other.converted(to: .boolean))
    case .list, .map:
      return javaEquals(other)
    case .object:
      switch (self, other) {
      case (.string, .string): return designerEquals(other, as: .string)
      case (.integer, _), (.long, _), (.double, _), (.decimal, _), (_, .integer), (_, .long), (_, .double),
        (_, .decimal):
        if isNull || other.isNull { return false }
        return Self.sameNumber(converted(to: .number), other.converted(to: .number))
      case (.boolean, .string), (.string, .boolean): return text.lowercased() == other.text.lowercased()
      case (.null, .string(let text)), (.string(let text), .null): return text.isEmpty
      default: return javaEquals(other)
      }
    }
  }

  private static func sameNumber(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.null, .null): return true
    case (.integer(let a), .integer(let b)): return a == b
    default:
      if let a = a.exactInteger, let b = b.exactInteger { return a == b }
      guard let a = a.doubleValue, let b = b.doubleValue else { return false }
      return a == b
    }
  }

  private var exactInteger: Int64? {
    switch self {
    case .integer(let number): Int64(number)
    case .long(let number): number
    default: nil
    }
  }

  /// Negative, zero or positive as `self` stands before, with or after `other`: as numbers when both are or read as
  /// numbers, else as text in the order of UTF-16 units. Nil when either is null or not a number (NaN).
  func designerOrder(_ other: Value) -> Int? {
    if isNull || other.isNull { return nil }
    if let a = doubleValue, let b = other.doubleValue {
      if a.isNaN || b.isNaN { return nil }
      return a < b ? -1 : a > b ? 1 : 0
    }
    let a = text
    let b = other.text
    if a.utf16.elementsEqual(b.utf16) { return 0 }
    return a.utf16.lexicographicallyPrecedes(b.utf16) ? -1 : 1
  }

  /// Neither null nor an empty text, list or map.
  var isNotEmpty: Bool {
    switch self {
    case .null: false
    case .string(let text): !text.isEmpty
    case .list(let list): list.count > 0
    case .map(let map): map.count > 0
    case .bytes(let array): !array.bytes.isEmpty
    default: true
    }
  }

  /// Whether a list has an equal element, a map an equal key, or a text the other text inside.
  func designerContains(_ other: Value) -> Bool {
    switch self {
    case .list(let list): list.elements.contains { $0.designerEquals(other, as: .object) }
    case .map(let map): map[other] != nil
    case .null: false
    default: other.text.isEmpty || text.contains(other.text)
    }
  }
}
