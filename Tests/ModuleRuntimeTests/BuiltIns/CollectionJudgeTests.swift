import Testing

@testable import ModuleRuntime

/// Lists and maps under thousands of random operations, against `ArrayList` and `HashMap`.
@Suite struct CollectionJudgeTests {
  typealias Argument = JavaJudge.Argument

  /// Values that are alike in one way and different in another: class, case, hash code.
  private static let values: [Argument] = [
    .text("a"), .text("Aa"), .text("BB"), .text(""), .text("1"), .text("ä"), .text("😀"), .int(1), .int(-7), .int(16),
    .int(1_000_000), .long(1), .long(4_294_967_296), .double(1), .double(-0.0), .double(0), .double(.nan),
    .boolean(true), .boolean(false), .null,
  ]

  private func value(_ generator: inout CaseGenerator) -> Argument {
    if Int.random(in: 0..<3, using: &generator) == 0 { return .int(Int.random(in: 0..<200, using: &generator)) }
    return Self.values.randomElement(using: &generator) ?? .null
  }

  private func compare(_ cases: [JavaJudge.Case], _ ours: (JavaJudge.Case) throws -> String) throws {
    var wrong = 0
    for (judged, answer) in zip(cases, try JavaJudge.answers(cases)) {
      let ours = try ours(judged)
      guard ours != answer else { continue }
      wrong += 1
      if wrong <= 5 { Issue.record("\(judged.line): ours \(ours), Java's \(answer)") }
    }
    #expect(wrong == 0, "\(wrong) of \(cases.count)")
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `lists as java.util.ArrayList`() throws {
    var generator = CaseGenerator(seed: 61)
    let names = ["Add2", "Add2", "Add2", "Contains", "Remove", "Get", "Get", "Reverse", "Sort", "Size"]
    let cases = (0..<1_000).map { _ in
      JavaJudge.Case(
        "list",
        (0..<Int.random(in: 1...30, using: &generator)).flatMap { _ -> [Argument] in
          let name = names.randomElement(using: &generator) ?? "Size"
          let operand = name == "Get" ? .int(Int.random(in: -1...8, using: &generator)) : value(&generator)
          return [.text(name), operand]
        }
      )
    }
    var operations = 0
    try compare(cases) { judged in
      let list = try Calling.outputs("starface.collection.list", "CreateList", [])[0]
      var answers: [Value] = []
      for index in stride(from: 0, to: judged.arguments.count, by: 2) {
        operations += 1
        let (name, operand) = (judged.arguments[index].value.text, judged.arguments[index + 1].value)
        let arguments: [Value] =
          switch name {
          case "Add2": [list, .list([operand])]
          case "Contains", "Remove", "Get": [list, operand]
          default: [list]
          }
        do {
          answers += try Calling.outputs("starface.collection.list", name, arguments)
        } catch let error as JavaException {
          answers.append(.string(error.message ?? ""))
        }
      }
      return JavaJudge.shown(.list(answers + [list, .string(list.javaText)]))
    }
    #expect(operations > 14_000)
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `maps as java.util.HashMap, in its order`() throws {
    var generator = CaseGenerator(seed: 62)
    let names = [
      "Add", "Add", "Add", "Add", "Add", "Get", "ContainsKey", "ContainsValue", "Remove", "Size", "GetKeys",
      "GetValues",
    ]
    let cases = (0..<1_000).map { index in
      JavaJudge.Case(
        "map",
        // Every tenth grows beyond several sizes of the table.
        (0..<Int.random(in: 1...(index % 10 == 0 ? 300 : 30), using: &generator)).flatMap { _ -> [Argument] in
          [.text(names.randomElement(using: &generator) ?? "Size"), value(&generator), value(&generator)]
        }
      )
    }
    var operations = 0
    try compare(cases) { judged in
      let map = try Calling.outputs("starface.collection.map", "CreateMap", [])[0]
      var answers: [Value] = []
      for index in stride(from: 0, to: judged.arguments.count, by: 3) {
        operations += 1
        let name = judged.arguments[index].value.text
        let (key, value) = (judged.arguments[index + 1].value, judged.arguments[index + 2].value)
        let arguments: [Value] =
          switch name {
          case "Add": [map, key, value]
          case "ContainsKey": [key, map]
          case "ContainsValue": [map, value]
          case "Get", "Remove": [map, key]
          default: [map]
          }
        answers += try Calling.outputs("starface.collection.map", name, arguments)
      }
      return JavaJudge.shown(.list(answers + [.string(map.javaText)]))
    }
    #expect(operations > 25_000)
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `values are joined as a StringBuilder appends them`() throws {
    var generator = CaseGenerator(seed: 63)
    let cases = (0..<1_000).map { index in
      JavaJudge.Case(
        "append",
        [.boolean(false)] + (0..<Int.random(in: 0...6, using: &generator)).map { _ in value(&generator) }
      )
    }
    try compare(cases) { judged in
      let parts = judged.arguments.dropFirst().map(\.value)
      return Calling.shown("starface.string", "Append2", [.list(Array(parts))])
    }
    #expect(cases.count == 1_000)
  }

  /// Up to JDK 18 Java prints a digit too many for some numbers; both read back as the same number.
  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `numbers print as Double.toString and read back the same`() throws {
    var generator = CaseGenerator(seed: 64)
    var cases: [JavaJudge.Case] = []
    while cases.count < 10_000 {
      let number =
        switch cases.count % 4 {
        case 0: Double(bitPattern: UInt64.random(in: .min ... .max, using: &generator))
        case 1: Double(Int.random(in: -1_000_000...1_000_000, using: &generator)) / 100
        case 2: Double.random(in: -1e9...1e9, using: &generator)
        default: Double(Int64.random(in: -100_000_000_000...100_000_000_000, using: &generator))
        }
      cases.append(.init("number", [.double(number)]))
    }
    var longer = 0
    for (judged, answer) in zip(cases, try JavaJudge.answers(cases)) {
      let ours = JavaJudge.shown(judged.arguments[0].value)
      guard ours != answer else { continue }
      longer += 1
      #expect(
        Double(answer) == judged.arguments[0].value.doubleValue && ours.utf8.count <= answer.utf8.count,
        "\(ours)"
      )
    }
    #expect(longer < 200)
    #expect(cases.count == 10_000)
  }
}
