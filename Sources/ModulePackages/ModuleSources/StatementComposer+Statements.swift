import ModuleDescriptors

/// One statement after the other.
extension StatementComposer {
  mutating func block(_ statements: [StatementSource], path: String) -> [Statement] {
    var list: [Statement] = []
    for (index, statement) in statements.enumerated() { list += compose(statement, path: "\(path)/\(index)") }
    return list
  }

  mutating func compose(_ statement: StatementSource, path: String) -> [Statement] {
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

  mutating func branch(
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
}
