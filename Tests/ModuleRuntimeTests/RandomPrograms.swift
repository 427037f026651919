import ModuleDescriptors

@testable import ModuleRuntime

/// Makes random designer programs from a seed: every statement and expression kind, bounded in size.
struct RandomPrograms {
  typealias D = Designer

  private var state: UInt64
  private var names = 0
  private let functionCount = 3

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func random(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private mutating func pick<T>(_ choices: [T]) -> T { choices[random(choices.count)] }
  private mutating func chance(_ percent: Int) -> Bool { random(100) < percent }

  /// What a statement may name.
  struct Scope {
    var readable: [String]
    var writable: [String]
    var lists: [String]
    var maps: [String]
  }

  private static let types: [VariableType] = [.string, .number, .boolean, .object]
  private static let literals = ["", "a", "true", "false", "0", "1", "1.0", "2", "-3.5", "abc", "TRUE", "9999999999"]

  static let contains = ExpressionKind(rawValue: "containsExpression")
  static let notContains = ExpressionKind(rawValue: "notContainsExpression")
  static let isNull = ExpressionKind(rawValue: "isNullExpression")
  static let isNotNull = ExpressionKind(rawValue: "isNotNullExpression")
  /// Those that packages use, and their counterparts that the runtime understands.
  static let expressions = ExpressionKind.known + [contains, notContains, isNull, isNotNull]

  /// A module whose `main` runs at `InstanceActivated`.
  mutating func module() -> ModuleDescriptor {
    let variables =
      [D.variable("ml", .list, "rl"), D.variable("mm", .map, "rm")]
      + (0..<4).map { D.variable("m\($0)", Self.types[$0], pick(Self.literals)) }
    var functions: [Function] = []
    for index in 0...functionCount { functions.append(function(index)) }
    return D.module(
      variables: variables,
      resources: [
        .list(ListResource(id: "rl", values: ["1", "b"])),
        .map(MapResource(id: "rm", entries: [MapEntry(key: "k", value: "1"), MapEntry(key: "a", value: "w")])),
      ],
      functions: functions,
      entryPoints: [D.stage(.instanceActivated, "f0")]
    )
  }

  private mutating func function(_ index: Int) -> Function {
    var scope = Scope(
      readable: ["m0", "m1", "id-m2", "m3", "ml", "mm"],
      writable: ["m0", "id-m1", "m2", "m3"],
      lists: ["ml"],
      maps: ["mm"]
    )
    var inputs: [Variable] = []
    var outputs: [Variable] = []
    if index > 0 {
      inputs = [
        D.variable("in0", pick(Self.types), pick(Self.literals), id: "f\(index)-in0"), D.variable("inl", .list),
      ]
      outputs = [D.variable("out0", pick(Self.types), pick(Self.literals), id: "f\(index)-out0")]
      scope.readable += ["in0", "f\(index)-out0", "inl"]
      scope.writable += ["out0", "in0"]
      scope.lists.append("inl")
    }
    var statements: [Statement] = []
    if chance(30) {
      // A local that shadows a variable of the module from the start.
      statements.append(D.declare("m0", pick(Self.types), pick(Self.literals)))
    }
    statements += block(&scope, function: index, depth: 0)
    statements.append(
      D.log(.lit("end \(index)"), .ref(pick(scope.readable)), .ref(pick(scope.readable)))
    )
    return D.function("f\(index)", inputs: inputs, outputs: outputs, statements)
  }

  private mutating func block(_ scope: inout Scope, function: Int, depth: Int) -> [Statement] {
    var statements: [Statement] = []
    for _ in 0..<(2 + random(depth == 0 ? 7 : 3)) {
      statements += statement(&scope, function: function, depth: depth)
    }
    return statements
  }

  /// Statements inside a block: what they declare is theirs.
  private mutating func inner(
    _ scope: Scope,
    function: Int,
    depth: Int,
    adding: [String] = []
  ) -> [Statement] {
    var own = scope
    own.readable += adding
    return block(&own, function: function, depth: depth + 1)
  }

  private mutating func statement(_ scope: inout Scope, function: Int, depth: Int) -> [Statement] {
    let isDisabled = chance(5)
    switch random(depth < 2 ? 16 : 10) {
    case 0, 1:
      names += 1
      let name = "v\(names)"
      let type = pick(Self.types)
      scope.readable.append(name)
      scope.writable.append(chance(50) ? name : "local-\(name)")
      return [D.declare(name, type, pick(Self.literals))]
    case 2, 3:
      return [D.assign(pick(scope.writable), value(scope), disabled: isDisabled)]
    case 4:
      return [D.log(value(scope), value(scope))]
    case 5:
      return [
        D.call(
          "starface.string",
          "Append2",
          lists: [("strings", .string, [value(scope), value(scope)])],
          out: [("result", receiver(&scope))]
        )
      ]
    case 6:
      return [
        D.call(
          "starface.math",
          "BinaryMathOperations",
          [
            ("operand", .string, .lit(pick(["Add", "Multiply", "Subtract"]))), ("a", .number, value(scope)),
            ("b", .number, value(scope)),
          ],
          out: [("result", receiver(&scope))]
        )
      ]
    case 7:
      return [
        D.call(
          "starface.collection.list",
          "Add2",
          [("list", .list, .ref(pick(scope.lists)))],
          lists: [("objects", .object, [value(scope)])],
          disabled: isDisabled
        )
      ]
    case 8:
      return [
        D.call(
          "starface.collection.map",
          "Add",
          [("map", .map, .ref(pick(scope.maps))), ("key", .object, value(scope)), ("value", .object, value(scope))],
          out: chance(50) ? [("previousValue", receiver(&scope))] : []
        )
      ]
    case 9:
      guard function < functionCount, chance(60) else {
        return [chance(10) ? D.leave : chance(25) ? D.exit : D.comment]
      }
      let callee = function + 1 + random(functionCount - function)
      var inputs: [(String, D.Argument)] = []
      if chance(70) { inputs.append(("in0", value(scope))) }
      if chance(50) { inputs.append(("inl", .ref(pick(scope.lists)))) }
      return [D.invoke("f\(callee)", inputs, out: chance(70) ? [("out0", receiver(&scope))] : [])]
    case 10, 11:
      var statements = [
        D.when(expression(scope, depth: 0), disabled: isDisabled, inner(scope, function: function, depth: depth))
      ]
      if chance(30) { statements.append(D.comment) }
      if chance(60) {
        statements.append(
          D.otherwise(inner(scope, function: function, depth: depth), disabled: chance(10))
        )
      }
      return statements
    case 12:
      return [
        D.choose(
          pick(scope.readable),
          (0..<(1 + random(3))).map { _ in
            (pick(Self.literals), inner(scope, function: function, depth: depth))
          }
        )
      ]
    case 13, 14:
      return [
        D.forEach(
          inList: pick(scope.lists),
          inner(scope, function: function, depth: depth, adding: ["foreach_entry"])
        )
      ]
    default:
      return [
        D.forEach(
          inMap: pick(scope.maps),
          inner(scope, function: function, depth: depth, adding: ["foreach_key", "foreach_value"])
        )
      ]
    }
  }

  private mutating func receiver(_ scope: inout Scope) -> String {
    guard chance(40) else { return pick(scope.writable) }
    names += 1
    scope.readable.append("_r\(names)")
    return "_r\(names)"
  }

  private mutating func value(_ scope: Scope) -> D.Argument {
    chance(60) ? .ref(pick(scope.readable)) : .lit(pick(Self.literals))
  }

  private mutating func expression(_ scope: Scope, depth: Int) -> Expression {
    if depth < 2, chance(30) {
      let operands = (0..<(1 + random(3))).map { _ in expression(scope, depth: depth + 1) }
      return .nested(NestedExpression(chance(50) ? .and : .or, operands))
    }
    let kind = pick(Self.expressions)
    let isBinary = ![.isTrue, .isNotTrue, .isEmpty, .isNotEmpty, Self.isNull, Self.isNotNull].contains(kind)
    let operands = (0..<(isBinary ? 2 : 1)).map { _ in D.operand(value(scope), .object) }
    return .test(TestExpression(kind, operands))
  }
}
