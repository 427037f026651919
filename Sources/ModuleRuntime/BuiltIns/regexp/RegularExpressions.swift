/// Java's regular expressions.
enum RegularExpressions {
  static let functions: [BuiltInFunction] = [
    .value("starface.string.regexp", "Match", "String text, String pattern", "Boolean matches") { call in
      .boolean(try matches(pattern: call.optionalText(1), text: call.optionalText(0)))
    },
    .values(
      "starface.string.regexp",
      "EvalJavaRegexp",
      "String text, String javaRegexpPattern",
      "List submatches, boolean matches"
    ) { call in
      let isWhole = try matches(pattern: call.optionalText(1), text: call.optionalText(0))
      let program = try PatternProgram(call.text(1))
      let text = call.text(0).units
      var submatches: [Value] = []
      try eachMatch(program, text) { _, groups in
        submatches.append(
          .list(
            stride(from: 0, to: groups.count, by: 2).map { group in
              groups[group] < 0 ? .null : .string(units: text[groups[group]..<groups[group + 1]])
            }
          )
        )
      }
      return [.list(submatches), .boolean(isWhole)]
    },
    .value("starface.string", "Split", "String string, String regexp", "List list") { call in
      guard let text = call.units(0), let pattern = call.optionalText(1) else { throw JavaException.nullPointer }
      return .list(try split(text, by: PatternProgram(pattern)).map { .string(units: $0) })
    },
  ]

  /// How many matches one call collects at most.
  private static let mostMatches = 1_000_000

  private static func matches(pattern: String?, text: String?) throws(JavaException) -> Bool {
    guard let pattern, let text else { throw .nullPointer }
    var matcher = PatternMatcher(try PatternProgram(pattern), text.units)
    return try matcher.matchesAll()
  }

  /// `Matcher.find` again and again.
  private static func eachMatch(
    _ program: PatternProgram,
    _ text: JavaUnits,
    _ body: (Range<Int>, [Int]) -> Void
  ) throws(JavaException) {
    var matcher = PatternMatcher(program, text)
    var start = 0
    var previousEnd = 0
    var count = 0
    while start <= text.count, let found = try matcher.find(from: start, previousEnd: previousEnd) {
      body(found, matcher.groups)
      previousEnd = found.upperBound
      start = found.isEmpty ? found.upperBound + 1 : found.upperBound
      count += 1
      guard count < mostMatches else { throw .runtime("the regular expression matched more than \(mostMatches) times") }
    }
  }

  /// `String.split`: no empty text at the front from a match of nothing, none at the end at all.
  private static func split(_ text: JavaUnits, by program: PatternProgram) throws(JavaException) -> [ArraySlice<UInt16>]
  {
    var parts: [ArraySlice<UInt16>] = []
    var at = 0
    try eachMatch(program, text) { found, _ in
      guard at > 0 || found.upperBound > 0 || !found.isEmpty else { return }
      parts.append(text[at..<found.lowerBound])
      at = found.upperBound
    }
    guard at > 0 else { return [text[...]] }
    parts.append(text[at...])
    while parts.last?.isEmpty == true { parts.removeLast() }
    return parts
  }
}
