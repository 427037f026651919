import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// Every kind of expression, true and false, and those that nobody knows.
@Suite struct ExpressionTests {
  typealias D = Designer

  private static let variables = [
    D.variable("yes", .boolean, "true"), D.variable("no", .boolean, "false"), D.variable("text", .string, "abc"),
    D.variable("empty", .string, ""), D.variable("one", .number, "1"), D.variable("two", .number, "2.5"),
    D.variable("nothing", .object), D.variable("yesText", .string, "true"), D.variable("list", .list, "l"),
    D.variable("none", .list, "e"),
  ]
  private static let resources: [Resource] = [
    .list(ListResource(id: "l", values: ["1", "b"])), .list(ListResource(id: "e", values: [])),
  ]

  private func holds(_ expression: Expression) async throws -> Bool? {
    let log = try await D.run(
      variables: Self.variables,
      resources: Self.resources,
      [D.when(expression, [D.log(.lit("yes"))]), D.otherwise([D.log(.lit("no"))])]
    )
    return log == ["INFO yes"] ? true : log == ["INFO no"] ? false : nil
  }

  @Test(arguments: [
    (ExpressionKind.isTrue, ["yes"], true), (.isTrue, ["no"], false), (.isTrue, ["yesText"], true),
    (.isTrue, ["one"], false), (.isTrue, ["nothing"], false), (.isNotTrue, ["no"], true), (.isNotTrue, ["yes"], false),
    (.isNotEmpty, ["text"], true), (.isNotEmpty, ["empty"], false), (.isNotEmpty, ["nothing"], false),
    (.isNotEmpty, ["list"], true), (.isNotEmpty, ["none"], false), (.isEmpty, ["none"], true),
    (.isEmpty, ["one"], false), (.equal, ["text", "=abc"], true), (.equal, ["text", "=ABC"], false),
    (.equal, ["one", "=1.0"], true), (.equal, ["one", "two"], false), (.equal, ["nothing", "empty"], true),
    (.equal, ["yes", "=TRUE"], true), (.equal, ["=x", "=x"], true), (.notEqual, ["text", "=abc"], false),
    (.notEqual, ["one", "two"], true), (.greater, ["two", "one"], true), (.greater, ["one", "=10"], false),
    (.greater, ["nothing", "one"], false), (.less, ["one", "=10"], true), (.less, ["text", "=abd"], true),
    (.lessEqual, ["one", "=1.0"], true), (.greaterEqual, ["one", "two"], false),
    (ExpressionKind(rawValue: "containsExpression"), ["list", "=b"], true),
    (ExpressionKind(rawValue: "containsExpression"), ["text", "=bc"], true),
    (ExpressionKind(rawValue: "containsExpression"), ["text", "=x"], false),
    (ExpressionKind(rawValue: "isNullExpression"), ["nothing"], true),
    (ExpressionKind(rawValue: "isNullExpression"), ["empty"], false),
  ]) func `a test of operands`(kind: ExpressionKind, operands: [String], expected: Bool) async throws {
    let operands = operands.map {
      D.operand($0.hasPrefix("=") ? .lit(String($0.dropFirst())) : .ref($0))
    }
    #expect(try await holds(.test(TestExpression(kind, operands))) == expected, "\(kind) \(operands.map(\.value))")
  }

  @Test func `and, or and their nesting stop at what decides`() async throws {
    let yes = D.test(.isTrue, .ref("yes"))
    let no = D.test(.isTrue, .ref("no"))
    #expect(try await holds(D.all(yes, yes)) == true)
    #expect(try await holds(D.all(yes, no)) == false)
    #expect(try await holds(D.any(no, yes)) == true)
    #expect(try await holds(D.any(no, no)) == false)
    #expect(try await holds(D.all(D.any(no, yes), D.any(yes, no), D.all(yes))) == true)
    #expect(try await holds(D.any(D.all(yes, no), D.all(no, yes))) == false)
    #expect(try await holds(D.all()) == true)
    #expect(try await holds(D.any()) == false)
  }

  @Test func `what is not known fails by name`() async throws {
    let unknown = try await D.run(
      variables: Self.variables,
      [D.when(D.test(ExpressionKind(rawValue: "soundsLikeExpression"), .ref("text"), .lit("x")), [])]
    )
    #expect(unknown.first?.contains("expression kind 'soundsLikeExpression' is not known to this runtime") == true)
    let joint = Expression.nested(NestedExpression(ExpressionOperator(rawValue: "xorExpression"), []))
    #expect(try await D.run([D.when(joint, [])]).first?.contains("expression kind 'xorExpression'") == true)
    let short = try await D.run(variables: Self.variables, [D.when(D.test(.equal, .ref("text")), [])])
    #expect(short.first?.contains("'equalExpression' needs 2 operands and has 1") == true)
  }
}
