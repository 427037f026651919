/// Symbols as HotSpot prints them.
struct JavaNames {
  let symbols: SymbolTable

  /// `java.util.Map$Entry`.
  func external(_ name: Symbol) -> String { Self.dotted(symbols.text(name)) }

  /// `a/B` to `a.B`.
  static func dotted(_ name: String) -> String {
    var name = name
    return name.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { text in
        for (index, byte) in bytes.enumerated() { text[index] = byte == UInt8(ascii: "/") ? UInt8(ascii: ".") : byte }
        return bytes.count
      }
    }
  }

  /// `int[]`, `java.lang.String`: the types of a descriptor, the result last.
  func types(_ descriptor: Symbol) -> [String] {
    let bytes = symbols.withBytes(descriptor) { Array($0) }
    var types: [String] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "(") || bytes[position] == UInt8(ascii: ")") {
        position += 1
        continue
      }
      var depth = 0
      while position < bytes.count, bytes[position] == UInt8(ascii: "[") {
        depth += 1
        position += 1
      }
      guard position < bytes.count else { break }
      var name: String
      switch bytes[position] {
      case UInt8(ascii: "L"):
        let end = bytes[position...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
        name = Self.dotted(String(decoding: bytes[min(position + 1, end)..<end], as: UTF8.self))
        position = end
      case UInt8(ascii: "B"): name = "byte"
      case UInt8(ascii: "C"): name = "char"
      case UInt8(ascii: "D"): name = "double"
      case UInt8(ascii: "F"): name = "float"
      case UInt8(ascii: "I"): name = "int"
      case UInt8(ascii: "J"): name = "long"
      case UInt8(ascii: "S"): name = "short"
      case UInt8(ascii: "Z"): name = "boolean"
      default: name = "void"
      }
      position += 1
      name += String(repeating: "[]", count: depth)
      types.append(name)
    }
    return types
  }

  /// `int m(java.lang.String, long)`, or with an owner `int a.B.m(…)` (JDK 11 and later).
  func method(_ name: Symbol, _ descriptor: Symbol, owner: Symbol? = nil) -> String {
    let types = types(descriptor)
    let path = owner.map { external($0) + "." } ?? ""
    return "\(types.last ?? "void") \(path)\(symbols.text(name))(\(types.dropLast().joined(separator: ", ")))"
  }

  /// `a.B.m(I)V` (JDK 8 and earlier, and in a few messages ever since).
  func plain(_ name: Symbol, _ descriptor: Symbol, owner: Symbol) -> String {
    "\(external(owner)).\(symbols.text(name))\(symbols.text(descriptor))"
  }
}
