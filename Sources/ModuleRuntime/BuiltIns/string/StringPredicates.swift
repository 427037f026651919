/// What a text consists of, as commons-lang3's `StringUtils.isX`: character by character, `false` for null.
enum StringPredicates {
  static let functions: [BuiltInFunction] = [
    predicate("IsAlpha", ofEmpty: false) { CharacterTraits.isLetter($0) },
    predicate("IsAlphaSpace", ofEmpty: true) { CharacterTraits.isLetter($0) || $0 == 0x20 },
    predicate("IsAlphanumeric", ofEmpty: false) { CharacterTraits.isLetter($0) || CharacterTraits.isDigit($0) },
    predicate("IsAlphanumericSpace", ofEmpty: true) {
      CharacterTraits.isLetter($0) || CharacterTraits.isDigit($0) || $0 == 0x20
    },
    predicate("IsAsciiPrintable", ofEmpty: true) { (0x20..<0x7F).contains($0) },
    predicate("IsNumeric", ofEmpty: false) { CharacterTraits.isDigit($0) },
    predicate("IsNumericSpace", ofEmpty: true) { CharacterTraits.isDigit($0) || $0 == 0x20 },
    .value("starface.string", "IsBlank", "String text", "Boolean result") { .boolean(isBlank($0)) },
    .value("starface.string", "IsNotBlank", "String text", "Boolean result") { .boolean(!isBlank($0)) },
    .value("starface.string", "Length", "String string", "Integer length") { call in
      .position(call.optionalText(0)?.utf16.count ?? 0)
    },
    .value("starface.string", "DefaultIfEmpty", "String text, String defaultStr", "String result") { call in
      call.text(0).isEmpty ? call.value(1) : call.value(0)
    },
  ]

  private static func predicate(
    _ id: String,
    ofEmpty: Bool,
    _ test: @escaping @Sendable (UInt32) -> Bool
  ) -> BuiltInFunction {
    .value("starface.string", id, "String text", "Boolean result") { call in
      guard let text = call.optionalText(0) else { return .boolean(false) }
      // By UTF-16 unit: a letter outside the basic plane is two halves, and neither is a letter.
      return .boolean(text.isEmpty ? ofEmpty : text.utf16.allSatisfy { test(UInt32($0)) })
    }
  }

  private static func isBlank(_ call: BuiltInCall) -> Bool {
    call.text(0).utf16.allSatisfy { CharacterTraits.isWhitespace(UInt32($0)) }
  }
}
