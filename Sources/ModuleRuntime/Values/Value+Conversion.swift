extension Value {
  /// This value as a variable of `kind` holds it (runtime.md section 3).
  ///
  /// A failed conversion gives null, for a boolean `false`. Lists and maps stay the same reference.
  public func converted(to kind: VariableKind) -> Value {
    switch kind {
    case .object: return self
    case .string:
      switch self {
      case .string, .null: return self
      default: return .string(javaText)
      }
    case .number:
      switch self {
      case .integer, .long, .double, .decimal: return self
      case .string(let text): return Self.number(parsing: text)
      case .date(let milliseconds): return .long(milliseconds)
      default: return .null
      }
    case .boolean:
      switch self {
      case .boolean: return self
      case .string(let text): return .boolean(Self.isTrue(text))
      default: return .boolean(false)
      }
    case .dateTime:
      switch self {
      case .integer(let number): return .long(Int64(number))
      case .date(let milliseconds): return .long(milliseconds)
      default: return converted(to: .number)
      }
    case .list:
      if case .list = self { return self } else { return .null }
    case .map:
      if case .map = self { return self } else { return .null }
    }
  }

  /// A literal of the descriptor as a variable of `kind` holds it: like text, but empty text is only a value for a
  /// string; for every other kind it means that nothing is set.
  public static func literal(_ text: String, kind: VariableKind) -> Value {
    if text.isEmpty, kind != .string { return kind == .boolean ? .boolean(false) : .null }
    return Value.string(text).converted(to: kind)
  }

  /// `Boolean.parseBoolean`: `true` in any case.
  static func isTrue(_ text: String) -> Bool {
    text.utf8.count == 4 && text.lowercased() == "true"
  }

  /// Text as a number: an integer stays an integer, everything else that reads as a number is a `Double`; else null.
  static func number(parsing text: String) -> Value {
    let trimmed = text.javaTrimmed
    guard let first = trimmed.utf8.first else { return .null }
    if let number = Int64(trimmed) { return .number(number) }
    // Double(_:) of Swift also reads "nan", "inf" and hexadecimal, which a designer's number is not.
    let digits = first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? trimmed.dropFirst() : trimmed[...]
    guard let lead = digits.utf8.first, lead == UInt8(ascii: ".") || (0x30...0x39).contains(lead),
      let decimal = BigDecimal(trimmed)
    else { return .null }
    if decimal.scale == 0, !trimmed.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") })
    {
      return .decimal(decimal)
    }
    return .double(decimal.doubleValue)
  }

  /// The value as a Java `double`, when it is a number or reads as one.
  public var doubleValue: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .long(let number): Double(number)
    case .double(let number): number
    case .decimal(let number): number.doubleValue
    case .string: converted(to: .number).doubleValueOfNumber
    case .date(let milliseconds): Double(milliseconds)
    default: nil
    }
  }

  private var doubleValueOfNumber: Double? {
    if case .string = self { nil } else { doubleValue }
  }

  /// The value as a Java `long`, when it is a number or reads as one: fractions are cut, as by `Number.longValue`.
  public var longValue: Int64? {
    switch self {
    case .integer(let number): Int64(number)
    case .long(let number), .date(let number): number
    case .double, .decimal: doubleValue.map(Self.saturated)
    case .string:
      switch converted(to: .number) {
      case .string, .null: nil
      case let number: number.longValue
      }
    default: nil
    }
  }

  /// `(long) number` of Java: NaN is 0, too large is the nearest end.
  static func saturated(_ number: Double) -> Int64 {
    if number.isNaN { return 0 }
    if number >= 0x1p63 { return .max }
    if number < -0x1p63 { return .min }
    return Int64(number)
  }
}

extension String {
  /// `String.trim()`: without the characters up to U+0020 at both ends.
  var javaTrimmed: String {
    let bytes = utf8
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }), let end = bytes.lastIndex(where: { $0 > 0x20 }) else {
      return ""
    }
    return String(self[start...end])
  }
}
