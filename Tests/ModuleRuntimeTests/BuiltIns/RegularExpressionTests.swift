import Testing

@testable import ModuleRuntime

/// Regular expressions against `java.util.regex`.
@Suite struct RegularExpressionTests {
  /// Makes patterns out of everything the parser knows, now and then a wrong one.
  struct PatternMaker {
    var generator: CaseGenerator
    var groups = 0

    mutating func pattern(_ depth: Int = 0) -> String {
      (0..<Int.random(in: 1...2, using: &generator)).map { _ in sequence(depth) }.joined(separator: "|")
    }

    mutating func sequence(_ depth: Int) -> String {
      (0..<Int.random(in: depth > 1 ? 1...2 : 1...4, using: &generator)).map { _ in part(depth) }.joined()
    }

    mutating func part(_ depth: Int) -> String {
      let quantifiers = [
        "", "", "", "*", "+", "?", "*?", "+?", "??", "*+", "++", "?+", "{2}", "{1,2}", "{0,2}?", "{1,}+",
      ]
      let atom: String
      switch Int.random(in: 0..<(depth < 3 ? 20 : 12), using: &generator) {
      case 0..<6: atom = pick(["a", "b", "c", "A", "ä", "1", "-", "\\.", "\\x61", "\\u0062", " "])
      case 6:
        atom = pick([".", "\\d", "\\w", "\\s", "\\S", "\\W", "\\p{L}", "\\p{Lu}", "\\P{L}", "\\pN", "\\h", "\\R"])
      case 7, 8: atom = characterClass()
      case 9: return pick(["^", "$", "\\b", "\\B", "\\A", "\\z", "\\Z", "\\G"])
      case 10: atom = groups > 0 ? "\\\(Int.random(in: 1...groups, using: &generator))" : "a"
      case 11: return pick(["(?i)", "(?s)", "(?m)", "(?x)", "(?-i)", "\\Qa.\\E", "(?u)"])
      case 12..<16:
        groups += 1
        atom = "(" + pattern(depth + 1) + ")"
      case 16: atom = "(?:" + pattern(depth + 1) + ")"
      case 17: atom = pick(["(?=", "(?!", "(?>"]) + pattern(depth + 1) + ")"
      case 18: return pick(["(?<=", "(?<!"]) + pick(["a", "ab", "a|bc", "a{1,2}", "^a", "\\w", "(b)"]) + ")"
      default: atom = pick(["(?i:", "(?s-i:"]) + pattern(depth + 1) + ")"
      }
      return atom + pick(quantifiers)
    }

    mutating func characterClass() -> String {
      let items = ["a", "b", "a-c", "A-Z", "0-9", "\\d", "\\s", "ä", "-", "&", "[bc]", "\\w", "\\]", "\\p{Lu}", "^"]
      let body = (0..<Int.random(in: 1...3, using: &generator)).map { _ in pick(items) }.joined()
      let right =
        Int.random(in: 0..<5, using: &generator) == 0 ? "&&" + pick(["[ab]", "a-b", "[^b]", "\\w", "[a][c]"]) : ""
      return "[" + pick(["", "", "^"]) + body + right + "]"
    }

    mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }

