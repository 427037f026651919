import Foundation
import TestSupport
import Testing

@testable import ModuleRuntime

/// The functions of `starface.string` against commons-lang3: recorded results always, thousands of others when the
/// jar is installed.
@Suite struct StringFunctionTests {
  typealias Argument = JavaJudge.Argument

  /// Function, method of `StringUtils`, and what each parameter is: `s` any text, `t` text that is not null, `c` a set
  /// of characters that is not empty, `n` text that is neither, `i` a number.
  static let table: [(id: String, method: String, parameters: String)] = [
    ("Chop", "chop", "s"), ("Compare", "compare", "ss"), ("CompareIgnoreCase", "compareIgnoreCase", "ss"),
    ("Contains", "contains", "ss"), ("ContainsIgnoreCase", "containsIgnoreCase", "ss"),
    ("ContainsNone", "containsNone", "ss"), ("ContainsOnly", "containsOnly", "ss"),
    ("CountMatches", "countMatches", "ss"), ("DefaultIfEmpty", "defaultIfEmpty", "ss"),
    ("DeleteWhitespace", "deleteWhitespace", "s"), ("Difference", "difference", "ss"), ("EndsWith", "endsWith", "ss"),
    ("Equals", "equals", "ss"), ("EqualsIgnoreCase", "equalsIgnoreCase", "ss"), ("IndexOf", "indexOf", "sn"),
    ("IndexOfAny", "indexOfAny", "ss"), ("IndexOfAnyBut", "indexOfAnyBut", "ss"),
    ("IndexOfDifference", "indexOfDifference", "ss"), ("IsAlpha", "isAlpha", "s"),
    ("IsAlphaSpace", "isAlphaSpace", "s"), ("IsAlphanumeric", "isAlphanumeric", "s"),
    ("IsAlphanumericSpace", "isAlphanumericSpace", "s"), ("IsAsciiPrintable", "isAsciiPrintable", "s"),
    ("IsBlank", "isBlank", "s"), ("IsNotBlank", "isNotBlank", "s"), ("IsNumeric", "isNumeric", "s"),
    ("IsNumericSpace", "isNumericSpace", "s"), ("LastIndexOf", "lastIndexOf", "sn"), ("Left", "left", "si"),
    ("LeftPad", "leftPad", "sis"), ("Length", "length", "s"), ("LowerCase", "lowerCase", "s"), ("Mid", "mid", "sii"),
    ("Overlay", "overlay", "ssii"), ("Remove", "remove", "ss"), ("RemoveEnd", "removeEnd", "ss"),
    ("RemoveStart", "removeStart", "ss"), ("Repeat", "repeat", "si"), ("Replace", "replace", "sssi"),
    ("ReplaceAll2", "replace", "sss"), ("ReplaceOnce", "replaceOnce", "sss"), ("Reverse", "reverse", "s"),
    ("Right", "right", "si"), ("RightPad", "rightPad", "sis"), ("StartsWith", "startsWith", "ss"),
    ("Strip", "strip", "sc"), ("StripEnd", "stripEnd", "sc"), ("StripStart", "stripStart", "sc"),
    ("StripWhitespace", "strip", "s"), ("Substring", "substring", "si"), ("SubstringAfter", "substringAfter", "ss"),
    ("SubstringAfterLast", "substringAfterLast", "ss"), ("SubstringBefore", "substringBefore", "ss"),
    ("SubstringBeforeLast", "substringBeforeLast", "ss"), ("SubstringBetween", "substringBetween", "sss"),
    ("SwapCase", "swapCase", "s"), ("UpperCase", "upperCase", "s"),
  ]

  static func cases(_ count: Int, seed: UInt64) -> [(id: String, judged: JavaJudge.Case)] {
    var generator = CaseGenerator(seed: seed)
    let pieces = [
      "a", "b", "ab", "B", "A", " ", "ä", "Ä", "ß", "1", "9", "x", "\n", "\r\n", "Σ", "σ", "é", "\u{A0}", "中", "ǆ",
      "İ", "ı", "٣", ".", "\t", "ﬁ", "\u{2003}", "😀", "\u{10400}",
    ]
    func text(_ longest: Int) -> String {
      let few = Bool.random(using: &generator)
      return (0..<Int.random(in: 0...longest, using: &generator)).map { _ in
        (few ? pieces[0..<5] : pieces[...]).randomElement(using: &generator) ?? ""
      }.joined()
    }
    return (0..<count).map { index in
      let (id, method, parameters) = table[index % table.count]
      let arguments = parameters.enumerated().map { position, kind -> Argument in
        switch kind {
        case "i": return .int(Int.random(in: -3...12, using: &generator))
        case "n", "c": return .text(text(2) + "a")
        default:
          if Int.random(in: 0..<12, using: &generator) == 0 { return .null }
          return .text(text(position == 0 ? 9 : 2))
        }
      }
      return (id, JavaJudge.Case("StringUtils." + method, arguments))
    }
  }

  static func ours(_ id: String, _ arguments: [Argument]) -> String {
    let shown = Calling.shown("starface.string", id, arguments.map(\.value))
    // A Double on the platform, an int in commons-lang.
    return id == "CompareIgnoreCase" ? String(shown.dropLast(2)) : shown
  }

  /// Java prints half of a surrogate pair where ours has U+FFFD.
  static func withoutHalves(_ answer: String) -> String {
    answer.hasPrefix("s") ? "s" + JavaJudge.escaped(unescaped(String(answer.dropFirst()))) : answer
  }

