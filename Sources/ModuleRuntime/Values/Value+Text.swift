extension Value {
  /// What `String.valueOf` gives, with the empty string for null, as the runtime reads null in text.
  public var text: String {
    if case .null = self { "" } else { javaText }
  }

  /// What `String.valueOf` gives in Java: `null` for null, `[a, b]` and `{k=v}` for collections.
  public var javaText: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .string(let text): text
    case .integer(let number): String(number)
    case .long(let number): String(number)
    case .double(let number): DoubleText.text(number)
    case .decimal(let number): number.javaText
    case .date(let milliseconds): DateText.javaText(milliseconds)
    case .bytes(let array): "[B@" + String(UInt32(bitPattern: Value.bytes(array).javaHash), radix: 16)
    case .object(let object): object.javaText
    case .list, .map:
      {
        var out = ""
        var path: [ObjectIdentifier] = []
        append(to: &out, path: &path)
        return out
      }()
    }
  }

  /// How much text a collection may become: a list that holds itself twice would print for ever.
  static let longestText = 16 << 20
  private static let deepestNesting = 256

  private func append(to out: inout String, path: inout [ObjectIdentifier]) {
    guard out.utf8.count < Self.longestText, path.count < Self.deepestNesting else {
      if !out.hasSuffix("…") { out += "…" }
      return
    }
    switch self {
    case .list(let list):
      guard !path.contains(ObjectIdentifier(list)) else {
        out += "(this Collection)"
        return
      }
      path.append(ObjectIdentifier(list))
      out += "["
      for (index, element) in list.elements.enumerated() {
        if index > 0 { out += ", " }
        element.append(to: &out, path: &path)
      }
      out += "]"
      path.removeLast()
    case .map(let map):
      guard !path.contains(ObjectIdentifier(map)) else {
        out += "(this Map)"
        return
      }
      path.append(ObjectIdentifier(map))
      out += "{"
      for (index, entry) in map.entries.enumerated() {
        if index > 0 { out += ", " }
        entry.key.append(to: &out, path: &path)
        out += "="
        entry.value.append(to: &out, path: &path)
      }
      out += "}"
      path.removeLast()
    default:
      out += javaText
    }
  }
}