    mutating func text() -> String {
      (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        pick(["a", "b", "c", "a", "b", "A", "B", "ä", "Ä", "1", " ", "-", ".", "\n", "\r\n", "😀", "_", "\u{2028}"])
      }.joined()
    }
  }

  static func ours(_ operation: String, _ pattern: String, _ text: String) -> String {
    let arguments: [Value] = [.string(text), .string(pattern)]
    do {
      switch operation {
      case "matches":
        return JavaJudge.shown(try Calling.outputs("starface.string.regexp", "Match", arguments)[0])
      case "find":
        return JavaJudge.shown(try Calling.outputs("starface.string.regexp", "EvalJavaRegexp", arguments)[0])
      default:
        return JavaJudge.shown(try Calling.outputs("starface.string", "Split", arguments)[0])
      }
    } catch let error as JavaException {
      let message =
        error.className.hasSuffix("PatternSyntaxException") ? "|" + JavaJudge.escaped(error.message ?? "") : ""
      return "!" + error.className + message
    } catch {
      return "?\(error)"
    }
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `thousands of patterns as Java matches them`() throws {
    var maker = PatternMaker(generator: CaseGenerator(seed: 21))
    var cases: [JavaJudge.Case] = []
    for index in 0..<4_000 {
      maker.groups = 0
      let pattern = maker.pattern()
      let operation = ["find", "matches", "split", "find"][index % 4]
      cases.append(JavaJudge.Case(operation, [.text(pattern), .text(maker.text())]))
    }
    try compare(cases)
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `wrong patterns fail with Java's message`() throws {
    let wrong = [
      "(", ")", "a)", "(a", "[", "[a", "[]", "[^]", "*", "+a", "a**", "a{", "a{1", "a{2,1}", "a{1,x}", "a{99999999999}",
      "{",
      "\\", "a\\", "\\y", "\\1", "(\\2)", "\\k", "\\k<a>", "(?<a>b)(?<a>c)", "(?<1>a)", "(?<a", "(?<=a*)b", "(?<!a+)",
      "(?z)", "(?i", "(?", "(?$a)", "[b-a]", "[a-\\d]", "[\\d-a]", "\\p{Foo}", "\\p{", "\\p{}", "\\p", "[\\p{L]", "\\x",
      "\\xg1",
      "\\x{110000}", "\\x{41", "\\u12", "\\0", "\\08", "\\c", "[a&&]", "[&&a]", "[a&&&b]", "a|*", "(?:a", "(?=a",
      "[[a]", "a{,2}",
      "\\Q(", "\\E", "(?i)(", "[\\b]", "[\\1]", "(*)", "a||b", "(|a)", "x{0}", "(?x) a # b", "[a-]", "[-a]", "[a-[b]]",
      "]", "}",
    ]
    let cases = wrong.flatMap { pattern in
      ["a", "b a"].map { JavaJudge.Case("find", [.text(pattern), .text($0)]) }
    }
    try compare(cases)
    #expect(cases.count == 2 * 72)
  }

  private func compare(_ cases: [JavaJudge.Case]) throws {
    let answers = try JavaJudge.answers(cases)
    var wrong = 0
    var givenUp = 0
    for (judged, answer) in zip(cases, answers) {
      guard case .text(let pattern) = judged.arguments[0], case .text(let text) = judged.arguments[1] else { continue }
      let ours = Self.ours(judged.operation, pattern, text)
      // Half of a surrogate pair, and Java's own stack, are not ours to have.
      if ours == answer || ours.contains("\\fffd") || answer.contains("StackOverflowError") { continue }
      // Exponential time, which the judge gives up, and a fault of Java's own in classes such as [a&&&b].
      if answer == "!java.lang.IllegalStateException" || answer == "!java.lang.NullPointerException" { continue }
      // Java remembers places where a loop has failed, and so is done where ours gives up.
      if ours.contains("ModuleRuntimeException") {
        givenUp += 1
        continue
      }
      wrong += 1
      if wrong <= 15 {
        Issue.record("\(judged.operation) /\(pattern)/ in \(text.debugDescription): \(ours), Java's \(answer)")
      }
    }
    #expect(wrong == 0, "\(wrong) of \(cases.count)")
    #expect(givenUp <= cases.count / 1_000 + 1)
  }

  @Test func `groups, names and references`() {
    #expect(
      Self.ours("find", "(\\w+)@(?<host>\\w+)", "me@here you@there")
        == "[[sme@here,sme,shere,],[syou@there,syou,sthere,],]"
    )
    #expect(Self.ours("matches", "(?<q>['\"]).*\\k<q>", "'a\"b'") == "true")
    #expect(Self.ours("find", "(a)|b", "b") == "[[sb,0,],]")
    #expect(Self.ours("split", "\\s*,\\s*", "a , b,c,,") == "[sa,sb,sc,]")
    #expect(Self.ours("split", "", "abc") == "[sa,sb,sc,]")
    #expect(Self.ours("split", "x", "") == "[s,]")
  }

  @Test func `a null text or pattern is a NullPointerException`() {
    for (domain, id) in [
      ("starface.string.regexp", "Match"), ("starface.string.regexp", "EvalJavaRegexp"), ("starface.string", "Split"),
    ] {
      #expect(Calling.shown(domain, id, [.null, .string("a")]) == "!java.lang.NullPointerException")
      #expect(Calling.shown(domain, id, [.string("a"), .null]) == "!java.lang.NullPointerException")
    }
  }

  @Test func `a pattern of exponential time is given up`() throws {
    let text = String(repeating: "a", count: 40) + "b"
    #expect(throws: JavaException.self) {
      try Calling.outputs("starface.string.regexp", "Match", [.string(text), .string("(a|aa|a+)+c")])
    }
    // A long text needs no deep stack.
    let long = String(repeating: "ab", count: 50_000)
    #expect(Self.ours("matches", "(a|b)*", long) == "true")
    #expect(Self.ours("matches", String(repeating: "(", count: 5_000), "") == "!java.lang.StackOverflowError")
  }
}
