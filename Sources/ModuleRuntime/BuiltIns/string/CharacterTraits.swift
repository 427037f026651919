/// What `java.lang.Character` knows of one code point. Half of a surrogate pair has no traits.
enum CharacterTraits {
  /// `Character.isLetter`.
  static func isLetter(_ point: UInt32) -> Bool {
    if point < 0x80 { return (0x61...0x7A).contains(point | 0x20) }
    switch category(point) {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  /// `Character.isDigit`.
  static func isDigit(_ point: UInt32) -> Bool {
    point < 0x80 ? (0x30...0x39).contains(point) : category(point) == .decimalNumber
  }

  /// `Character.isWhitespace`.
  static func isWhitespace(_ point: UInt32) -> Bool { Unicode.Scalar(point)?.isJavaWhitespace ?? false }

  /// `Character.isUpperCase`.
  static func isUpperCase(_ point: UInt32) -> Bool { Unicode.Scalar(point)?.properties.isUppercase ?? false }

  /// `Character.isLowerCase`.
  static func isLowerCase(_ point: UInt32) -> Bool { Unicode.Scalar(point)?.properties.isLowercase ?? false }

  /// `Character.isTitleCase`.
  static func isTitleCase(_ point: UInt32) -> Bool { category(point) == .titlecaseLetter }

  /// The general category; nil for half of a surrogate pair.
  static func category(_ point: UInt32) -> Unicode.GeneralCategory? {
    Unicode.Scalar(point)?.properties.generalCategory
  }

  /// `Character.toUpperCase`: the simple mapping, one code point to one.
  static func upper(_ point: UInt32) -> UInt32 {
    if point < 0x80 { return (0x61...0x7A).contains(point) ? point - 0x20 : point }
    guard let properties = Unicode.Scalar(point)?.properties else { return point }
    // Where the full mapping has several scalars, Unicode's simple one is the titlecase letter, if that is one.
    return single(properties.uppercaseMapping) ?? single(properties.titlecaseMapping) ?? point
  }

  /// `Character.toLowerCase`: the simple mapping.
  static func lower(_ point: UInt32) -> UInt32 {
    if point < 0x80 { return (0x41...0x5A).contains(point) ? point + 0x20 : point }
    if point == 0x130 { return 0x69 }
    guard let properties = Unicode.Scalar(point)?.properties else { return point }
    return single(properties.lowercaseMapping) ?? point
  }

  private static func single(_ mapping: String) -> UInt32? {
    let scalars = mapping.unicodeScalars
    guard let first = scalars.first, scalars.count == 1 else { return nil }
    return first.value
  }

  /// Whether two characters are the same for `equalsIgnoreCase`.
  static func equalIgnoringCase(_ a: UInt16, _ b: UInt16) -> Bool {
    if a == b { return true }
    let a = upper(UInt32(a))
    let b = upper(UInt32(b))
    return a == b || lower(a) == lower(b)
  }
}
