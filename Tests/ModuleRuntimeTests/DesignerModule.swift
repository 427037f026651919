import ModuleDescriptors

@testable import ModuleRuntime

/// Short words for making descriptors in tests: what a designer would click together.
enum Designer {
  static let moduleID = "11111111-2222-3333-4444-555555555555"

  /// A literal or a reference.
  enum Argument: Equatable {
    case lit(String)
    case ref(String)

    var text: String {
      switch self {
      case .lit(let text), .ref(let text): text
      }
    }
    var isReference: Bool { if case .ref = self { true } else { false } }
  }

  static func module(
    id: String = moduleID,
    name: String = "Sample",
    variables: [Variable] = [],
    resources: [Resource] = [],
    functions: [Function],
    entryPoints: [EntryPoint] = [],
    version: Int = 3
  ) -> ModuleDescriptor {
    ModuleDescriptor(
      Head(id: id, name: name, specVersion: 5, vendor: "Test", version: version),
      lastChangedTime: 1,
      noLicenseID: "",
      writeHash: "",
      createdWith: "STARFACE 10.0.0.4",
      interface: Interface(
        inputs: DescriptorList(variables.map { .variable($0) }),
        resources: DescriptorList(resources)
      ),
      functions: DescriptorList(functions),
      entryPoints: DescriptorList(entryPoints)
    )
  }

  static func variable(_ name: String, _ type: VariableType, _ value: String = "", id: String? = nil) -> Variable {
    Variable(id: id ?? "id-\(name)", name: name, type: type, value: value)
  }

  static func function(
    _ name: String,
    inputs: [Variable] = [],
    outputs: [Variable] = [],
    visibility: Visibility = .private,
    _ statements: [Statement]
  ) -> Function {
    Function(
      Head(id: "f-\(name)", name: name),
      visibility: visibility,
      interface: Interface(
        inputs: DescriptorList(inputs.map { .variable($0) }),
        outputs: DescriptorList(outputs.map { .variable($0) })
      ),
      statements: DescriptorList(statements)
    )
  }

  static func java(_ name: String, inputs: [Variable] = [], outputs: [Variable] = []) -> Function {
    Function.java(
      simpleName: name,
      interface: Interface(
        inputs: DescriptorList(inputs.map { .variable($0) }),
        outputs: DescriptorList(outputs.map { .variable($0) })
      ),
      createTime: 0,
      implementationFile: "\(name).class"
    )
  }

  static func stage(_ stage: LifeCycleStage, _ function: String) -> EntryPoint {
    .lifeCycle(
      LifeCycleEntryPoint(id: "e-\(stage.rawValue)", name: stage.rawValue, function: target(function), stage: stage)
    )
  }

  static func timer(_ name: String, _ function: String, timer: String, variable: String? = nil) -> EntryPoint {
    .timer(
      TimerEntryPoint(
        id: "e-\(name)",
        name: name,
        function: target(function),
        timerID: timer,
        variableID: variable
      )
    )
  }

  static func rpc(_ name: String, _ function: String) -> EntryPoint {
    .rpc(RPCEntryPoint(id: "e-\(name)", name: name, function: target(function)))
  }

  static func target(_ function: String, module: String = moduleID) -> Target {
    Target(domainID: module, id: "f-\(function)", name: function)
  }

  // MARK: Statements

  static func head(_ name: String, _ disabled: Bool = false) -> Head {
    Head(id: "s-\(name)", name: name, disabled: disabled)
  }

  static func call(
    _ domain: String,
    _ id: String,
    _ inputs: [(String, VariableType, Argument)] = [],
    lists: [(String, VariableType, [Argument])] = [],
    out: [(String, String)] = [],
    disabled: Bool = false
  ) -> Statement {
    let parameters =
      inputs.map { name, type, value in
        Parameter.variable(
          Variable(id: name, name: name, type: type, value: value.text, valueByReference: value.isReference)
        )
      }
      + lists.map { name, type, items in
        .multipleValue(
          MultipleValueVariable(
            Variable(id: name, name: name, type: type),
            values: DescriptorList(items.map { ListItem($0.text, byReference: $0.isReference) })
          )
        )
      }
    return .functionCall(
      FunctionCall(
        head("call-\(id)", disabled),
        interface: Interface(
          inputs: DescriptorList(parameters),
          outputs: DescriptorList(
            out.map { .variable(Variable(id: $0.0, name: $0.0, type: .object, value: $0.1)) }
          )
        ),
        target: Target(domainID: domain, id: id, name: id)
      )
    )
  }

  static func invoke(
    _ function: String,
    _ inputs: [(String, Argument)] = [],
    out: [(String, String)] = [],
    module: String = moduleID
  ) -> Statement {
    .functionCall(
      FunctionCall(
        head("invoke-\(function)"),
        interface: Interface(
          inputs: DescriptorList(
            inputs.map { name, value in
              .variable(
                Variable(
                  id: "id-\(name)",
                  name: name,
                  type: .object,
                  value: value.text,
                  valueByReference: value.isReference
                )
              )
            }
          ),
          outputs: DescriptorList(
            out.map { .variable(Variable(id: "id-\($0.0)", name: $0.0, type: .object, value: $0.1)) }
          )
        ),
        target: target(function, module: module)
      )
    )
  }

