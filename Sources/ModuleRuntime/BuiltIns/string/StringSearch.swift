/// Where and how often something stands in a text, as commons-lang3's `StringUtils`; positions count from 0.
enum StringSearch {
  static let functions: [BuiltInFunction] = [
    .value("starface.string", "Contains", "String text, String searchString", "Boolean result") { call in
      guard let text = call.units(0), let search = call.units(1) else { return .boolean(false) }
      return .boolean(text.firstIndex(of: search, from: 0) != nil)
    },
    .value("starface.string", "ContainsIgnoreCase", "String text, String searchString", "Boolean result") { call in
      guard let text = call.units(0), let search = call.units(1) else { return .boolean(false) }
      guard search.count <= text.count else { return .boolean(false) }
      return .boolean(
        (0...(text.count - search.count)).contains { StringComparison.startsIgnoringCase(text[$0...], with: search) }
      )
    },
    .value("starface.string", "ContainsNone", "String text, String chars", "Boolean result") { call in
      .boolean(containsNone(call.units(0) ?? [], call.units(1) ?? []))
    },
    .value("starface.string", "ContainsOnly", "String text, String chars", "Boolean result") { call in
      guard let text = call.units(0), let allowed = call.units(1) else { return .boolean(false) }
      return .boolean(text.isEmpty || !allowed.isEmpty && indexOfAnyBut(text, allowed) == nil)
    },
    .value("starface.string", "CountMatches", "String text, String searchString", "Integer result") { call in
      let text = call.units(0) ?? []
      let search = call.units(1) ?? []
      guard !search.isEmpty else { return .integer(0) }
      var count: Int32 = 0
      var at = 0
      while let found = text.firstIndex(of: search, from: at) {
        count += 1
        at = found + search.count
      }
      return .integer(count)
    },
    // The reference list gives -1 for an empty input, where `String.indexOf` would find the empty text at 0.
    .value("starface.string", "IndexOf", "String text, String searchString", "Integer result") { call in
      guard let text = call.units(0), let search = call.units(1), !search.isEmpty else { return .position(nil) }
      return .position(text.firstIndex(of: search, from: 0))
    },
    .value("starface.string", "LastIndexOf", "String text, String searchString", "Integer result") { call in
      guard let text = call.units(0), let search = call.units(1), !search.isEmpty else { return .position(nil) }
      return .position(text.lastIndex(of: search))
    },
    .value("starface.string", "IndexOfAny", "String text, String searchChars", "Integer result") { call in
      .position(indexOfAny(call.units(0) ?? [], call.units(1) ?? []))
    },
    .value("starface.string", "IndexOfAnyBut", "String text, String searchChars", "Integer result") { call in
      guard let text = call.units(0), let search = call.units(1), !search.isEmpty else { return .position(nil) }
      return .position(firstUnit(of: text, outside: search))
    },
  ]

  /// commons-lang3 looks at the halves of a surrogate pair: at the first only when the second is foreign alone.
  private static func firstUnit(of text: JavaUnits, outside allowed: JavaUnits) -> Int? {
    text.indices.first { at in
      let isAllowed = allowed.contains(text[at])
      guard UTF16.isLeadSurrogate(text[at]), at + 1 < text.count else { return !isAllowed }
      return isAllowed && !allowed.contains(text[at + 1])
    }
  }

  private static func containsNone(_ text: JavaUnits, _ forbidden: JavaUnits) -> Bool {
    indexOfAny(text, forbidden) == nil
  }

  /// The first whole character of `text` that is in `wanted`: half of a surrogate pair is none.
  private static func indexOfAny(_ text: JavaUnits, _ wanted: JavaUnits) -> Int? {
    let set = Set(wanted.codePoints)
    var at = 0
    while at < text.count {
      let point = text.codePoint(at: at)
      if set.contains(point) { return at }
      at += point > 0xFFFF ? 2 : 1
    }
    return nil
  }

  private static func indexOfAnyBut(_ text: JavaUnits, _ allowed: JavaUnits) -> Int? {
    let set = Set(allowed.codePoints)
    var at = 0
    while at < text.count {
      let point = text.codePoint(at: at)
      if !set.contains(point) { return at }
      at += point > 0xFFFF ? 2 : 1
    }
    return nil
  }
}
