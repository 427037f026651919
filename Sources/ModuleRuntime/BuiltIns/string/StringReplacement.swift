/// Replacing and removing parts of a text, as commons-lang3's `StringUtils`; null stays null.
enum StringReplacement {
  static let functions: [BuiltInFunction] = [
    .value("starface.string", "Replace", "String text, String replace, String with, Integer max", "String result") {
      call in
      try replaced(call, max: call.optionalText(0) == nil ? -1 : call.unboxed(3))
    },
    .value("starface.string", "ReplaceAll2", "String text, String replace, String with", "String result") { call in
      try replaced(call, max: -1)
    },
    .value("starface.string", "ReplaceOnce", "String text, String replace, String with", "String result") { call in
      try replaced(call, max: 1)
    },
    .value("starface.string", "Remove", "String text, String remove", "String result") { call in
      guard let text = call.units(0), let search = call.units(1), !search.isEmpty else { return call.value(0) }
      return .string(units: try replace(text, search, with: [], max: -1))
    },
    .value("starface.string", "RemoveStart", "String text, String remove", "String result") { call in
      guard let text = call.units(0), let prefix = call.units(1), text.starts(with: prefix) else {
        return call.value(0)
      }
      return .string(units: text.dropFirst(prefix.count))
    },
    .value("starface.string", "RemoveEnd", "String text, String remove", "String result") { call in
      guard let text = call.units(0), let suffix = call.units(1), text.suffix(suffix.count).elementsEqual(suffix)
      else { return call.value(0) }
      return .string(units: text.dropLast(suffix.count))
    },
    .value("starface.string", "DeleteWhitespace", "String text", "String result") { call in
      guard let text = call.optionalText(0) else { return .null }
      return .string(units: text.utf16.filter { !CharacterTraits.isWhitespace(UInt32($0)) })
    },
    .value("starface.string", "Reverse", "String text", "String result") { call in
      guard let text = call.optionalText(0) else { return .null }
      var reversed = String.UnicodeScalarView()
      for scalar in text.unicodeScalars.reversed() { reversed.append(scalar) }
      return .string(String(reversed))
    },
    .value(
      "starface.string",
      "Overlay",
      "String text, String overlay, Integer start, Integer end",
      "String result"
    ) { call in
      guard let text = call.units(0) else { return .null }
      let ends = [try call.unboxed(2), try call.unboxed(3)].map { min(max($0, 0), text.count) }.sorted()
      return .string(units: text[..<ends[0]] + (call.units(1) ?? []) + text[ends[1]...])
    },
  ]

  private static func replaced(_ call: BuiltInCall, max: Int) throws -> Value {
    guard let text = call.units(0), let search = call.units(1), !search.isEmpty, let with = call.units(2) else {
      return call.value(0)
    }
    return .string(units: try replace(text, search, with: with, max: max))
  }

  private static func replace(
    _ text: JavaUnits,
    _ search: JavaUnits,
    with replacement: JavaUnits,
    max: Int
  ) throws(JavaException) -> JavaUnits {
    var result: JavaUnits = []
    var at = 0
    var left = max
    while left != 0, let found = text.firstIndex(of: search, from: at) {
      result += text[at..<found]
      result += replacement
      try JavaException.checkLength(result.count)
      at = found + search.count
      left -= 1
    }
    return result + text[at...]
  }
}
