/// Joining and stripping text, as commons-lang's `StringUtils` does.
enum StringBasics {
  static let functions: [BuiltInFunction] = [
    .value("starface.string", "Append2", "List strings", "String result") { call in
      guard case .list(let strings) = call.value(0) else { return .string(call.text(0)) }
      var result = ""
      for part in strings.elements { result += part.text }
      return .string(result)
    },
    .value("starface.string", "StripEnd", "String text, String stripChars", "String result") { call in
      guard let text = call.optionalText(0) else { return .null }
      let strip = call.text(1)
      if strip.isEmpty { return .string(stripped(text, start: false) { $0.isJavaWhitespace }) }
      let characters = Set(strip.unicodeScalars)
      return .string(stripped(text, start: false) { characters.contains($0) })
    },
    .value("starface.string", "StripWhitespace", "String text", "String result") { call in
      guard let text = call.optionalText(0) else { return .null }
      return .string(stripped(text, start: true) { $0.isJavaWhitespace })
    },
  ]

  /// `text` without the scalars at its end, and with `start` also at its start, that `drops` names.
  static func stripped(_ text: String, start: Bool, _ drops: (Unicode.Scalar) -> Bool) -> String {
    var kept = text.unicodeScalars[...]
    while let last = kept.last, drops(last) { kept.removeLast() }
    if start { kept = kept.drop(while: drops) }
    return String(kept)
  }
}

extension Unicode.Scalar {
  /// `Character.isWhitespace`: Unicode separators except the non-breaking ones, and the ASCII controls of white space.
  var isJavaWhitespace: Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x1F: true
    case 0xA0, 0x2007, 0x202F: false
    default:
      switch properties.generalCategory {
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}
