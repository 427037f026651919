/// Reads one JSON value (RFC 8259) as Jackson reads it into an `Object`: objects become `LinkedHashMap`s, numbers the
/// narrowest of `Integer`, `Long` and `BigInteger`, or a `Double`. What stands behind the value is not looked at.
struct JSONReader {
  /// How deep values may nest, as Jackson's `StreamReadConstraints`.
  private static let deepestNesting = 1_000

  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The value.
  /// - Throws: `JsonParseException` with line and column, or `MismatchedInputException` for nothing at all.
  mutating func document() throws(JavaException) -> Value {
    skipSpace()
    guard at < bytes.count else {
      throw JavaException(
        "com.fasterxml.jackson.databind.exc.MismatchedInputException",
        "No content to map due to end-of-input"
      )
    }
    return try value(depth: 0)
  }

  private mutating func value(depth: Int) throws(JavaException) -> Value {
    guard depth <= Self.deepestNesting else {
      throw failure("Document nesting depth (\(depth)) exceeds the maximum allowed (\(Self.deepestNesting))")
    }
    guard let byte = peek() else { throw unexpected("expected a valid value") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .boolean(true))
    case UInt8(ascii: "f"): return try literal("false", .boolean(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw unexpected("expected a valid value")
    }
  }

  private mutating func object(depth: Int) throws(JavaException) -> Value {
    at += 1
    let map = JavaMap(order: .insertion)
    skipSpace()
    if take("}") { return .map(map) }
    while true {
      skipSpace()
      guard peek() == UInt8(ascii: "\"") else { throw unexpected("was expecting double-quote to start field name") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw unexpected("was expecting a colon to separate field name and value") }
      skipSpace()
      map.put(.string(key), try value(depth: depth + 1))
      skipSpace()
      if take("}") { return .map(map) }
      guard take(",") else { throw unexpected("was expecting comma to separate Object entries") }
    }
  }

  private mutating func array(depth: Int) throws(JavaException) -> Value {
    at += 1
    var elements: [Value] = []
    skipSpace()
    if take("]") { return .list(elements) }
    while true {
      skipSpace()
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return .list(elements) }
      guard take(",") else { throw unexpected("was expecting comma to separate Array entries") }
    }
  }

  private mutating func literal(_ word: String, _ value: Value) throws(JavaException) -> Value {
    guard bytes[at...].starts(with: word.utf8) else { throw unexpected("was expecting '\(word)'") }
    at += word.utf8.count
    return value
  }

  private mutating func number() throws(JavaException) -> Value {
    let start = at
    _ = take("-")
    let isZero = peek() == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0 else { throw unexpected("expected digit (0-9) to follow minus sign, for valid numeric value") }
    guard !isZero || whole == 1 else { throw failure("Invalid numeric value: Leading zeroes not allowed") }
    var isInteger = true
    if take(".") {
      isInteger = false
      guard digits() > 0 else { throw unexpected("Decimal point not followed by a digit") }
    }
    if take("e") || take("E") {
      isInteger = false
      if !take("+") { _ = take("-") }
      guard digits() > 0 else { throw unexpected("Exponent indicator not followed by a digit") }
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard isInteger else { return .double(Double(text) ?? .nan) }
    if let number = Int64(text) { return .number(number) }
    let negative = bytes[start] == UInt8(ascii: "-")
    return .decimal(BigDecimal(isNegative: negative, digits: Array(bytes[(start + (negative ? 1 : 0))..<at]), scale: 0))
  }

  private mutating func digits() -> Int {
    let start = at
    while let byte = peek(), (0x30...0x39).contains(byte) { at += 1 }
    return at - start
  }

  private mutating func string() throws(JavaException) -> String {
    at += 1
    let start = at
    while let byte = peek(), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
    if peek() == UInt8(ascii: "\"") {
      at += 1
      return String(decoding: bytes[start..<(at - 1)], as: UTF8.self)
    }
    var units = String(decoding: bytes[start..<at], as: UTF8.self).units
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return String(units: units)
      case UInt8(ascii: "\\"):
        at += 1
        units.append(try escape())
      case ..<0x20:
        throw unexpected("control characters have to be escaped using backslash to be included in string value")
      default:
        let run = at
        while let byte = peek(), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
        units += String(decoding: bytes[run..<at], as: UTF8.self).utf16
      }
    }
    throw unexpected("was expecting closing quote for a string value")
  }

  private mutating func escape() throws(JavaException) -> UInt16 {
    guard let byte = peek() else { throw unexpected("in character escape sequence") }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt16(byte)
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "u"):
      let hexadecimal = bytes[at...].prefix(4)
      guard hexadecimal.count == 4,
        hexadecimal.allSatisfy({ UInt8(ascii: "0") <= $0 && Character(.init($0)).isHexDigit }),
        let unit = UInt16(String(decoding: hexadecimal, as: UTF8.self), radix: 16)
      else { throw unexpected("expected a hex-digit for character escape sequence") }
      at += 4
      return unit
    default:
      at -= 1
      throw unexpected("unrecognized character escape")
    }
  }

  private func peek() -> UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = peek(), UInt32(byte) == character.value else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private func unexpected(_ expectation: String) -> JavaException {
    guard at < bytes.count else { return failure("Unexpected end-of-input: \(expectation)") }
    let scalar = String(decoding: bytes[at...].prefix(4), as: UTF8.self).unicodeScalars.first ?? " "
    return failure("Unexpected character ('\(scalar)' (code \(scalar.value))): \(expectation)")
  }

  private func failure(_ message: String) -> JavaException {
    let before = bytes[..<min(at, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let column = String(decoding: before[(before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)...], as: UTF8.self).utf16
      .count
    return JavaException(
      "com.fasterxml.jackson.core.JsonParseException",
      "\(message) at [line: \(line), column: \(column + 1)]"
    )
  }
}
