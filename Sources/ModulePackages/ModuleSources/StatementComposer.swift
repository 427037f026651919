import ModuleDescriptors

/// Makes the statements of one designer function.
struct StatementComposer {
  /// The function's name, which ids follow from.
  let function: String
  private var scope: FunctionScope
  /// Gathers problems and knows the functions.
  private(set) var composer: ModuleComposer

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

  private func id(_ path: String) -> String { composer.derived("function", function, "statement", path) }

  private mutating func reference(_ name: String, at place: SourceLine) -> String {
    if let meaning = scope.meaning(of: name) { return meaning.reference }
    composer.report(place, "there is no variable \"\(name)\"", hint: ModuleComposer.nearest(name, scope.names))
    return ""
  }

  private mutating func receiver(_ receiver: StatementSource.Receiver) -> String {
    if let meaning = scope.meaning(of: receiver.variable) { return meaning.reference }
    composer.report(
      receiver.line,
      "there is no variable \"\(receiver.variable)\" to take the value",
      hint: "declare it with `var: \(receiver.variable)`, or begin its name with _"
    )
    return ""
  }

  // MARK: statements

  private mutating func block(_ statements: [StatementSource], path: String) -> [Statement] {
    var list: [Statement] = []
    for (index, statement) in statements.enumerated() { list += compose(statement, path: "\(path)/\(index)") }
    return list
  }

  private mutating func compose(_ statement: StatementSource, path: String) -> [Statement] {
    let (identity, created) = (id(path), composer.source.created)
    func head(_ name: String) -> Head {
      Head(
        id: identity,
        name: name,
        createTime: created,
        description: statement.description,
        disabled: statement.disabled
      )
    }
    switch statement.kind {
    case .call(let target, let inputs, let outputs):
      return call(target, inputs, outputs, at: statement.line, head).map { [.functionCall($0)] } ?? []
    case .variable(let name, let type, let value):
      return [
        .variableDefinition(
          VariableDefinition(
            head("variable definition"),
            type: VariableType(rawValue: type),
            variableName: name,
            defaultValue: value
          )
        )
      ]
    case .assign(let target, let value): return [assignment(target, value, head("variable assignment"), path)]
    case .branch(let condition, let then, let otherwise):
      return branch(condition, then, otherwise, head("if"), path)
    case .choose(let value, let cases): return [choice(value, cases, head("switch"), path, at: statement.line)]
    case .eachInList(let list, let body):
      let input = required("list", list, .list, path, at: statement.line)
      return [.forEachInList(loop(input, ["foreach_entry"], body, head("foreach (List)"), path))]
    case .eachInMap(let map, let body):
      let input = required("map", map, .map, path, at: statement.line)
      return [.forEachInMap(loop(input, ["foreach_key", "foreach_value"], body, head("foreach (Map)"), path))]
    case .leave: return [.return(SimpleStatement(head("return")))]
    case .exit: return [.exit(SimpleStatement(head("exit")))]
    case .comment(let text): return [.comment(CommentStatement(head("comment"), comment: text))]
    }
  }

  private mutating func assignment(
    _ target: StatementSource.Receiver,
    _ value: ValueSource,
    _ head: Head,
    _ path: String
  ) -> Statement {
    var input = Variable(id: id(path + "/value"), name: "value", type: .object, visible: false)
    switch value {
    case .literal(let text): input.value = text
    case .reference(let name, let place):
      input.value = reference(name, at: place)
      input.valueByReference = true
    case .list: composer.report(target.line, "a list of values cannot be assigned", hint: "use CreateList and Add2")
    }
    let output = Variable(
      id: id(path + "/target"),
      name: "target",
      type: .object,
      value: receiver(target),
      valueByValueAllowed: false,
      visible: false
    )
    return .assignment(
      SimpleStatement(head, interface: Interface(inputs: [.variable(input)], outputs: [.variable(output)]))
    )
  }

  private mutating func branch(
    _ condition: ConditionSource,
    _ then: [StatementSource],
    _ otherwise: [StatementSource],
    _ head: Head,
    _ path: String
  ) -> [Statement] {
    let variable = Variable(
      id: nil,
      name: "condition",
      type: .boolean,
      valueByReference: true,
      description: nil,
      visible: false
    )
    let expressed = ExpressedVariable(variable, expression(condition))
    let first = BlockStatement(
      head,
      interface: Interface(inputs: [.expressed(expressed)]),
      statements: DescriptorList(block(then, path: path + "/then"))
    )
    guard !otherwise.isEmpty else { return [.if(first)] }
    let second = BlockStatement(
      Head(id: id(path + "/else"), name: "else", createTime: composer.source.created, disabled: head.disabled),
      statements: DescriptorList(block(otherwise, path: path + "/else"))
    )
    return [.if(first), .else(second)]
  }

  private mutating func choice(
    _ value: ValueSource,
    _ cases: [StatementSource.Case],
    _ head: Head,
    _ path: String,
    at place: SourceLine
  ) -> Statement {
    let condition = required("condition", value, .string, path, at: place)
    var statements: [Statement] = []
    for (number, item) in cases.enumerated() {
      let here = "\(path)/\(number)"
      let literal = Variable(
        id: id(here + "/condition"),
        name: "condition",
        type: .object,
        value: item.text,
        description: nil,
        valueByReferenceAllowed: false,
        visible: false
      )
      let body = block(item.statements, path: here)
      statements.append(
        .case(
          BlockStatement(
            Head(id: id(here), name: "switch-case", createTime: composer.source.created),
            interface: Interface(inputs: [.variable(literal)]),
            statements: DescriptorList(body)
          )
        )
      )
    }
    return .switch(
      BlockStatement(
        head,
        interface: Interface(inputs: [.variable(condition)]),
        statements: DescriptorList(statements)
      )
    )
  }

