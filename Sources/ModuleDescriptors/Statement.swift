public import XMLTrees

/// A statement of a designer function (package-format.md section 3.3).
public indirect enum Statement: Hashable, Sendable {
  /// `functionCall`: calls a function.
  case functionCall(FunctionCall)
  /// `if2`: runs its statements when its condition holds.
  case `if`(BlockStatement)
  /// `else`: runs its statements when the condition of the `if2` before it does not hold.
  case `else`(BlockStatement)
  /// `switch`: runs the first of its cases that equals its condition.
  case `switch`(BlockStatement)
  /// `case`: one case of a switch; breaks by itself.
  case `case`(BlockStatement)
  /// `forEachInList`: runs its statements for each entry of a list.
  case forEachInList(BlockStatement)
  /// `forEachInMap`: runs its statements for each entry of a map.
  case forEachInMap(BlockStatement)
  /// `typedVarDef`: declares a local variable.
  case variableDefinition(VariableDefinition)
  /// `varAssign`: copies a value to a variable.
  case assignment(SimpleStatement)
  /// `return`: leaves the function.
  case `return`(SimpleStatement)
  /// `exit`: ends the module execution.
  case exit(SimpleStatement)
  /// `commentStatement`: has no effect.
  case comment(CommentStatement)
  /// Any other element; kept, reported, fails by name when it is run.
  case unknown(UnknownStatement)

  /// The element's name (`if2`).
  public var elementName: String {
    switch self {
    case .functionCall: "functionCall"
    case .if: "if2"
    case .else: "else"
    case .switch: "switch"
    case .case: "case"
    case .forEachInList: "forEachInList"
    case .forEachInMap: "forEachInMap"
    case .variableDefinition: "typedVarDef"
    case .assignment: "varAssign"
    case .return: "return"
    case .exit: "exit"
    case .comment: "commentStatement"
    case .unknown(let unknown): unknown.element.name
    }
  }

  /// The statement as the executable object that all known kinds are.
  public var executable: (any ExecutableObject)? {
    switch self {
    case .functionCall(let call): call
    case .if(let block), .else(let block), .switch(let block), .case(let block), .forEachInList(let block),
      .forEachInMap(let block):
      block
    case .variableDefinition(let definition): definition
    case .assignment(let simple), .return(let simple), .exit(let simple): simple
    case .comment(let comment): comment
    case .unknown: nil
    }
  }

  /// The common head; of an unknown statement what its attributes say.
  public var head: Head {
    switch self {
    case .functionCall(let call): call.head
    case .if(let block), .else(let block), .switch(let block), .case(let block), .forEachInList(let block),
      .forEachInMap(let block):
      block.head
    case .variableDefinition(let definition): definition.head
    case .assignment(let simple), .return(let simple), .exit(let simple): simple.head
    case .comment(let comment): comment.head
    case .unknown(let unknown): unknown.head
    }
  }

  /// Variables and resources; empty for an unknown statement.
  public var interface: Interface {
    switch self {
    case .functionCall(let call): call.interface
    case .if(let block), .else(let block), .switch(let block), .case(let block), .forEachInList(let block),
      .forEachInMap(let block):
      block.interface
    case .variableDefinition(let definition): definition.interface
    case .assignment(let simple), .return(let simple), .exit(let simple): simple.interface
    case .comment(let comment): comment.interface
    case .unknown: Interface()
    }
  }

  /// The identity.
  public var id: String { head.id }
  /// The name that people see.
  public var name: String { head.name }
  /// Whether it is skipped.
  public var disabled: Bool { head.disabled }
  /// Input variables.
  public var inputs: DescriptorList<Parameter> { interface.inputs }
  /// Output variables.
  public var outputs: DescriptorList<Parameter> { interface.outputs }

  /// The statements inside; empty for kinds that hold none.
  public var statements: DescriptorList<Statement> {
    switch self {
    case .if(let block), .else(let block), .switch(let block), .case(let block), .forEachInList(let block),
      .forEachInMap(let block):
      block.statements
    default: []
    }
  }

  /// Where it stood in the text.
  public var position: SourcePosition {
    switch self {
    case .functionCall(let call): call.extras.position
    case .if(let block), .else(let block), .switch(let block), .case(let block), .forEachInList(let block),
      .forEachInMap(let block):
      block.extras.position
    case .variableDefinition(let definition): definition.extras.position
    case .assignment(let simple), .return(let simple), .exit(let simple): simple.extras.position
    case .comment(let comment): comment.extras.position
    case .unknown(let unknown): unknown.element.position
    }
  }

  /// How a path names it: its kind, and for calls the function called (`functionCall Log`).
  public var label: String {
    switch self {
    case .functionCall(let call): "functionCall \(call.target.name)"
    case .variableDefinition(let definition): "typedVarDef \(definition.variableName)"
    default: elementName
    }
  }
}

extension Statement: ElementChoice {
  static func accepts(_ name: String) -> Bool { true }

  static func read(_ element: XMLElement, _ context: ReadingContext) -> Statement {
    context.inside(statement: label(of: element)) { make(element, context) }
  }

  private static func make(_ element: XMLElement, _ context: ReadingContext) -> Statement {
    switch element.name {
    case "functionCall": return .functionCall(FunctionCall(reading: element, context))
    case "if2": return .if(BlockStatement(reading: element, context))
    case "else": return .else(BlockStatement(reading: element, context))
    case "switch": return .switch(BlockStatement(reading: element, context))
    case "case": return .case(BlockStatement(reading: element, context))
    case "forEachInList": return .forEachInList(BlockStatement(reading: element, context))
    case "forEachInMap": return .forEachInMap(BlockStatement(reading: element, context))
    case "typedVarDef": return .variableDefinition(VariableDefinition(reading: element, context))
    case "varAssign": return .assignment(SimpleStatement(reading: element, context))
    case "return": return .return(SimpleStatement(reading: element, context))
    case "exit": return .exit(SimpleStatement(reading: element, context))
    case "commentStatement": return .comment(CommentStatement(reading: element, context))
    default:
      context.note(DescriptorRules.unknownElement, "unknown kind of statement <\(element.name)>", of: element)
      return .unknown(UnknownStatement(element))
    }
  }

  /// The label before the statement is read, the same as `label` after.
  private static func label(of element: XMLElement) -> String {
    switch element.name {
    case "functionCall": "functionCall \(element.first("target")?["targetName"] ?? "")"
    case "typedVarDef": "typedVarDef \(element["variableName"] ?? "")"
    default: element.name
    }
  }

  func written() -> XMLElement {
    switch self {
    case .functionCall(let call): call.written(as: elementName)
    case .if(let block), .else(let block), .switch(let block), .case(let block), .forEachInList(let block),
      .forEachInMap(let block):
      block.written(as: elementName)
    case .variableDefinition(let definition): definition.written(as: elementName)
    case .assignment(let simple), .return(let simple), .exit(let simple): simple.written(as: elementName)
    case .comment(let comment): comment.written(as: elementName)
    case .unknown(let unknown): unknown.element
    }
  }
}
