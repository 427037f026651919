import ModuleDescriptors

/// Variables, and the functions that have them.
extension ModuleComposer {
  mutating func moduleVariable(_ variable: VariableSource) -> Variable {
    let value: String
    switch variable.value {
    case .text(let text): value = text
    case .list(let elements):
      value = derived("list", variable.name)
      resources.append(.list(ListResource(id: value, values: DescriptorList(elements.map { ListValue($0) }))))
    case .map(let entries):
      value = derived("map", variable.name)
      let list = entries.map { MapEntry(key: $0.key, value: $0.value) }
      resources.append(.map(MapResource(id: value, entries: DescriptorList(list))))
    case .timer(let timer):
      value = derived("timer of variable", variable.name)
      resources.append(.timer(resource(timer, id: value)))
    case .file(let name):
      value = files.first { $0.name == name }?.id ?? ""
      if value.isEmpty {
        report(variable.line, "there is no file resources/\(name)", hint: Self.nearest(name, files.map(\.name)))
      }
    }
    return Variable(
      id: variableIDs[variable.name],
      name: variable.name,
      type: VariableType(rawValue: variable.type),
      value: value,
      description: nil,
      accessRights: "Read",
      valueByReferenceAllowed: false
    )
  }

  func resource(_ timer: TimerSource, id: String) -> TimerResource {
    TimerResource(id: id, every: timer.every, TimerPeriod(rawValue: timer.period), startTime: timer.start)
  }

  private mutating func functionVariable(
    _ variable: VariableSource,
    of function: FunctionSource,
    isInput: Bool
  ) -> Parameter {
    var value = ""
    if case .text(let text) = variable.value {
      value = text
    } else {
      report(variable.line, "the default of \(function.name).\(variable.name) must be a text")
    }
    let type = VariableType(rawValue: variable.type)
    let takesLiteral = isInput && type.hasLiterals
    return .variable(
      Variable(
        id: id(of: variable, of: function, isInput: isInput),
        name: variable.name,
        type: type,
        value: value,
        valueByReference: !takesLiteral,
        description: variable.description,
        valueByValueAllowed: takesLiteral
      )
    )
  }

  // MARK: functions

  mutating func designerFunction(_ function: FunctionSource) -> Function {
    let inputs = function.inputs.map { functionVariable($0, of: function, isInput: true) }
    let outputs = function.outputs.map { functionVariable($0, of: function, isInput: false) }
    var scope = FunctionScope(module: variableIDs)
    for parameter in inputs + outputs { scope.declare(parameter.name, id: parameter.id ?? parameter.name) }
    var statements = StatementComposer(function: function.name, scope: scope, composer: self)
    let body = statements.compose(function.statements)
    problems = statements.composer.problems
    return Function(
      Head(
        id: id(of: function),
        name: function.name,
        createTime: source.created,
        description: function.description,
        disabled: function.disabled
      ),
      visibility: function.isPublic ? .public : .private,
      interface: Interface(inputs: DescriptorList(inputs), outputs: DescriptorList(outputs)),
      statements: DescriptorList(body)
    )
  }
}
