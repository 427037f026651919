public import XMLTrees

/// A call of a function; inputs are its arguments, outputs say which variables receive its results.
public struct FunctionCall: ExecutableObject {
  /// The common head.
  public var head: Head
  /// Variables and resources.
  public var interface: Interface
  /// The function called.
  public var target: Target
  /// Place and unknown parts.
  public var extras = Extras()

  /// A call.
  public init(_ head: Head, interface: Interface = Interface(), target: Target) {
    self.head = head
    self.interface = interface
    self.target = target
  }
}

extension FunctionCall: ElementValue {
  init(blank: Blank) { self.init(Head(), target: Target(blank: blank)) }

  mutating func map(_ fields: inout some FieldMapping) {
    head.map(&fields)
    interface.map(&fields)
    fields.element("target", &target)
  }
}

/// A statement that holds statements: `if2`, `else`, `switch`, `case`, `forEachInList`, `forEachInMap`.
public struct BlockStatement: ExecutableObject {
  /// The common head.
  public var head: Head
  /// Variables and resources.
  public var interface: Interface
  /// The statements inside.
  public var statements: DescriptorList<Statement>
  /// Place and unknown parts.
  public var extras = Extras()

  /// A block.
  public init(_ head: Head, interface: Interface = Interface(), statements: DescriptorList<Statement> = []) {
    self.head = head
    self.interface = interface
    self.statements = statements
  }

  /// The condition of an `if2`.
  public var condition: Expression? {
    for case .expressed(let expressed) in interface.inputs { return expressed.expression }
    return nil
  }

  /// The input of that name: `condition` of a switch or case, `list` or `map` of a loop.
  public func input(_ name: String) -> Variable? {
    interface.inputs.first { $0.name == name }?.variable
  }
}

extension BlockStatement: ElementValue {
  init(blank: Blank) { self.init(Head()) }

  mutating func map(_ fields: inout some FieldMapping) {
    head.map(&fields)
    interface.map(&fields)
    fields.element("children", &statements)
  }
}

/// The declaration of a local variable (`typedVarDef`), referred to by `variableName` or by its id.
public struct VariableDefinition: ExecutableObject {
  /// The variable's type.
  public var type: VariableType
  /// The variable's name.
  public var variableName: String
  /// The common head.
  public var head: Head
  /// Variables and resources.
  public var interface: Interface
  /// The value it begins with.
  public var defaultValue: String
  /// Place and unknown parts.
  public var extras = Extras()

  /// A declaration.
  public init(
    _ head: Head,
    type: VariableType,
    variableName: String,
    interface: Interface = Interface(),
    defaultValue: String = ""
  ) {
    self.type = type
    self.variableName = variableName
    self.head = head
    self.interface = interface
    self.defaultValue = defaultValue
  }
}

extension VariableDefinition: ElementValue {
  init(blank: Blank) { self.init(Head(), type: .blank, variableName: "") }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("type", &type)
    fields.attribute("variableName", &variableName)
    head.map(&fields)
    interface.map(&fields)
    fields.text("defaultValue", &defaultValue)
  }
}

/// A statement with nothing of its own: `varAssign`, `return`, `exit`.
public struct SimpleStatement: ExecutableObject {
  /// The common head.
  public var head: Head
  /// Variables and resources.
  public var interface: Interface
  /// Place and unknown parts.
  public var extras = Extras()

  /// A statement.
  public init(_ head: Head, interface: Interface = Interface()) {
    self.head = head
    self.interface = interface
  }

  /// The value that a `varAssign` copies.
  public var value: Variable? { interface.inputs.first { $0.name == "value" }?.variable }
  /// The reference to the variable that a `varAssign` copies to.
  public var target: Variable? { interface.outputs.first { $0.name == "target" }?.variable }
}

extension SimpleStatement: ElementValue {
  init(blank: Blank) { self.init(Head()) }

  mutating func map(_ fields: inout some FieldMapping) {
    head.map(&fields)
    interface.map(&fields)
  }
}

/// A note for people (`commentStatement`).
public struct CommentStatement: ExecutableObject {
  /// The common head.
  public var head: Head
  /// Variables and resources.
  public var interface: Interface
  /// The note.
  public var comment: String
  /// Place and unknown parts.
  public var extras = Extras()

  /// A note.
  public init(_ head: Head, interface: Interface = Interface(), comment: String) {
    self.head = head
    self.interface = interface
    self.comment = comment
  }
}

extension CommentStatement: ElementValue {
  init(blank: Blank) { self.init(Head(), comment: "") }

  mutating func map(_ fields: inout some FieldMapping) {
    head.map(&fields)
    interface.map(&fields)
    fields.text("comment", &comment)
  }
}

/// A statement of a kind that this tool does not know, as it stood.
public struct UnknownStatement: Hashable, Sendable {
  /// The whole element.
  public var element: XMLElement

  /// Wraps an element.
  public init(_ element: XMLElement) { self.element = element }

  /// What can be said of it without knowing its kind.
  public var head: Head {
    Head(
      id: element["id"] ?? "",
      name: element["name"] ?? "",
      description: element.first("description")?.text ?? "",
      disabled: element.first("disabled")?.text == "true"
    )
  }
}
