import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// Every kind of statement, each with a clean and a failing case.
@Suite struct StatementTests {
  typealias D = Designer

  @Test func `an assignment converts to the target's type`() async throws {
    let log = try await D.run([
      D.declare("n", .number), D.assign("n", .lit("41")), D.log(.ref("n")),
      D.assign("n", .lit("1.0")), D.log(.ref("n")),
      D.assign("n", .lit("no number")), D.log(.lit("["), .ref("n"), .lit("]")),
      D.declare("b", .boolean, "true"), D.log(.ref("b")), D.assign("b", .lit("yes")), D.log(.ref("local-b")),
    ])
    #expect(log == ["INFO 41", "INFO 1.0", "INFO [  ]", "INFO true", "INFO false"])
  }

  @Test func `a call without a receiver's declaration declares it`() async throws {
    let log = try await D.run([
      D.call(
        "starface.string",
        "Append2",
        lists: [("strings", .string, [.lit("a"), .lit("b")])],
        out: [("result", "_result")]
      ),
      D.log(.ref("_result")),
    ])
    #expect(log == ["INFO ab"])
  }

  @Test func `if, else and their nesting`() async throws {
    let log = try await D.run([
      D.declare("x", .string, "a"),
      D.when(D.test(.equal, .ref("x"), .lit("a")), [D.log(.lit("then"))]), D.comment,
      D.otherwise([D.log(.lit("else"))]),
      D.when(D.test(.equal, .ref("x"), .lit("b")), [D.log(.lit("then"))]),
      D.otherwise([D.when(D.test(.isNotEmpty, .ref("x")), [D.log(.lit("inner"))])]),
      D.when(D.test(.equal, .ref("x"), .lit("a")), disabled: true, [D.log(.lit("disabled"))]),
      D.otherwise([D.log(.lit("disabled too"))]), D.log(.lit("end")),
    ])
    #expect(log == ["INFO then", "INFO inner", "INFO end"])
  }

  @Test func `an else without an if fails by name`() async throws {
    let log = try await D.run([D.log(.lit("a")), D.otherwise([D.log(.lit("b"))])])
    #expect(log.first == "INFO a")
    #expect(log.last?.contains("an 'else' does not follow an 'if'") == true)
  }

  @Test func `a switch takes the first case that fits after conversion`() async throws {
    func chosen(_ type: VariableType, _ value: String, _ cases: [String]) async throws -> [String] {
      try await D.run([
        D.declare("x", type, value), D.choose("x", cases.map { ($0, [D.log(.lit("case \($0)"))]) }),
        D.log(.lit("end")),
      ])
    }
    #expect(try await chosen(.string, "b", ["a", "b", "b"]) == ["INFO case b", "INFO end"])
    #expect(try await chosen(.number, "1", ["2", "1.0"]) == ["INFO case 1.0", "INFO end"])
    #expect(try await chosen(.string, "1", ["1.0"]) == ["INFO end"])
    #expect(try await chosen(.boolean, "true", ["false", "TRUE"]) == ["INFO case TRUE", "INFO end"])
    #expect(try await chosen(.string, "c", ["a"]) == ["INFO end"])
  }

  @Test func `a switch without a condition fails by name`() async throws {
    let log = try await D.run([D.choose("", [("a", [])])])
    #expect(log.first?.contains("the 'switch' has no condition") == true)
  }

  @Test func `a list loop binds its entry in its body only, and nested loops shadow`() async throws {
    let make: [Statement] = [
      D.call("starface.collection.list", "CreateList", out: [("list", "outer")]),
      D.call("starface.collection.list", "CreateList", out: [("list", "inner")]),
      D.call(
        "starface.collection.list",
        "Add2",
        [("list", .list, .ref("outer"))],
        lists: [("objects", .object, [.lit("1"), .lit("2")])]
      ),
      D.call(
        "starface.collection.list",
        "Add2",
        [("list", .list, .ref("inner"))],
        lists: [("objects", .object, [.lit("x")])]
      ),
    ]
    let log = try await D.run(
      make + [
        D.forEach(
          inList: "outer",
          [
            D.log(.ref("foreach_entry")), D.forEach(inList: "inner", [D.log(.ref("foreach_entry"))]),
            D.log(.ref("foreach_entry")),
          ]
        )
      ]
    )
    #expect(log == ["INFO 1", "INFO x", "INFO 1", "INFO 2", "INFO x", "INFO 2"])
  }

  @Test func `a loop's entry outside of a loop leads nowhere`() async throws {
    await #expect(throws: RuntimeError.self) { try await D.run([D.log(.ref("foreach_entry"))]) }
  }

