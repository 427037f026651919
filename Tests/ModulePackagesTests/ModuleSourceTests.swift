import Foundation
import ModulePackages
import TestSupport
import Testing

/// A body of a `module.yml` behind a sound head of seven lines, and the one problem that it has.
struct SourceCase: Sendable, CustomTestStringConvertible {
  let yaml: String
  let expected: String
  var testDescription: String { expected }

  private static let head = """
    module:
      id: a
      name: N
      vendor: V
      version: 1
      platform: 7.3.0.5
      created: 2026-01-01

    """

  init(_ body: String, _ expected: String) {
    yaml = Self.head + body
    self.expected = expected
  }
}

@Suite("module.yml")
struct ModuleSourceTests {
  static let parsing: [SourceCase] = [
    SourceCase("variabels: {}\n", "module.yml:8:1: the file has no key \"variabels\" (did you mean \"variables\"?)"),
    SourceCase(
      "variables:\n  A: {type: STRING, valu: x}\n",
      "module.yml:9:21: variable A has no key \"valu\" (did you mean \"value\"?)"
    ),
    SourceCase("variables:\n  A: STRNG\n", "module.yml:9:6: there is no type \"STRNG\" (did you mean \"STRING\"?)"),
    SourceCase(
      "variables:\n  A: {type: MAP, value: 3}\n",
      "module.yml:9:25: the value of a MAP must be keys with values, as in `name: value`"
    ),
    SourceCase(
      "functions:\n  f:\n    do:\n      - cal: g\n",
      "module.yml:11:9: \"cal\" is no statement (did you mean \"call\"?)"
    ),
    SourceCase(
      "functions:\n  f:\n    do:\n      - retrun\n",
      "module.yml:11:9: \"retrun\" is no statement (did you mean \"return\"?)"
    ),
    SourceCase(
      "functions:\n  f:\n    do:\n      - if: {notEqual: [a, b]}\n        then: []\n",
      "module.yml:11:13: \"notEqual\" is no condition (possible: isTrue, isNotTrue, isNotEmpty, equal, and, or; for the contrary use else)"
    ),
    SourceCase(
      "functions:\n  f:\n    do:\n      - if: {equal: [a]}\n        then: []\n",
      "module.yml:11:21: equal compares two values (equal: [$a, b])"
    ),
    SourceCase(
      "functions:\n  f:\n    do:\n      - log: x\n        level: LOUD\n",
      "module.yml:12:16: level cannot be \"LOUD\" (possible: ERROR, WARN, INFO, DEBUG, TRACE)"
    ),
    SourceCase(
      "entryPoints:\n  - {stage: InstanceActivatd, call: f}\n",
      "module.yml:9:13: stage cannot be \"InstanceActivatd\" (did you mean \"InstanceActivated\"?)"
    ),
    SourceCase(
      "pages:\n  - title: T\n    fields:\n      - textinput: A\n",
      "module.yml:11:9: \"textinput\" is no kind of field (did you mean \"textInput\"?)"
    ),
    SourceCase("variables: [1\n", "module.yml:9:1: is no YAML here: did not find expected ',' or ']'"),
    SourceCase("variables:\n  A: STRING\n  A: NUMBER\n", "module.yml:9:3: the key \"A\" stands twice"),
  ]

  @Test("what cannot be read is told with its line and the nearest word", arguments: ModuleSourceTests.parsing)
  func reads(_ item: SourceCase) {
    let error = #expect(throws: ProjectError.self) { try ModuleSource(yaml: item.yaml) }
    #expect(error?.problems.map(\.description) == [item.expected])
  }

  static let meaning: [SourceCase] = [
    SourceCase(
      "functions:\n  f:\n    do:\n      - call: g\n",
      "module.yml:11:9: there is no function \"g\" (did you mean \"f\"?)"
    ),
    SourceCase(
      "functions:\n  f:\n    do:\n      - call: starface.string/Apend2\n",
      "module.yml:11:9: there is no function \"starface.string/Apend2\" (did you mean \"starface.string/Append2\"?)"
    ),
    SourceCase(
      "functions:\n  f:\n    in: {name: STRING}\n    do:\n      - log: $nam\n",
      "module.yml:12:14: there is no variable \"nam\" (did you mean \"name\"?)"
    ),
    SourceCase(
      "functions:\n  f:\n    do:\n      - set: x\n        to: 1\n",
      "module.yml:11:14: there is no variable \"x\" to take the value (declare it with `var: x`, or begin its name with _)"
    ),
    SourceCase(
      "functions:\n  f:\n    do:\n      - call: starface.string/StripEnd\n        in: {txt: a}\n",
      "module.yml:12:14: starface.string/StripEnd has no input \"txt\" (did you mean \"text\"?)"
    ),
    SourceCase(
      "functions:\n  f:\n    do:\n      - call: starface.math/BinaryMathOperations\n        in: {operand: Add, a: one, b: 2}\n",
      "module.yml:12:28: a is a NUMBER, \"one\" is none"
    ),
    SourceCase(
      "functions:\n  f:\n    do:\n      - call: starface.collection.list/Size\n        in: {list: a}\n",
      "module.yml:12:14: list takes a variable, such as $name"
    ),
    SourceCase(
      "functions:\n  f:\n    do:\n      - forEach: names\n        do: []\n",
      "module.yml:11:9: expected a variable here, such as $name"
    ),
    SourceCase(
      "functions:\n  f:\n    do:\n      - log: $foreach_entry\n",
      "module.yml:11:14: there is no variable \"foreach_entry\" (there are none)"
    ),
    SourceCase(
      "entryPoints:\n  - {stage: InstanceCreated, call: f}\n",
      "module.yml:9:5: there is no function \"f\" (there are none)"
    ),
    SourceCase(
      "pages:\n  - title: T\n    fields:\n      - textInput: A\n",
      "module.yml:11:9: there is no variable \"A\" for the field (there are none)"
    ),
    SourceCase(
      "variables:\n  A: {type: FILE_RESOURCE, file: x.wav}\n",
      "module.yml:9:3: there is no file resources/x.wav (there are none)"
    ),
  ]

  @Test("what cannot be built is told with its line and the nearest name", arguments: ModuleSourceTests.meaning)
  func builds(_ item: SourceCase) async throws {
    let folder = try TemporaryFolder()
    try item.yaml.write(toFile: folder.path("module.yml"), atomically: true, encoding: .utf8)
    let error = await #expect(throws: ProjectError.self) { try await ProjectBuilder.build(folder.path("")) }
    #expect(error?.problems.map(\.description) == [item.expected])
  }

  @Test("all problems are told at once, and hostile files end quickly")
  func many() {
    let error = #expect(throws: ProjectError.self) { try ModuleSource(yaml: "module: {nam: x}\nfoo: 1\n") }
    #expect(error?.problems.count == 8)
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: ProjectError.self) { try ModuleSource(yaml: deep) }
    var laughs = "a0: &a0 [x]\n"
    for level in 1...20 {
      laughs += "a\(level): &a\(level) [" + (0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ",") + "]\n"
    }
    #expect(throws: ProjectError.self) { try ModuleSource(yaml: laughs + "variables: *a20\n") }
    #expect(throws: ProjectError.self) { try ModuleSource(yaml: "") }
    #expect(throws: ProjectError.self) { try ModuleSource(yaml: "- 1") }
  }
}