  private mutating func loop(
    _ input: Variable,
    _ bound: [String],
    _ body: [StatementSource],
    _ head: Head,
    _ path: String
  ) -> BlockStatement {
    // What a loop binds is seen in its body only.
    let outer = scope
    for name in bound { scope.declareByName(name) }
    let statements = block(body, path: path)
    scope = outer
    return BlockStatement(
      head,
      interface: Interface(inputs: [.variable(input)]),
      statements: DescriptorList(statements)
    )
  }

  /// The one input of a switch or loop, which must be a reference.
  private mutating func required(
    _ name: String,
    _ value: ValueSource,
    _ type: VariableType,
    _ path: String,
    at place: SourceLine
  ) -> Variable {
    var variable = Variable(
      id: id("\(path)/\(name)"),
      name: name,
      type: type,
      valueByReference: true,
      description: nil,
      valueByValueAllowed: false,
      visible: false
    )
    if case .reference(let name, let place) = value {
      variable.value = reference(name, at: place)
    } else {
      composer.report(place, "expected a variable here, such as $name")
    }
    return variable
  }

  // MARK: conditions

  private mutating func expression(_ condition: ConditionSource) -> Expression {
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

  // MARK: calls

  private mutating func call(
    _ target: String,
    _ inputs: [StatementSource.Argument],
    _ outputs: [StatementSource.Receiver],
    at place: SourceLine,
    _ head: (String) -> Head
  ) -> FunctionCall? {
    guard let signature = composer.signature(of: target, at: place) else { return nil }
    var arguments: [Parameter] = []
    for input in inputs {
      guard let parameter = parameter(input.name, input.value, signature, target, at: input.line) else { continue }
      arguments.append(argument(parameter, input))
    }
    var receivers: [Parameter] = []
    for output in outputs {
      let known = signature.outputs
      guard
        let parameter = known.map({ $0.first { $0.name == output.name } })
          ?? CallSignature.Parameter(id: output.name, name: output.name, label: output.name, type: .object)
      else {
        composer.report(
          output.line,
          "\(target) has no output \"\(output.name)\"",
          hint: ModuleComposer.nearest(output.name, known?.map(\.name) ?? [])
        )
        continue
      }
      receivers.append(
        .variable(
          Variable(
            id: parameter.id,
            name: parameter.name,
            type: parameter.type,
            value: receiver(output),
            label: parameter.label,
            valueByValueAllowed: false,
            visible: false
          )
        )
      )
    }
    return FunctionCall(
      head("Call --> \(signature.target.name)"),
      interface: Interface(inputs: DescriptorList(arguments), outputs: DescriptorList(receivers)),
      target: signature.target
    )
  }

  private mutating func parameter(
    _ name: String,
    _ value: ValueSource,
    _ signature: CallSignature,
    _ target: String,
    at place: SourceLine
  ) -> CallSignature.Parameter? {
    guard let known = signature.inputs else {
      var parameter = CallSignature.Parameter(id: name, name: name, label: name, type: .object)
      if case .list = value { parameter.isMultiple = true }
      return parameter
    }
    if let found = known.first(where: { $0.name == name }) { return found }
    composer.report(
      place,
      "\(target) has no input \"\(name)\"",
      hint: ModuleComposer.nearest(name, known.map(\.name))
    )
    return nil
  }

  private mutating func argument(_ parameter: CallSignature.Parameter, _ input: StatementSource.Argument) -> Parameter {
    var variable = Variable(
      id: parameter.id,
      name: parameter.name,
      type: parameter.type,
      label: parameter.label,
      valueByReferenceAllowed: parameter.takesReference,
      valueByValueAllowed: parameter.takesLiteral,
      visible: false
    )
    if parameter.isMultiple {
      let values: [ValueSource] = if case .list(let list) = input.value { list } else { [input.value] }
      var items: [ListItem] = []
      for value in values {
        switch value {
        case .literal(let text): items.append(ListItem(text))
        case .reference(let name, let place): items.append(ListItem(reference(name, at: place), byReference: true))
        case .list: composer.report(input.line, "a list of lists cannot be written")
        }
      }
      return .multipleValue(MultipleValueVariable(variable, values: DescriptorList(items)))
    }
    switch input.value {
    case .literal(let text):
      if !parameter.takesLiteral { composer.report(input.line, "\(input.name) takes a variable, such as $name") }
      check(text, parameter, at: input.line)
      variable.value = text
    case .reference(let name, let place):
      if !parameter.takesReference { composer.report(input.line, "\(input.name) takes a fixed value, no variable") }
      variable.value = reference(name, at: place)
      variable.valueByReference = true
    case .list: composer.report(input.line, "\(input.name) takes one value")
    }
    return .variable(variable)
  }

  /// A literal that cannot become a value of the parameter's type would be null on the platform.
  private mutating func check(_ text: String, _ parameter: CallSignature.Parameter, at place: SourceLine) {
    guard !text.isEmpty else { return }
    if parameter.type == .number, Double(text) == nil {
      composer.report(place, "\(parameter.name) is a NUMBER, \"\(text)\" is none")
    } else if parameter.type == .boolean, text != "true", text != "false" {
      composer.report(place, "\(parameter.name) is a BOOLEAN, \"\(text)\" is neither true nor false")
    }
  }
}
