extension ManifestText {
  /// A word that cannot break the line: what separates words is escaped.
  static func word(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x5c || $0 == 0x7f || $0 == 0x2c }) || text.isEmpty else {
      return text
    }
    if text.isEmpty { return "\\u{}" }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value <= 0x20 || scalar.value == 0x7f || scalar == "\\" || scalar == "," {
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A quoted text on one line.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _
      where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value) || scalar.value == 0x2028
        || scalar.value == 0x2029 || scalar.value == 0xfeff:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A constant; which kind of number it is follows from the field's descriptor. Floating point numbers are written
  /// with the fewest digits that give the same bits; a NaN with its bits.
  static func write(_ constant: ConstantFact) -> String {
    switch constant {
    case .int(let value): return String(value)
    case .long(let value): return "\(value)L"
    case .float(let bits):
      let value = Float(bitPattern: bits)
      return value.isNaN ? "nan:\(String(bits, radix: 16))f" : "\(value)f"
    case .double(let bits):
      let value = Double(bitPattern: bits)
      return value.isNaN ? "nan:\(String(bits, radix: 16))d" : "\(value)d"
    case .string(let text): return quoted(text)
    }
  }

  /// An annotation value: `Z:1`, `"text"`, `enum Lpkg/Color; RED`, `class Ljava/lang/Object;`, `[a b]`,
  /// `@Lpkg/A;(name = value …)`.
  static func write(_ value: AnnotationFact) -> String {
    switch value {
    case .constant(let tag, let constant):
      return "\(Character(Unicode.Scalar(tag))):\(write(constant))"
    case .string(let text): return quoted(text)
    case .enumConstant(let descriptor, let name): return "enum \(word(descriptor)) \(word(name))"
    case .classReference(let descriptor): return "class \(word(descriptor))"
    case .array(let items): return "[ " + items.map { write($0) + " " }.joined() + "]"
    case .annotation(let descriptor, let elements):
      let body = elements.map { "\(word($0.name)) \(write($0.value)) " }.joined()
      return "@ \(word(descriptor)) ( \(body))"
    }
  }
}
