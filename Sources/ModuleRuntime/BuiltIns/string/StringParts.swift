/// Parts of a text, as commons-lang3's `StringUtils`: positions outside are clipped, null stays null.
enum StringParts {
  static let functions: [BuiltInFunction] = [
    part("Chop", "String text") { text, _ in
      let end = text.count >= 2 && text[text.count - 2] == 0x0D && text[text.count - 1] == 0x0A ? 2 : 1
      return text.dropLast(end)
    },
    part("Left", "String text, int len") { text, call in text.prefix(max(0, try call.unboxed(1))) },
    part("Right", "String text, Integer len") { text, call in text.suffix(max(0, try call.unboxed(1))) },
    part("Mid", "String text, Integer pos, Integer len") { text, call in
      let length = try call.unboxed(2)
      let start = try call.unboxed(1)
      return length < 0 ? [] : text.dropFirst(max(0, start)).prefix(length)
    },
    part("Substring", "String string, Integer start") { text, call in
      let start = try call.unboxed(1)
      return start < 0 ? text.suffix(-start) : text.dropFirst(start)
    },
    part("SubstringAfter", "String string, String separator") { text, call in
      guard !text.isEmpty, let separator = call.units(1) else { return [] }
      return text.firstIndex(of: separator, from: 0).map { text[($0 + separator.count)...] } ?? []
    },
    part("SubstringAfterLast", "String string, String separator") { text, call in
      guard let separator = call.units(1), !separator.isEmpty else { return [] }
      return text.lastIndex(of: separator).map { text[($0 + separator.count)...] } ?? []
    },
    part("SubstringBefore", "String string, String separator") { text, call in
      guard let separator = call.units(1) else { return text[...] }
      return text.firstIndex(of: separator, from: 0).map { text[..<$0] } ?? text[...]
    },
    part("SubstringBeforeLast", "String string, String separator") { text, call in
      guard let separator = call.units(1), !separator.isEmpty else { return text[...] }
      return text.lastIndex(of: separator).map { text[..<$0] } ?? text[...]
    },
    .value("starface.string", "SubstringBetween", "String string, String open, String close", "String result") { call in
      guard let text = call.units(0), let open = call.units(1), let close = call.units(2),
        let start = text.firstIndex(of: open, from: 0),
        let end = text.firstIndex(of: close, from: start + open.count)
      else { return .null }
      return .string(units: text[(start + open.count)..<end])
    },
  ]

  private static func part(
    _ id: String,
    _ inputs: String,
    _ body: @escaping @Sendable (JavaUnits, BuiltInCall) throws -> ArraySlice<UInt16>
  ) -> BuiltInFunction {
    .value("starface.string", id, inputs, "String result") { call in
      guard let text = call.units(0) else { return .null }
      return .string(units: try body(text, call))
    }
  }
}