  @Test func `a loop over null does nothing; a list that grows is walked as it was`() async throws {
    let log = try await D.run([
      D.declare("l", .list), D.forEach(inList: "l", [D.log(.lit("never"))]),
      D.call("starface.collection.list", "CreateList", out: [("list", "l")]),
      D.call(
        "starface.collection.list",
        "Add2",
        [("list", .list, .ref("l"))],
        lists: [("objects", .object, [.lit("1")])]
      ),
      D.forEach(
        inList: "l",
        [
          D.call(
            "starface.collection.list",
            "Add2",
            [("list", .list, .ref("l"))],
            lists: [("objects", .object, [.ref("foreach_entry")])]
          )
        ]
      ), D.log(.ref("l")),
    ])
    #expect(log == ["INFO [1, 1]"])
  }

  @Test func `a map loop binds key and value`() async throws {
    let log = try await D.run([
      D.call("starface.collection.map", "CreateMap", out: [("map", "m")]),
      D.call(
        "starface.collection.map",
        "Add",
        [("map", .map, .ref("m")), ("key", .object, .lit("k")), ("value", .object, .lit("v"))]
      ),
      D.call(
        "starface.collection.map",
        "Add",
        [("map", .map, .ref("m")), ("key", .object, .lit("j")), ("value", .object, .lit("w"))]
      ),
      D.forEach(inMap: "m", [D.log(.ref("foreach_key"), .ref("foreach_value"))]), D.log(.ref("m")),
    ])
    #expect(log == ["INFO j w", "INFO k v", "INFO {j=w, k=v}"])
  }

  @Test func `return leaves the function, outputs keep their values; exit ends it all`() async throws {
    let early = D.function(
      "early",
      outputs: [D.variable("out", .string, "default")],
      [D.assign("out", .lit("set")), D.leave, D.assign("out", .lit("never"))]
    )
    let stops = D.function("stops", [D.log(.lit("in")), D.exit, D.log(.lit("never"))])
    let log = try await D.run(
      functions: [early, stops],
      [
        D.invoke("early", out: [("out", "got")]), D.log(.ref("got")), D.invoke("stops"), D.log(.lit("never")),
      ]
    )
    #expect(log == ["INFO set", "INFO in"])
  }

  @Test func `disabled statements and comments do nothing`() async throws {
    let log = try await D.run([
      D.comment, D.declare("x", .string, "a"), D.assign("x", .lit("b"), disabled: true),
      D.call("no.such", "Function", disabled: true), D.log(.ref("x")),
    ])
    #expect(log == ["INFO a"])
  }

  @Test func `an unset input keeps the callee's default, a set one is converted`() async throws {
    let callee = D.function(
      "callee",
      inputs: [D.variable("a", .string, "default"), D.variable("n", .number, "7")],
      [D.log(.ref("a"), .ref("n"))]
    )
    let log = try await D.run(
      functions: [callee],
      [
        D.invoke("callee"), D.invoke("callee", [("a", .lit("")), ("n", .lit("8"))]),
        D.declare("text", .string, "9"), D.invoke("callee", [("a", .lit("x")), ("n", .ref("text"))]),
      ]
    )
    #expect(log == ["INFO default 7", "INFO default 8", "INFO x 9"])
    // What is no number gives null, which is not the same as nothing given.
    #expect(try await D.run(functions: [callee], [D.invoke("callee", [("n", .lit("abc"))])]) == ["INFO default "])
  }

  @Test func `locals shadow the module's variables`() async throws {
    let log = try await D.run(
      variables: [D.variable("x", .string, "module")],
      [D.log(.ref("x")), D.declare("x", .string, "local"), D.log(.ref("x")), D.log(.ref("id-x"))]
    )
    #expect(log == ["INFO module", "INFO local", "INFO module"])
  }

  @Test func `module-level lists and maps come from resources, for each instance its own`() async throws {
    let log = try await D.run(
      variables: [D.variable("l", .list, "r1"), D.variable("m", .map, "r2")],
      resources: [
        .list(ListResource(id: "r1", values: ["a", "b"])),
        .map(MapResource(id: "r2", entries: [MapEntry(key: "k", value: "v")])),
      ],
      [D.log(.ref("l")), D.log(.ref("m"))]
    )
    #expect(log == ["INFO [a, b]", "INFO {k=v}"])
  }

  @Test func `a function that does not exist, or is not emulated, fails by name`() async throws {
    let unknown = try await D.run([D.call("starface.string", "NoSuchFunction")])
    #expect(
      unknown.first?.contains("function NoSuchFunction(NoSuchFunction) of starface.string does not exist") == true
    )
    let known = try await D.run([D.call("starface.experimentalFunctions", "CheckSirrixState")])
    #expect(
      known.first?.contains("built-in function starface.experimentalFunctions.CheckSirrixState is not emulated") == true
    )
    let foreign = try await D.run([D.call("another-module", "f")])
    #expect(foreign.first?.contains("module another-module is not installed") == true)
  }
}
