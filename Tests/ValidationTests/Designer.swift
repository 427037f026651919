import ModuleDescriptors

/// Short words for what a designer clicks together.
enum Designer {
  /// A literal or a reference.
  enum Argument: Sendable {
    case lit(String)
    case ref(String)

    var text: String {
      switch self {
      case .lit(let text), .ref(let text): text
      }
    }
    var isReference: Bool { if case .ref = self { true } else { false } }
  }

  static func head(_ name: String, disabled: Bool = false) -> Head {
    Head(id: "\(name)-id", name: name, disabled: disabled)
  }

  static func variable(_ name: String, _ type: VariableType, _ value: String = "") -> Variable {
    Variable(id: "\(name)-id", name: name, type: type, value: value, label: name)
  }

  static func argument(_ name: String, _ argument: Argument, _ type: VariableType = .string) -> Variable {
    Variable(
      id: name,
      name: name,
      type: type,
      value: argument.text,
      valueByReference: argument.isReference,
      label: name
    )
  }

  static func operand(_ operand: Argument) -> Variable {
    Variable(
      id: nil,
      name: "operand",
      type: .object,
      value: operand.text,
      valueByReference: operand.isReference,
      description: nil
    )
  }

  static func target(_ function: String) -> Target {
    Target(domainID: SampleModule.id, id: "\(function)-id", name: function)
  }

  static func function(
    _ name: String,
    inputs: [Variable] = [],
    outputs: [Variable] = [],
    visibility: Visibility = .private,
    _ statements: [Statement]
  ) -> Function {
    Function(
      head(name),
      visibility: visibility,
      interface: Interface(
        inputs: DescriptorList(inputs.map { .variable($0) }),
        outputs: DescriptorList(outputs.map { .variable($0) })
      ),
      statements: DescriptorList(statements)
    )
  }

  static func stage(_ stage: LifeCycleStage, _ function: String) -> EntryPoint {
    .lifeCycle(
      LifeCycleEntryPoint(id: "\(stage)-id", name: "\(stage)", function: target(function), stage: stage)
    )
  }

  static func timer(_ name: String, _ function: String, timer: String, variable: String? = nil) -> EntryPoint {
    .timer(
      TimerEntryPoint(id: "\(name)-id", name: name, function: target(function), timerID: timer, variableID: variable)
    )
  }

  static func rpc(_ name: String, _ function: String) -> EntryPoint {
    .rpc(RPCEntryPoint(id: "\(name)-rpc", name: name, function: target(function)))
  }
}

// MARK: Statements

extension Designer {
  static func comment(_ text: String) -> Statement { .comment(CommentStatement(head("comment"), comment: text)) }

  static func define(_ name: String, _ type: VariableType, _ value: String = "") -> Statement {
    .variableDefinition(
      VariableDefinition(Head(id: "\(name)-local", name: name), type: type, variableName: name, defaultValue: value)
    )
  }

  static func assign(_ target: String, _ value: Argument) -> Statement {
    .assignment(
      SimpleStatement(
        head("assign"),
        interface: Interface(
          inputs: [.variable(argument("value", value, .object))],
          outputs: [.variable(argument("target", .ref(target), .object))]
        )
      )
    )
  }

  static func call(
    _ domain: String,
    _ id: String,
    _ inputs: KeyValuePairs<String, Argument> = [:],
    lists: [(String, [Argument])] = [],
    _ outputs: KeyValuePairs<String, String> = [:],
    name: String? = nil
  ) -> Statement {
    let lists = lists.map { name, items in
      Parameter.multipleValue(
        MultipleValueVariable(
          argument(name, .lit("")),
          values: DescriptorList(items.map { ListItem($0.text, byReference: $0.isReference) })
        )
      )
    }
    return .functionCall(
      FunctionCall(
        head("call"),
        interface: Interface(
          inputs: DescriptorList(inputs.map { .variable(argument($0, $1)) } + lists),
          outputs: DescriptorList(outputs.map { .variable(argument($0, .lit($1))) })
        ),
        target: Target(domainID: domain, id: id, name: name ?? id)
      )
    )
  }

  static func log(_ message: Argument) -> Statement {
    call("starface.system", "Log2", ["logLevel": .lit("INFO")], lists: [("messages", [message])], name: "Log")
  }

  static func `if`(_ condition: Expression?, _ body: [Statement]) -> Statement {
    let variable = Variable(id: nil, name: "condition", type: .boolean, description: nil)
    return .if(
      BlockStatement(
        head("if"),
        interface: Interface(inputs: [.expressed(ExpressedVariable(variable, condition))]),
        statements: DescriptorList(body)
      )
    )
  }

  static func `else`(_ body: [Statement]) -> Statement {
    .else(BlockStatement(head("else"), statements: DescriptorList(body)))
  }

  static func `switch`(_ condition: Argument, _ cases: KeyValuePairs<String, [Statement]>) -> Statement {
    .switch(block("switch", "condition", condition, cases.map { `case`(.lit($0), $1) }))
  }

  static func `case`(_ value: Argument, _ body: [Statement]) -> Statement {
    .case(block("case", "condition", value, body))
  }

  static func forEach(list: Argument, _ body: [Statement]) -> Statement {
    .forEachInList(block("loop", "list", list, body))
  }

  static func forEach(map: Argument, _ body: [Statement]) -> Statement {
    .forEachInMap(block("loop", "map", map, body))
  }

  static func block(_ name: String, _ input: String, _ value: Argument, _ body: [Statement]) -> BlockStatement {
    BlockStatement(
      head(name),
      interface: Interface(inputs: [.variable(argument(input, value, .object))]),
      statements: DescriptorList(body)
    )
  }
}

// MARK: Pages

extension Designer {
  static func text(_ key: String, _ property: TextProperty, _ english: String?, _ german: String?) -> LocalizedText {
    LocalizedText(key: key, property: property, translations: [Translation("de", german), Translation("en", english)])
  }

  static func field(_ kind: GUIFieldKind, _ name: String, _ variable: String) -> GUIFieldDescriptor {
    GUIFieldDescriptor(
      kind,
      Head(id: "\(name)-field", name: name),
      variableID: variable,
      texts: [text("inputguitab.\(kind.elementName).name{\(name)-field}", .name, name, name)]
    )
  }
}
