/// Values as bytes, in place of Java's serialization: what a value is, comes back; objects of the platform do not.
enum ValueCoding {
  private static let deepest = 64

  /// The bytes of a value.
  /// - Throws: `NotSerializableException` for a stream, a connection and the like.
  static func bytes(_ value: Value) throws(JavaException) -> [UInt8] {
    var out: [UInt8] = []
    try append(value, to: &out, depth: 0)
    return out
  }

  /// The value of bytes; nil when they are none.
  static func value(_ bytes: [UInt8]) -> Value? {
    var rest = bytes[...]
    guard let value = take(&rest, depth: 0), rest.isEmpty else { return nil }
    return value
  }

  private static func append(_ value: Value, to out: inout [UInt8], depth: Int) throws(JavaException) {
    guard depth < deepest else { throw JavaException("java.lang.StackOverflowError", "lists nest too deep to be kept") }
    switch value {
    case .null: out.append(UInt8(ascii: "0"))
    case .boolean(let flag): out.append(UInt8(ascii: flag ? "t" : "f"))
    case .string(let text): append("s", Array(text.utf8), to: &out)
    case .integer(let number): append("i", Array(String(number).utf8), to: &out)
    case .long(let number): append("l", Array(String(number).utf8), to: &out)
    case .double(let number): append("d", Array(String(number.bitPattern).utf8), to: &out)
    case .decimal(let number): append("n", Array(number.javaText.utf8), to: &out)
    case .date(let time): append("D", Array(String(time).utf8), to: &out)
    case .bytes(let array): append("b", array.bytes, to: &out)
    case .list(let list):
      append("L", Array(String(list.count).utf8), to: &out)
      for element in list.elements { try append(element, to: &out, depth: depth + 1) }
    case .map(let map):
      append(map.order == .hash ? "H" : "M", Array(String(map.count).utf8), to: &out)
      for entry in map.entries {
        try append(entry.key, to: &out, depth: depth + 1)
        try append(entry.value, to: &out, depth: depth + 1)
      }
    case .object(let object): throw JavaException("java.io.NotSerializableException", object.javaClass)
    }
  }

  private static func append(_ tag: Unicode.Scalar, _ content: [UInt8], to out: inout [UInt8]) {
    out.append(UInt8(ascii: tag))
    out += String(content.count).utf8
    out.append(UInt8(ascii: ":"))
    out += content
  }

  private static func take(_ rest: inout ArraySlice<UInt8>, depth: Int) -> Value? {
    guard depth < deepest, let tag = rest.popFirst() else { return nil }
    switch Unicode.Scalar(tag) {
    case "0": return .null
    case "t": return .boolean(true)
    case "f": return .boolean(false)
    default: break
    }
    guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
      let length = Int(String(decoding: rest[..<colon], as: UTF8.self)), length >= 0, length < rest.count
    else { return nil }
    let content = rest[(colon + 1)...].prefix(length)
    guard content.count == length else { return nil }
    rest = rest[(colon + 1 + length)...]
    let text = String(decoding: content, as: UTF8.self)
    switch Unicode.Scalar(tag) {
    case "s": return .string(text)
    case "i": return Int32(text).map { .integer($0) }
    case "l": return Int64(text).map { .long($0) }
    case "d": return UInt64(text).map { .double(Double(bitPattern: $0)) }
    case "n": return BigDecimal(text).map { .decimal($0) }
    case "D": return Int64(text).map { .date($0) }
    case "b": return .bytes(ByteArray(Array(content)))
    case "L":
      guard let count = Int(text), count <= rest.count else { return nil }
      var elements: [Value] = []
      for _ in 0..<count {
        guard let element = take(&rest, depth: depth + 1) else { return nil }
        elements.append(element)
      }
      return .list(elements)
    case "H", "M":
      guard let count = Int(text), count <= rest.count else { return nil }
      let map = JavaMap(order: tag == UInt8(ascii: "H") ? .hash : .insertion)
      for _ in 0..<count {
        guard let key = take(&rest, depth: depth + 1), let value = take(&rest, depth: depth + 1) else { return nil }
        map.put(key, value)
      }
      return .map(map)
    default: return nil
    }
  }
}
