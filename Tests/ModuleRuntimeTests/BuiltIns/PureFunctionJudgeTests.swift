import Testing

@testable import ModuleRuntime

/// What is left of the pure functions that mirror Java: arithmetic, spans of time, wildcards, forms, hashes.
@Suite struct PureFunctionJudgeTests {
  typealias Argument = JavaJudge.Argument

  private func compare(_ cases: [(ours: String, judged: JavaJudge.Case)]) throws {
    var wrong = 0
    for ((ours, judged), answer) in zip(cases, try JavaJudge.answers(cases.map(\.judged))) where ours != answer {
      wrong += 1
      if wrong <= 8 { Issue.record("\(judged.line): ours \(ours), Java's \(answer)") }
    }
    #expect(wrong == 0, "\(wrong) of \(cases.count)")
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `two numbers to one, as Java computes`() throws {
    var generator = CaseGenerator(seed: 71)
    let edges: [Double] = [0, -0.0, 1, -1, 0.5, 2, .infinity, -.infinity, .nan, 1e300, -1e-300, 3, 7.25]
    let names = ["add", "subtract", "multiply", "divide", "modulo", "power", "minimum", "maximum"]
    var cases: [(name: String, a: Double, b: Double)] = []
    for name in names {
      for a in edges { for b in edges { cases.append((name, a, b)) } }
      for _ in 0..<500 {
        cases.append((name, .random(in: -99...99, using: &generator), .random(in: -9...9, using: &generator)))
      }
    }
    let answers = try JavaJudge.answers(cases.map { .init("math2", [.text($0.name), .double($0.a), .double($0.b)]) })
    for ((name, a, b), answer) in zip(cases, answers) {
      let ours = Calling.shown("starface.math", "BinaryMathOperations", [.string(name), .double(a), .double(b)])
      let (x, y) = (Double(ours) ?? .nan, Double(answer) ?? .nan)
      if x == y && x.sign == y.sign || x.isNaN && y.isNaN { continue }
      // Java allows itself one unit in the last place for a power, and its Math is not StrictMath.
      #expect(name == "power" && abs(x - y) <= y.ulp, "\(name)(\(a), \(b)): ours \(ours), Java's \(answer)")
    }
    #expect(cases.count == 8 * 669)
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `spans as java.time counts them`() throws {
    var generator = CaseGenerator(seed: 72)
    let units = ["WEEKS", "DAYS", "HOURS", "MINUTES", "SECONDS", "MILLIS"]
    let cases = (0..<2_000).map { index -> (String, JavaJudge.Case) in
      let start = Int64.random(in: -2_000_000_000_000...4_000_000_000_000, using: &generator)
      let end = start + Int64.random(in: -90_000_000_000...90_000_000_000, using: &generator)
      let unit = units[index % units.count]
      let name = unit == "MILLIS" ? "MILLISECONDS" : unit
      // `ChronoUnit` has no weeks between instants.
      if unit == "WEEKS" {
        let days = Calling.shown("starface.date", "Duration", [.long(start), .long(end), .string("WEEKS")])
        return (days, .init("number", [.long((end - start) / 604_800_000)]))
      }
      let ours = Calling.shown("starface.date", "Duration", [.long(start), .long(end), .string(name)])
      return (ours, .init("between", [.long(start), .long(end), .text(unit)]))
    }
    try compare(cases)
    #expect(cases.count == 2_000)
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `intervals as java.time answers them`() throws {
    var generator = CaseGenerator(seed: 73)
    let names = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]
    var inside = 0
    let cases = (0..<3_000).map { index -> (String, JavaJudge.Case) in
      let moment = Int64.random(in: 1_500_000_000_000...1_700_000_000_000, using: &generator)
      let zone = ["UTC", "Europe/Berlin", "America/New_York"][index % 3]
      var ends = [-1, -1, -1, -1, -1, -1]
      var parts: [String] = []
      if Bool.random(using: &generator) {
        for end in 0...1 {
          let year = 2017 + Int.random(in: 0...3, using: &generator) + end * 3
          let (month, day) = (Int.random(in: 1...12, using: &generator), Int.random(in: 1...28, using: &generator))
          ends[end] = year * 10_000 + month * 100 + day
        }
        parts.append(ends[0...1].map { "\($0 / 100 % 100)/\($0 % 100)/\($0 / 10_000)" }.joined(separator: "-"))
      }
      if Bool.random(using: &generator) {
        for end in 2...3 { ends[end] = Int.random(in: 1...7, using: &generator) }
        parts.append(ends[2...3].map { names[$0 - 1] }.joined(separator: "-"))
      }
      if Bool.random(using: &generator) {
        for end in 4...5 { ends[end] = Int.random(in: 0..<1_440, using: &generator) }
        let texts = ends[4...5].map { "\($0 / 60 < 10 ? "0" : "")\($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)" }
        parts.append(texts.joined(separator: "-"))
      }
      parts.shuffle(using: &generator)
      let context = FixedContext()
      context.zone = ZoneNames().rules(zone)
      let ours = Calling.shown(
        "starface.date",
        "MatchDateTimeInterval",
        [.long(moment), .string(parts.joined(separator: " ")), .string("de")],
        context
      )
      if ours == "true" { inside += 1 }
      return (ours, .init("interval", [.text(zone), .long(moment)] + ends.map { .int($0) }))
    }
    try compare(cases)
    #expect(cases.count == 3_000)
    #expect((600...2_400).contains(inside))
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `wildcards as the regular expression that says the same`() throws {
    var generator = CaseGenerator(seed: 74)
    func text(_ pieces: [String], _ most: Int) -> String {
      (0..<Int.random(in: 0...most, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
        .joined()
    }
    var matching = 0
    let cases = (0..<3_000).map { _ -> (String, JavaJudge.Case) in
      let pattern = text(["*", "?", "*", "a", "b", ".", "[", "\\", "ä", "😀", "\n", "+49"], 6)
      let subject = text(["a", "b", "a", "b", ".", "[", "\\", "ä", "😀", "\n", "+49"], 6)
      let ours = Calling.shown("starface.string.regexp", "SimpleMatch", [.string(subject), .string(pattern)])
      if ours == "true" { matching += 1 }
      return (ours, .init("glob", [.text(pattern), .text(subject)]))
    }
    try compare(cases)
    #expect(cases.count == 3_000)
    #expect(matching > 150)
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `forms as java.net.URLEncoder`() throws {
    var generator = CaseGenerator(seed: 75)
    let pieces = ["a", "Z", "9", " ", "+", "&", "=", "%", "ä", "😀", "*", "-", "_", ".", "~", "/", "\n", "\"", "€"]
    let cases = try (0..<1_000).map { _ -> (String, JavaJudge.Case) in
      let pairs = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        (0..<2).map { _ in
          (0..<Int.random(in: 1...5, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
            .joined()
        }
      }
      // A key that comes twice counts once.
      let map = JavaMap(pairs.map { (.string($0[0]), .string($0[1])) }, order: .insertion)
      let body = try Calling.outputs("starface.http", "CreateUrlEncodedFormEntity", [.map(map)])[0]
      guard case .object(let object) = body, let entity = object as? HTTPEntity else {
        return ("no entity", .init("", []))
      }
      let ours = "s" + JavaJudge.escaped(String(decoding: try entity.bytes(), as: UTF8.self))
      return (ours, .init("form", map.entries.flatMap { [.text($0.key.text), .text($0.value.text)] }))
    }
    try compare(cases)
    #expect(cases.count == 1_000)
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `a thousand hashes as java.security.MessageDigest`() throws {
    var generator = CaseGenerator(seed: 76)
    let cases = (0..<1_000).map { index -> (String, JavaJudge.Case) in
      let algorithm = ["MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"][index % 5]
      let text = String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...200, using: &generator)).map { _ in
            Unicode.Scalar(UInt32.random(in: 1..<0xD800, using: &generator)) ?? "x"
          }
        )
      )
      let ours = Calling.shown("starface.crypto", "MessageDigestFunction", [.string(algorithm), .string(text)])
      return (ours, .init("digest", [.text(algorithm), .text(text)]))
    }
    try compare(cases)
    #expect(cases.count == 1_000)
  }
}
