/// Equality, order and difference of two texts, as `java.lang.String` and commons-lang3's `StringUtils`.
enum StringComparison {
  static let functions: [BuiltInFunction] = [
    .value("starface.string", "Equals", "String text1, String text2", "Boolean result") { call in
      .boolean(call.value(0).javaEquals(call.value(1)))
    },
    .value("starface.string", "EqualsIgnoreCase", "String text1, String text2", "Boolean result") { call in
      guard let a = call.units(0), let b = call.units(1) else {
        return .boolean(call.value(0).isNull && call.value(1).isNull)
      }
      return .boolean(a.count == b.count && startsIgnoringCase(a, with: b))
    },
    .value("starface.string", "Compare", "String string1, String string2", "int result") { call in
      .position(compare(call) { Int($0[$2]) - Int($1[$2]) })
    },
    // The platform declares a Double here; the number is that of `compareToIgnoreCase`.
    .value("starface.string", "CompareIgnoreCase", "String string1, String string2", "Double result") { call in
      .double(
        Double(
          compare(call) { a, b, at in
            // Java compares characters when a text is Latin-1, and whole code points when neither is.
            let byCodePoint = a.contains { $0 > 0xFF } && b.contains { $0 > 0xFF }
            return folded(a, at, byCodePoint) - folded(b, at, byCodePoint)
          }
        )
      )
    },
    .value("starface.string", "StartsWith", "String string, String prefix", "Boolean result") { call in
      guard let text = call.units(0), let prefix = call.units(1) else {
        return .boolean(call.value(0).isNull && call.value(1).isNull)
      }
      return .boolean(text.starts(with: prefix))
    },
    .value("starface.string", "EndsWith", "String string, String suffix", "Boolean result") { call in
      guard let text = call.units(0), let suffix = call.units(1) else {
        return .boolean(call.value(0).isNull && call.value(1).isNull)
      }
      return .boolean(text.reversed().starts(with: suffix.reversed()))
    },
    .value("starface.string", "Difference", "String text1, String text2", "String result") { call in
      guard let a = call.units(0) else { return call.value(1) }
      guard let b = call.units(1) else { return call.value(0) }
      return .string(units: indexOfDifference(a, b).map { b[$0...] } ?? [])
    },
    .value("starface.string", "IndexOfDifference", "String str1, String str2", "Integer result") { call in
      guard let a = call.units(0), let b = call.units(1) else {
        return .position(call.value(0).isNull && call.value(1).isNull ? nil : 0)
      }
      return .position(indexOfDifference(a, b))
    },
  ]

  /// Whether `text` begins with `prefix`, letters of either case being the same.
  static func startsIgnoringCase(_ text: some RandomAccessCollection<UInt16>, with prefix: JavaUnits) -> Bool {
    text.starts(with: prefix, by: CharacterTraits.equalIgnoringCase)
  }

  /// The first difference of two characters, else of the lengths; null stands before every text.
  private static func compare(_ call: BuiltInCall, _ difference: (JavaUnits, JavaUnits, Int) -> Int) -> Int {
    guard let a = call.units(0) else { return call.value(1).isNull ? 0 : -1 }
    guard let b = call.units(1) else { return 1 }
    for at in 0..<min(a.count, b.count) where a[at] != b[at] {
      let sign = difference(a, b, at)
      if sign != 0 { return sign }
    }
    return a.count - b.count
  }

  /// The character at `at`, or the whole code point of which it is a part, in one case.
  private static func folded(_ text: JavaUnits, _ at: Int, _ byCodePoint: Bool) -> Int {
    guard byCodePoint else { return Int(CharacterTraits.lower(CharacterTraits.upper(UInt32(text[at])))) }
    let isSecondHalf = at > 0 && UTF16.isTrailSurrogate(text[at]) && UTF16.isLeadSurrogate(text[at - 1])
    return Int(CharacterTraits.lower(CharacterTraits.upper(text.codePoint(at: isSecondHalf ? at - 1 : at))))
  }

  private static func indexOfDifference(_ a: JavaUnits, _ b: JavaUnits) -> Int? {
    let same = zip(a, b).prefix { $0 == $1 }.count
    return same == a.count && same == b.count ? nil : same
  }
}
