import ModuleDescriptors

/// Calls, and what is put into their inputs.
extension StatementComposer {
  mutating func call(
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
