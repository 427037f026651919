import FoundationEssentials

/// Writes values as JSON text without spaces, as Jackson's `ObjectMapper.writeValueAsString` does.
struct JSONWriter {
  /// How deep values may nest, as Jackson's `StreamWriteConstraints`: a list that holds itself ends there.
  private static let deepestNesting = 1_000

  /// What is written so far.
  private(set) var text = ""

  /// Writes one value.
  /// - Throws: `JsonMappingException` for a null key and for too deep a nesting, `InvalidDefinitionException` for an
  ///   object whose properties are not known.
  mutating func write(_ value: Value, depth: Int) throws(JavaException) {
    guard depth <= Self.deepestNesting else {
      throw mapping("Document nesting depth (\(depth)) exceeds the maximum allowed (\(Self.deepestNesting))")
    }
    try JavaException.checkLength(text.utf8.count)
    switch value {
    case .null, .boolean, .integer, .long: text += value.javaText
    case .decimal(let number): text += number.javaText
    case .double(let number): number.isFinite ? text += DoubleText.text(number) : quote(DoubleText.text(number))
    // WRITE_DATES_AS_TIMESTAMPS is on by default.
    case .date(let milliseconds): text += String(milliseconds)
    case .string(let string): quote(string)
    case .bytes(let array): quote(Data(array.bytes).base64EncodedString())
    case .list(let list):
      text += "["
      for (index, element) in list.elements.enumerated() {
        if index > 0 { text += "," }
        try write(element, depth: depth + 1)
      }
      text += "]"
    case .map(let map):
      text += "{"
      for (index, entry) in map.entries.enumerated() {
        if index > 0 { text += "," }
        guard !entry.key.isNull else { throw mapping("Null key for a Map not allowed in JSON") }
        quote(entry.key.javaText)
        text += ":"
        try write(entry.value, depth: depth + 1)
      }
      text += "}"
    case .object(let object):
      throw JavaException(
        "com.fasterxml.jackson.databind.exc.InvalidDefinitionException",
        "No serializer found for class \(object.javaClass) and no properties discovered to create BeanSerializer"
      )
    }
  }

  private func mapping(_ message: String) -> JavaException {
    JavaException("com.fasterxml.jackson.databind.JsonMappingException", message)
  }

  private mutating func quote(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case ..<" ": text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
