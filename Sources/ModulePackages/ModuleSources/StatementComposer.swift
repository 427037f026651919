import ModuleDescriptors

/// Makes the statements of one designer function.
struct StatementComposer {
  /// The function's name, which ids follow from.
  let function: String
  var scope: FunctionScope
  /// Gathers problems and knows the functions.
  var composer: ModuleComposer

  init(function: String, scope: FunctionScope, composer: ModuleComposer) {
    self.function = function
    self.scope = scope
    self.composer = composer
  }

  /// The body of the function.
  mutating func compose(_ statements: [StatementSource]) -> [Statement] {
    declareLocals(statements, path: "")
    return block(statements, path: "")
  }

  // MARK: names

  /// Locals live in the whole function: declared ones, and receivers whose names begin with `_` by custom.
  private mutating func declareLocals(_ statements: [StatementSource], path: String) {
    for (index, statement) in statements.enumerated() {
      let here = "\(path)/\(index)"
      switch statement.kind {
      case .variable(let name, _, _): scope.declare(name, id: id(here))
      case .call(_, _, let receivers):
        for receiver in receivers where receiver.variable.hasPrefix("_") { scope.declareByName(receiver.variable) }
      case .assign(let target, _):
        if target.variable.hasPrefix("_") { scope.declareByName(target.variable) }
      case .branch(_, let then, let otherwise):
        declareLocals(then, path: here + "/then")
        declareLocals(otherwise, path: here + "/else")
      case .choose(_, let cases):
        for (number, item) in cases.enumerated() { declareLocals(item.statements, path: "\(here)/\(number)") }
      case .eachInList(_, let body), .eachInMap(_, let body): declareLocals(body, path: here)
      case .leave, .exit, .comment: continue
      }
    }
  }

  func id(_ path: String) -> String { composer.derived("function", function, "statement", path) }

  mutating func reference(_ name: String, at place: SourceLine) -> String {
    if let meaning = scope.meaning(of: name) { return meaning.reference }
    composer.report(place, "there is no variable \"\(name)\"", hint: ModuleComposer.nearest(name, scope.names))
    return ""
  }

  mutating func receiver(_ receiver: StatementSource.Receiver) -> String {
    if let meaning = scope.meaning(of: receiver.variable) { return meaning.reference }
    composer.report(
      receiver.line,
      "there is no variable \"\(receiver.variable)\" to take the value",
      hint: "declare it with `var: \(receiver.variable)`, or begin its name with _"
    )
    return ""
  }

  // MARK: conditions

  mutating func expression(_ condition: ConditionSource) -> Expression {
    switch condition {
    case .isTrue(let value): .test(TestExpression(.isTrue, [operand(value, "first")]))
    case .isNotTrue(let value): .test(TestExpression(.isNotTrue, [operand(value, "first")]))
    case .isNotEmpty(let value): .test(TestExpression(.isNotEmpty, [operand(value, "first")]))
    case .equal(let a, let b): .test(TestExpression(.equal, [operand(a, "first"), operand(b, "second")]))
    case .and(let conditions): .nested(NestedExpression(.and, conditions.map { expression($0) }))
    case .or(let conditions): .nested(NestedExpression(.or, conditions.map { expression($0) }))
    }
  }

  private mutating func operand(_ value: ValueSource, _ name: String) -> Variable {
    var variable = Variable(id: nil, name: name, type: .object, description: nil)
    switch value {
    case .literal(let text): variable.value = text
    case .reference(let name, let place):
      variable.name = name
      variable.value = reference(name, at: place)
      variable.valueByReference = true
    case .list: break
    }
    return variable
  }
}