  static func unescaped(_ text: String) -> String {
    var units: [UInt16] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == 0x5C else {
        units.append(UInt16(byte))
        continue
      }
      units.append(UInt16(String(rest.prefix(4)) ?? "", radix: 16) ?? 0)
      rest = rest.dropFirst(4)
    }
    return String(units: units)
  }

  @Test func `the recorded results of commons-lang3`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Java/StringUtils.expected")
    let cases = Self.cases(Self.table.count * 10, seed: 11)
    if ProcessInfo.processInfo.environment["SFM_RECORD"] != nil {
      let answers = try JavaJudge.answers(cases.map(\.judged))
      let lines = zip(cases, answers).map { "\($0.id)\t\($0.judged.line)\t=> \($1)\n" }
      try lines.joined().write(to: file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    try #require(recorded.count == 570)
    for ((id, judged), line) in zip(cases, recorded) {
      let (ours, answer) = (Self.ours(id, judged.arguments), line.split(separator: "=> ").last ?? "")
      try #require(line.hasPrefix("\(id)\t\(judged.line)\t"), "the cases have changed: record them again")
      #expect(ours == Self.withoutHalves(String(answer)), "\(line)")
    }
  }

  @Test(.enabled(if: JavaJudge.java != nil && JavaJudge.commonsLang != nil, "no JDK or no commons-lang3"))
  func `thousands of calls as commons-lang3 answers them`() throws {
    let cases = Self.cases(20_000, seed: 12)
    let answers = try JavaJudge.answers(cases.map(\.judged))
    var wrong = 0
    for ((id, judged), answer) in zip(cases, answers) {
      let ours = Self.ours(id, judged.arguments)
      if ours != Self.withoutHalves(answer) {
        wrong += 1
        if wrong <= 20 { Issue.record("\(id): ours \(ours), Java's \(answer) for \(judged.line)") }
      }
    }
    #expect(wrong == 0)
    #expect(cases.count == 20_000)
  }

  /// Below U+2C00, without four letters whose category or case changed after JDK 17's Unicode 13.
  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `what Java knows of every character`() throws {
    let points = (Array(0x0..<0x530) + Array(0x10A0..<0x1100) + Array(0x1C90..<0x2C00))
      .filter { ![0x19B, 0x264, 0x295, 0x10FC].contains($0) }
    let answers = try JavaJudge.answers(points.map { JavaJudge.Case("traits", [.int($0)]) })
    for (point, answer) in zip(points, answers) {
      let p = UInt32(point)
      let traits =
        (CharacterTraits.isLetter(p) ? "L" : "") + (CharacterTraits.isDigit(p) ? "D" : "")
        + (CharacterTraits.isWhitespace(p) ? "W" : "") + (CharacterTraits.isUpperCase(p) ? "U" : "")
        + (CharacterTraits.isLowerCase(p) ? "l" : "") + (CharacterTraits.isTitleCase(p) ? "T" : "")
      #expect(
        "s\(traits) \(CharacterTraits.upper(p)) \(CharacterTraits.lower(p))" == answer,
        "U+\(String(p, radix: 16))"
      )
    }
    #expect(points.count == 5_372)
  }

  @Test func `positions of the empty text, as the reference list has them`() {
    #expect(Self.ours("IndexOf", [.text("abc"), .text("")]) == "-1")
    #expect(Self.ours("LastIndexOf", [.text("abc"), .text("")]) == "-1")
    #expect(Self.ours("Strip", [.text(" a "), .text("")]) == "sa")
    #expect(Self.ours("StripStart", [.text(" a "), .null]) == "sa ")
  }

  @Test func `random texts have the length and letters asked for`() throws {
    let context = FixedContext()
    func random(_ id: String, _ arguments: [Value]) throws -> String {
      try Calling.outputs("starface.string", id, arguments, context)[0].text
    }
    #expect(try random("RandomAlphabetic", [.integer(500)]).utf8.allSatisfy { CharacterTraits.isLetter(UInt32($0)) })
    #expect(try random("RandomNumeric", [.integer(500)]).utf8.allSatisfy { (0x30...0x39).contains($0) })
    #expect(Set(try random("RandomAlphanumeric", [.integer(5_000)])).count == 62)
    #expect(Set(try random("RandomChars", [.integer(5_000), .string("")])).count == 95)
    #expect(Set(try random("RandomChars", [.integer(500), .string("aö😀")])) == ["a", "ö", "😀"])
    #expect(Calling.shown("starface.string", "RandomNumeric", [.integer(-1)]) == "!java.lang.IllegalArgumentException")
    #expect(Calling.shown("starface.string", "RandomChars", [.null, .null]) == "!java.lang.NullPointerException")
  }

  @Test func `a text that would fill the memory is refused`() {
    let huge = Value.integer(.max)
    for (id, arguments) in [
      ("LeftPad", [Value.string("a"), huge, .string("b")]), ("RightPad", [.string("a"), huge, .null]),
      ("Repeat", [.string("ab"), huge]), ("RandomNumeric", [huge]),
    ] {
      #expect(Calling.shown("starface.string", id, arguments) == "!java.lang.OutOfMemoryError", "\(id)")
    }
    #expect(Calling.shown("starface.string", "Repeat", [.string(""), huge]) == "s")
    #expect(Calling.shown("starface.string", "Mid", [.string("a"), .null, .null]) == "!java.lang.NullPointerException")
  }

  @Test func `lines are joined by newlines`() {
    #expect(
      Calling.shown("starface.string", "AppendLine", [.list([.string("a"), .null, .integer(1)])]) == "sa\\000a\\000a1"
    )
    #expect(Calling.shown("starface.string", "AppendLine", [.null]) == "s")
  }
}
