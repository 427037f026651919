/// The names that `\p{…}` knows: general categories, POSIX classes and binary properties. Scripts and blocks are not
/// among them, for which the standard library has no tables; a pattern that names one fails by name.
enum CharacterProperty {
  /// A property by the name between the braces; nil for an unknown one.
  static func find(_ name: String, ignoresCase: Bool, isUnicode: Bool) -> CharacterPredicate? {
    if name.hasPrefix("Is") {
      let short = String(name.dropFirst(2))
      return binary(short.uppercased(), ignoresCase) ?? general(short, ignoresCase)
    }
    if isUnicode, let predicate = unicodePOSIX(name, ignoresCase) { return predicate }
    return general(name, ignoresCase)
  }

  /// A general category by its short name, for `\p{gc=Lu}`.
  static func category(_ name: String, ignoresCase: Bool) -> CharacterPredicate? {
    if ignoresCase, ["Lu", "Ll", "Lt"].contains(name) { return category("LC", ignoresCase: false) }
    if name == "LC" { return CharacterPredicate { ["Lu", "Ll", "Lt"].contains(shortName($0)) } }
    let names = [
      "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Co", "Cs",
      "Pd", "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf",
    ]
    if names.contains(name) { return CharacterPredicate { shortName($0) == name } }
    guard ["L", "M", "N", "Z", "C", "P", "S"].contains(name) else { return nil }
    return CharacterPredicate { shortName($0).hasPrefix(name) }
  }

  private static func general(_ name: String, _ ignoresCase: Bool) -> CharacterPredicate? {
    if let category = category(name, ignoresCase: ignoresCase) { return category }
    func ascii(_ test: @escaping @Sendable (UInt32) -> Bool) -> CharacterPredicate {
      CharacterPredicate { $0 < 0x80 && test($0) }
    }
    switch name {
    case "LD": return CharacterPredicate { CharacterTraits.isLetter($0) || CharacterTraits.isDigit($0) }
    case "L1": return CharacterPredicate { $0 <= 0xFF }
    case "all": return CharacterPredicate { _ in true }
    case "ASCII": return ascii { _ in true }
    case "Alnum": return ascii { CharacterTraits.isLetter($0) || CharacterTraits.isDigit($0) }
    case "Alpha": return ascii { CharacterTraits.isLetter($0) }
    case "Blank": return ascii { $0 == 0x20 || $0 == 0x09 }
    case "Cntrl": return ascii { $0 < 0x20 || $0 == 0x7F }
    case "Digit": return .digit
    case "Graph": return ascii { (0x21...0x7E).contains($0) }
    case "Lower": return ascii { (0x61...0x7A).contains(ignoresCase ? CharacterTraits.lower($0) : $0) }
    case "Upper": return ascii { (0x41...0x5A).contains(ignoresCase ? CharacterTraits.upper($0) : $0) }
    case "Print": return ascii { (0x20...0x7E).contains($0) }
    case "Punct":
      return ascii { (0x21...0x7E).contains($0) && !CharacterTraits.isLetter($0) && !CharacterTraits.isDigit($0) }
    case "Space": return .space
    case "XDigit": return ascii { CharacterTraits.isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
    case "javaLowerCase": return CharacterPredicate { CharacterTraits.isLowerCase($0) }
    case "javaUpperCase": return CharacterPredicate { CharacterTraits.isUpperCase($0) }
    case "javaTitleCase": return CharacterPredicate { CharacterTraits.isTitleCase($0) }
    case "javaDigit": return .unicodeDigit
    case "javaLetter": return CharacterPredicate { CharacterTraits.isLetter($0) }
    case "javaLetterOrDigit": return find("LD", ignoresCase: false, isUnicode: false)
    case "javaWhitespace": return CharacterPredicate { CharacterTraits.isWhitespace($0) }
    default: return nil
    }
  }

  private static func binary(_ name: String, _ ignoresCase: Bool) -> CharacterPredicate? {
    func property(_ test: @escaping @Sendable (Unicode.Scalar.Properties) -> Bool) -> CharacterPredicate {
      CharacterPredicate { Unicode.Scalar($0).map { test($0.properties) } ?? false }
    }
    switch name {
    case "ALPHABETIC": return property { $0.isAlphabetic }
    case "LETTER": return CharacterPredicate { CharacterTraits.isLetter($0) }
    case "IDEOGRAPHIC": return property { $0.isIdeographic }
    case "LOWERCASE": return property { $0.isLowercase || ignoresCase && $0.isCased }
    case "UPPERCASE": return property { $0.isUppercase || ignoresCase && $0.isCased }
    case "TITLECASE": return category("Lt", ignoresCase: ignoresCase)
    case "WHITE_SPACE", "WHITESPACE": return .unicodeSpace
    case "CONTROL": return category("Cc", ignoresCase: false)
    case "PUNCTUATION": return category("P", ignoresCase: false)
    case "HEX_DIGIT", "HEXDIGIT": return property { $0.isHexDigit }
    case "ASSIGNED": return category("Cn", ignoresCase: false)?.negation
    case "NONCHARACTER_CODE_POINT", "NONCHARACTERCODEPOINT": return property { $0.isNoncharacterCodePoint }
    case "DIGIT": return .unicodeDigit
    case "ALNUM": return property { $0.isAlphabetic || $0.generalCategory == .decimalNumber }
    case "JOIN_CONTROL", "JOINCONTROL": return property { $0.isJoinControl }
    default: return nil
    }
  }

  private static func unicodePOSIX(_ name: String, _ ignoresCase: Bool) -> CharacterPredicate? {
    switch name.uppercased() {
    case "ALPHA": binary("ALPHABETIC", ignoresCase)
    case "LOWER": binary("LOWERCASE", ignoresCase)
    case "UPPER": binary("UPPERCASE", ignoresCase)
    case "SPACE": .unicodeSpace
    case "PUNCT": binary("PUNCTUATION", ignoresCase)
    case "DIGIT": .unicodeDigit
    case "ALNUM": binary("ALNUM", ignoresCase)
    case "CNTRL": binary("CONTROL", ignoresCase)
    default: nil
    }
  }

  /// `Lu` for upper-case letters, and so on.
  private static func shortName(_ point: UInt32) -> String {
    switch CharacterTraits.category(point) {
    case nil, .surrogate: "Cs"
    case .unassigned: "Cn"
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .privateUse: "Co"
    @unknown default: "Cn"
    }
  }
}