  static func callJava(_ function: String, _ inputs: [(String, Argument)] = [], out: [(String, String)] = [])
    -> Statement
  {
    .functionCall(
      FunctionCall(
        Head(id: "s-java", name: "Call --> \(function)"),
        interface: Interface(
          inputs: DescriptorList(
            inputs.map { name, value in
              .variable(
                Variable(
                  id: "id-\(name)",
                  name: name,
                  type: .object,
                  value: value.text,
                  valueByReference: value.isReference
                )
              )
            }
          ),
          outputs: DescriptorList(
            out.map { .variable(Variable(id: "id-\($0.0)", name: $0.0, type: .object, value: $0.1)) }
          )
        ),
        target: Target(domainID: moduleID, id: function, name: function)
      )
    )
  }

  static func log(_ items: Argument..., level: String = "INFO") -> Statement {
    call(
      "starface.system",
      "Log2",
      [("logLevel", .string, .lit(level))],
      lists: [("messages", .object, items)]
    )
  }

  static func declare(_ name: String, _ type: VariableType, _ value: String = "", disabled: Bool = false) -> Statement {
    .variableDefinition(
      VariableDefinition(
        Head(id: "local-\(name)", name: "variable definition", disabled: disabled),
        type: type,
        variableName: name,
        defaultValue: value
      )
    )
  }

  static func assign(_ target: String, _ value: Argument, disabled: Bool = false) -> Statement {
    .assignment(
      SimpleStatement(
        head("assign", disabled),
        interface: Interface(
          inputs: [
            .variable(
              Variable(
                id: "v",
                name: "value",
                type: .object,
                value: value.text,
                valueByReference: value.isReference
              )
            )
          ],
          outputs: [.variable(Variable(id: "t", name: "target", type: .object, value: target))]
        )
      )
    )
  }

  static func when(_ condition: Expression, disabled: Bool = false, _ statements: [Statement]) -> Statement {
    .if(
      BlockStatement(
        head("if", disabled),
        interface: Interface(inputs: [
          .expressed(ExpressedVariable(Variable(id: nil, name: "condition", type: .boolean), condition))
        ]),
        statements: DescriptorList(statements)
      )
    )
  }

  static func otherwise(_ statements: [Statement], disabled: Bool = false) -> Statement {
    .else(BlockStatement(head("else", disabled), statements: DescriptorList(statements)))
  }

  static func choose(_ variable: String, _ cases: [(String, [Statement])]) -> Statement {
    .switch(
      BlockStatement(
        head("switch"),
        interface: Interface(inputs: [
          .variable(Variable(id: "c", name: "condition", type: .object, value: variable, valueByReference: true))
        ]),
        statements: DescriptorList(
          cases.map { literal, statements in
            .case(
              BlockStatement(
                head("case"),
                interface: Interface(inputs: [
                  .variable(Variable(id: "c", name: "condition", type: .object, value: literal))
                ]),
                statements: DescriptorList(statements)
              )
            )
          }
        )
      )
    )
  }

  static func forEach(inList list: String, _ statements: [Statement]) -> Statement {
    .forEachInList(loop("list", list, statements))
  }

  static func forEach(inMap map: String, _ statements: [Statement]) -> Statement {
    .forEachInMap(loop("map", map, statements))
  }

  private static func loop(_ name: String, _ reference: String, _ statements: [Statement]) -> BlockStatement {
    BlockStatement(
      head("loop"),
      interface: Interface(inputs: [
        .variable(Variable(id: "l", name: name, type: .object, value: reference, valueByReference: true))
      ]),
      statements: DescriptorList(statements)
    )
  }

  static let leave = Statement.return(SimpleStatement(head("return")))
  static let exit = Statement.exit(SimpleStatement(head("exit")))
  static let comment = Statement.comment(CommentStatement(head("comment", true), comment: "a note"))

  // MARK: Expressions

  static func operand(_ value: Argument, _ type: VariableType = .object) -> Variable {
    Variable(id: nil, name: "operand", type: type, value: value.text, valueByReference: value.isReference)
  }

  static func test(_ kind: ExpressionKind, _ operands: Argument...) -> Expression {
    .test(TestExpression(kind, operands.map { operand($0) }))
  }

  static func all(_ expressions: Expression...) -> Expression { .nested(NestedExpression(.and, expressions)) }
  static func any(_ expressions: Expression...) -> Expression { .nested(NestedExpression(.or, expressions)) }

  // MARK: Running

  /// Runs one function as `InstanceActivated` and gives what the log says, without timestamps.
  static func run(
    variables: [Variable] = [],
    resources: [Resource] = [],
    level: LogLevel = .info,
    functions: [Function] = [],
    configuration: RuntimeConfiguration = RuntimeConfiguration(),
    _ statements: [Statement]
  ) async throws -> [String] {
    let module = module(
      variables: variables,
      resources: resources,
      functions: [function("main", statements)] + functions,
      entryPoints: [stage(.instanceActivated, "main")]
    )
    let runtime = ModuleRuntime(configuration: configuration)
    try await runtime.importModule(module)
    let id = try await runtime.createInstance(of: moduleID, name: "I", logLevel: level)
    try await runtime.activate(id)
    return await runtime.log(of: id).map { "\($0.level.name) \($0.message)" }
  }
}
