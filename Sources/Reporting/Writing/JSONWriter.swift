extension JSONValue {
  /// The document as text: two spaces a level, arrays of scalars on one line, a final newline.
  public var text: String {
    var writer = JSONWriter()
    writer.write(self, depth: 0)
    writer.bytes.append(UInt8(ascii: "\n"))
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Whether it is neither an array nor an object.
  fileprivate var isScalar: Bool {
    switch self {
    case .array, .members: false
    default: true
    }
  }
}

/// Writes RFC 8259 text, canonical for one value.
private struct JSONWriter {
  var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: raw("null")
    case .bool(let flag): raw(flag ? "true" : "false")
    case .integer(let number): raw(String(number))
    case .number(let number): raw(number.isFinite ? String(number) : "null")
    case .string(let text): quoted(text)
    case .array(let elements) where elements.allSatisfy(\.isScalar):
      raw("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { raw(", ") }
        write(element, depth: depth)
      }
      raw("]")
    case .array(let elements):
      raw("[")
      for (index, element) in elements.enumerated() {
        line(first: index == 0, depth: depth + 1)
        write(element, depth: depth + 1)
      }
      newline(depth)
      raw("]")
    case .members(let members) where members.isEmpty: raw("{}")
    case .members(let members):
      raw("{")
      for (index, member) in members.enumerated() {
        line(first: index == 0, depth: depth + 1)
        quoted(member.name)
        raw(": ")
        write(member.value, depth: depth + 1)
      }
      newline(depth)
      raw("}")
    }
  }

  private mutating func line(first: Bool, depth: Int) {
    if !first { raw(",") }
    newline(depth)
  }

  private mutating func newline(_ depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case 0x08: raw("\\b")
      case 0x09: raw("\\t")
      case 0x0A: raw("\\n")
      case 0x0C: raw("\\f")
      case 0x0D: raw("\\r")
      case 0..<0x20, 0x7F:
        raw("\\u00")
        bytes.append(contentsOf: [hexDigit(byte >> 4), hexDigit(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// The lower-case hexadecimal digit of a value below 16.
func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }

/// Bytes as lower-case hexadecimal text.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  String(decoding: bytes.flatMap { [hexDigit($0 >> 4), hexDigit($0 & 15)] }, as: UTF8.self)
}
