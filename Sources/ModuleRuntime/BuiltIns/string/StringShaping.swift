/// Padding, repeating, joining, stripping and the case of letters, as commons-lang3's `StringUtils`; null stays null.
enum StringShaping {
  static let functions: [BuiltInFunction] = [
    .value("starface.string", "LeftPad", "String text, int size, String padString", "String result") { call in
      guard let text = call.units(0) else { return .null }
      return .string(units: try padding(call, text.count) + text)
    },
    .value("starface.string", "RightPad", "String text, int size, String padString", "String result") { call in
      guard let text = call.units(0) else { return .null }
      return .string(units: text + (try padding(call, text.count)))
    },
    .value("starface.string", "Repeat", "String text, Integer repeat", "String result") { call in
      guard let text = call.optionalText(0) else { return .null }
      let times = max(0, try call.unboxed(1))
      try JavaException.checkLength(text.utf16.count, times: times)
      return .string(text.isEmpty ? "" : String(repeating: text, count: times))
    },
    // The lines have newlines between them, and none after the last.
    .value("starface.string", "AppendLine", "List strings", "String result") { call in
      guard case .list(let strings) = call.value(0) else { return .string(call.text(0)) }
      return .string(strings.elements.lazy.map(\.text).joined(separator: "\n"))
    },
    .value("starface.string", "Strip", "String text, String stripChars", "String result") { call in
      guard let text = call.optionalText(0) else { return .null }
      return .string(StringBasics.stripped(text, start: true, dropped(call)))
    },
    .value("starface.string", "StripStart", "String text, String stripChars", "String result") { call in
      guard let text = call.optionalText(0) else { return .null }
      return .string(String(text.unicodeScalars.drop(while: dropped(call))))
    },
    .value("starface.string", "UpperCase", "String text", "String result") { call in
      call.optionalText(0).map { .string($0.uppercased()) } ?? .null
    },
    .value("starface.string", "LowerCase", "String text", "String result") { call in
      call.optionalText(0).map { .string(lowerCase($0)) } ?? .null
    },
    .value("starface.string", "SwapCase", "String text", "String result") { call in
      guard let text = call.units(0) else { return .null }
      var result: JavaUnits = []
      result.reserveCapacity(text.count)
      for point in text.codePoints {
        let isUpper = CharacterTraits.isUpperCase(point) || CharacterTraits.isTitleCase(point)
        let isLower = CharacterTraits.isLowerCase(point)
        result.append(
          codePoint: isUpper ? CharacterTraits.lower(point) : isLower ? CharacterTraits.upper(point) : point
        )
      }
      return .string(units: result)
    },
  ]

  /// What fills a text of `length` up to the wanted size: the pad text over and over, a space for an empty one.
  private static func padding(_ call: BuiltInCall, _ length: Int) throws -> JavaUnits {
    let missing = max(0, try call.unboxed(1) - length)
    try JavaException.checkLength(missing)
    let pad = call.units(2).flatMap { $0.isEmpty ? nil : $0 } ?? [0x20]
    return (0..<missing).map { pad[$0 % pad.count] }
  }

  /// What `stripChars` takes away; white space when it is empty, as the reference list says.
  private static func dropped(_ call: BuiltInCall) -> (Unicode.Scalar) -> Bool {
    let characters = Set(call.text(1).unicodeScalars)
    return characters.isEmpty ? { $0.isJavaWhitespace } : { characters.contains($0) }
  }

  /// `String.toLowerCase`: a capital sigma at the end of a word becomes the final form (Unicode, SpecialCasing).
  private static func lowerCase(_ text: String) -> String {
    let sigma: Unicode.Scalar = "\u{3A3}"
    guard text.unicodeScalars.contains(sigma) else { return text.lowercased() }
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      guard scalar == sigma else {
        result += scalar.properties.lowercaseMapping
        continue
      }
      let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
      let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
      let isFinal = before?.properties.isCased == true && after?.properties.isCased != true
      result += isFinal ? "\u{3C2}" : "\u{3C3}"
    }
    return result
  }
}
