import ModulePackages
import Testing

@testable import ModuleRuntime

/// The format of scenario files: what is wrong with one is told with its line, all of it at once.
@Suite struct ScenarioReadingTests {
  /// The problems of a file.
  private func problems(_ yaml: String) -> [String] {
    do throws(ScenarioError) {
      _ = try Scenario(yaml: yaml, file: "x.scenario.yml")
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func `every problem of a file is told at once, with its line and what was probably meant`() {
    let found = problems(
      """
      name: Wrong
      plattform: 7.3
      clock: {start: yesterday, zone: Mars/Olympus}
      strict: perhaps
      effects: {http: allow}
      steps:
        - activte: A
        - advance: soon
        - activate:
          expect:
            log:
              - INF: hello
              - {INFO: hello, cuont: 2}
            out: {x: 1}
        - rpc: a
          expect: {out: {x: {matches: "("}}}
      """
    )
    let expected = [
      ":2:1: a scenario has no key \"plattform\" (did you mean \"platform\"?)",
      ":3:16: start must be a time",
      ":4:9: strict must be true or false",
      ":5:17: http cannot be \"allow\" (did you mean \"allowed\"?)",
      ":7:5: a step has no key \"activte\" (did you mean \"activate\"?)",
      ":8:14: advance must be a length of time",
      ":12:11: a log line has no key \"INF\" (did you mean \"INFO\"?)",
      ":13:25: a log line has no key \"cuont\" (did you mean \"count\"?)",
      ":14:7: expectations has no key \"out\"",
      ":16:23: x: no regular expression of Java's:",
    ]
    #expect(found.count == expected.count, "\(found.joined(separator: "\n"))")
    for text in expected {
      #expect(found.contains { $0.contains(text) }, "\(text) is not in\n\(found.joined(separator: "\n"))")
    }
  }

  @Test func `what only the whole can show to be wrong is told, too`() {
    let found = problems(
      """
      clock: {zone: Mars/Olympus}
      effects: {ht_tp: refused, mail: allowed}
      pbx:
        users: [{login: ada}]
        groups: [{name: Sales, members: [ada, adda], loggedOff: [grace]}]
      mocks:
        - {function: starface.net/Emial, outputs: {}}
        - {function: f, method: A.b, outputs: {}}
        - {function: f}
        - {method: nodot, outputs: {}}
      steps:
        - fire: no:thing
        - call: {from: ada}
        - event: {user: bob, dnd: true}
      expect: {snapshot: ../x.log}
      """
    )
    let expected = [
      ":1:15: there is no zone \"Mars/Olympus\"", ":2:11: there is no effect \"ht_tp\" (did you mean \"http\"?)",
      ":2:33: mail cannot happen for real here", ":5:41: there is no user \"adda\" (did you mean \"ada\"?)",
      ":5:60: \"grace\" is no member of the group", ":7:16: there is no built-in function \"starface.net/Emial\"",
      ":8:5: exactly one of function and method is needed", ":9:5: a mock needs one of outputs, failure and answers",
      ":10:14: a method must be named with its class", ":12:11: \"no:thing\" is no event",
      ":13:11: a call needs one of to and service", ":14:19: there is no user \"bob\"",
      ":15:20: a snapshot is a file beside the scenario",
    ]
    #expect(found.count == expected.count, "\(found.joined(separator: "\n"))")
    for text in expected {
      #expect(found.contains { $0.contains(text) }, "\(text) is not in\n\(found.joined(separator: "\n"))")
    }
  }

  @Test func `YAML that is none has its line, and a list is no scenario`() {
    #expect(problems("name: [").first?.contains("x.scenario.yml:2:1: is no YAML here") == true)
    #expect(problems("- a").first?.contains("a scenario must be keys with values") == true)
    #expect(problems("a: 1\na: 2").first?.contains("\"a\" stands twice") == true)
    #expect(problems("") == ["x.scenario.yml:1: is empty (SamplesModules/README.md shows one)"])
    #expect(problems("# later") == problems(""))
    #expect(
      problems("steps:\n\t- change") == [
        "x.scenario.yml:2:1: a tab stands in the indentation (YAML is indented with blanks)"
      ]
    )
    #expect(!problems(String(repeating: "steps: [", count: 2_000)).isEmpty)
  }

  /// Nine levels of nine aliases each are 387 million values.
  @Test func `aliases are followed, but do not make a small file a huge one`() throws {
    let plain = "mocks: [{function: f, when: &a {x: 1}, outputs: {}}, {function: g, when: *a, outputs: {}}]"
    #expect(problems(plain).isEmpty)
    var bomb = "about: &l0 [x, x, x, x, x, x, x, x, x]\n"
    var lists = ""
    for level in 1...8 {
      let aliases = Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", ")
      lists += "    - &l\(level) [\(aliases)]\n"
    }
    bomb += "steps:\n- rpc: a\n  in:\n    x:\n" + lists
    #expect(
      problems(bomb) == [
        "x.scenario.yml:1: has more than 100,000 values (an alias (*name) counts as often as it stands there)"
      ]
    )
  }

  @Test func `a caller is a number or a user`() {
    let pbx = "pbx: {users: [{login: ada, phones: [{name: SIP/1.desk}]}]}\n"
    #expect(problems(pbx + "steps: [{call: {from: ada, to: \"0721 / 15-1\", legs: {SIP/1.desk: busy}}}]").isEmpty)
    #expect(
      problems(pbx + "steps: [{call: {from: adda, to: \"1\"}}]") == [
        "x.scenario.yml:2:23: there is no user \"adda\" (did you mean \"ada\"?)"
      ]
    )
    #expect(problems(pbx + "steps: [{call: {from: \"1\", to: \"1\", legs: {bob: busy}}}]").count == 1)
    #expect(problems("pbx: {users: [{login: ada}], calls: [{from: ada, to: bob}]}").count == 1)
  }

  @Test(arguments: [
    ("0", 0), ("250ms", 250), ("90s", 90_000), ("1h30m", 5_400_000), ("2d", 172_800_000), ("1h0m5s", 3_605_000),
  ])
  func `a length of time is read, and written in its shortest form`(text: String, milliseconds: Int64) throws {
    let span = try #require(Span(text))
    #expect(span.milliseconds == milliseconds)
    #expect(Span(span.text) == span)
  }

  @Test(arguments: ["", "1", "s", "1m1h", "1s1s", "-1s", "1 h", "99999999999d", "1x"])
  func `what is no length of time is refused`(text: String) { #expect(Span(text) == nil) }

  @Test(arguments: [
    ("2026-01-31T12:00:00", "Europe/Berlin", 1_769_857_200_000),
    ("2026-01-31T12:00:00Z", "Europe/Berlin", 1_769_860_800_000),
    ("2026-07-31 12:00", "Europe/Berlin", 1_785_492_000_000), ("2026-01-31", "UTC", 1_769_817_600_000),
    ("2026-01-31T12:00:00,250Z", "UTC", 1_769_860_800_250),
  ])
  func `a moment is read on the appliance's clock, or in universal time`(text: String, zone: String, time: Int64) throws
  {
    let rules = try #require(ZoneNames.find(zone))
    #expect(try #require(LocalMoment(text)).milliseconds(in: rules) == time)
  }

  @Test(arguments: ["2026", "2026-13-01", "2026-01-31T25:00", "2026-01-31Z", "1969-01-01", "31.01.2026"])
  func `what is no moment is refused`(text: String) { #expect(LocalMoment(text) == nil) }
}

/// What a value is held against.
@Suite struct MatcherTests {
  private func matcher(_ yaml: String, plainTextIs plain: MatcherReader.PlainText = .equal) throws -> Matcher {
    let step = plain == .equal ? "out: {x: \(yaml)}" : "fails: \(yaml)"
    let scenario = try Scenario(yaml: "steps: [{rpc: a, expect: {\(step)}}]", file: "x")
    switch scenario.steps.first?.expectations.first?.claim {
    case .output(_, let matcher), .failure(let matcher): return matcher
    default: throw ScenarioError(problems: [])
    }
  }

  @Test func `plain values are equal by text, by number, and element by element`() throws {
    for (yaml, value, fits) in [
      ("1", Value.double(1), true), ("1.0", .integer(1), true), ("1", .string("1"), true), ("1", .string("one"), false),
      ("\"1\"", .integer(1), true), ("007", .string("007"), true), ("007", .string("7"), false), ("~", .null, true),
      ("~", .string(""), false), ("true", .boolean(true), true), ("true", .boolean(false), false),
      ("[1, a]", .list([.double(1), .string("a")]), true), ("[1]", .list([.double(1), .string("a")]), false),
      ("{a: 1}", .map(JavaMap([(.string("a"), .integer(1))], order: .insertion)), true),
      ("{1: a}", .map(JavaMap([(.integer(1), .string("a"))], order: .insertion)), true),
      ("{a: 1}", .map(JavaMap([(.string("b"), .integer(1))], order: .insertion)), false), ("[]", .string(""), false),
    ] as [(String, Value, Bool)] {
      #expect(try matcher(yaml).matches(value) == fits, "\(yaml) and \(value.shown)")
    }
  }

  @Test func `words look at parts, patterns, bounds and sizes`() throws {
    for (yaml, value, fits) in [
      ("{contains: ell}", Value.string("Hello"), true), ("{contains: Ell}", .string("Hello"), false),
      ("{matches: \"^H.*o$\"}", .string("Hello"), true), ("{matches: \"^e\"}", .string("Hello"), false),
      ("{not: {contains: x}}", .string("Hello"), true), ("{not: Hello}", .string("Hello"), false),
      ("{atLeast: 2, atMost: 3}", .double(2.5), true), ("{atLeast: 2, atMost: 3}", .integer(4), false),
      ("{atLeast: 2}", .string("3"), true), ("{atLeast: 2}", .string("many"), false),
      ("{size: 2}", .list([.null, .null]), true), ("{size: 2}", .string("ab"), true), ("{size: 0}", .null, true),
      ("{is: {contains: x}}", .map(JavaMap([(.string("contains"), .string("x"))], order: .insertion)), true),
    ] as [(String, Value, Bool)] {
      #expect(try matcher(yaml).matches(value) == fits, "\(yaml) and \(value.shown)")
    }
    #expect(try matcher("ell", plainTextIs: .part).matches("Hello"))
  }
}
