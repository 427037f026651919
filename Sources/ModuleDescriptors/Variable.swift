public import XMLTrees

/// A variable: a declaration, an argument, a receiver or an operand (package-format.md section 3.4).
public struct Variable: Hashable, Sendable {
  /// The identity; operands of expressions have none.
  public var id: String?
  /// The text beside it in the designer; outputs and module variables have none.
  public var label: String?
  /// The name.
  public var name: String
  /// The type.
  public var type: VariableType
  /// Whether `value` is the id or name of a variable in scope rather than a literal.
  public var valueByReference: Bool
  /// Whether the designer offers references.
  public var valueByReferenceAllowed: Bool
  /// Whether the designer offers literals.
  public var valueByValueAllowed: Bool
  /// Whether the designer shows it.
  public var visible: Bool
  /// Text for people; absent at module level.
  public var description: String?
  /// `Read` at module level, else absent.
  public var accessRights: String?
  /// The literal or the reference.
  public var value: String
  /// Place and unknown parts.
  public var extras = Extras()

  /// A variable; the defaults are those of a function's input.
  public init(
    id: String?,
    name: String,
    type: VariableType,
    value: String = "",
    valueByReference: Bool = false,
    label: String? = nil,
    description: String? = "",
    accessRights: String? = nil,
    valueByReferenceAllowed: Bool = true,
    valueByValueAllowed: Bool = true,
    visible: Bool = true
  ) {
    self.id = id
    self.label = label
    self.name = name
    self.type = type
    self.valueByReference = valueByReference
    self.valueByReferenceAllowed = valueByReferenceAllowed
    self.valueByValueAllowed = valueByValueAllowed
    self.visible = visible
    self.description = description
    self.accessRights = accessRights
    self.value = value
  }
}

extension Variable: ElementValue {
  init(blank: Blank) {
    self.init(
      id: nil,
      name: "",
      type: .blank,
      description: nil,
      valueByReferenceAllowed: false,
      valueByValueAllowed: false,
      visible: false
    )
  }

  mutating func map(_ fields: inout some FieldMapping) {
    mapAttributes(&fields)
    fields.text("description", &description)
    fields.text("accessRights", &accessRights)
    fields.text("value", &value)
  }

  /// The attributes, which all kinds of variable share.
  mutating func mapAttributes(_ fields: inout some FieldMapping) {
    fields.attribute("id", &id)
    fields.attribute("label", &label)
    fields.attribute("name", &name)
    fields.attribute("type", &type)
    fields.attribute("valueByReference", &valueByReference)
    fields.attribute("valueByReferenceAllowed", &valueByReferenceAllowed)
    fields.attribute("valueByValueAllowed", &valueByValueAllowed)
    fields.attribute("visible", &visible)
  }
}

/// A list argument built from literals and references (`multipleValueVariable`).
public struct MultipleValueVariable: Hashable, Sendable {
  /// What it shares with every variable; its `value` is empty.
  public var variable: Variable
  /// The parts of the list.
  public var values: DescriptorList<ListItem>
  /// Place and unknown parts.
  public var extras = Extras()

  /// A list argument.
  public init(_ variable: Variable, values: DescriptorList<ListItem>) {
    self.variable = variable
    self.values = values
  }
}

extension MultipleValueVariable: ElementValue {
  init(blank: Blank) { self.init(Variable(blank: blank), values: []) }

  mutating func map(_ fields: inout some FieldMapping) {
    variable.map(&fields)
    fields.element("values", &values)
  }
}

/// One part of a list argument.
public struct ListItem: Hashable, Sendable {
  /// The literal or the reference.
  public var value: String
  /// Which of the two.
  public var byReference: Bool
  /// Place and unknown parts.
  public var extras = Extras()

  /// A part of a list argument.
  public init(_ value: String, byReference: Bool = false) {
    self.value = value
    self.byReference = byReference
  }
}

extension ListItem: NamedElement {
  static let elementName = "item"
  init(blank: Blank) { self.init("") }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.text("value", &value)
    fields.text("byReference", &byReference)
  }
}

/// A variable whose value is computed: the condition of an `if2` (`expressedVariable`).
public struct ExpressedVariable: Hashable, Sendable {
  /// What it shares with every variable; its `value` is empty.
  public var variable: Variable
  /// The expression.
  public var expression: Expression?
  /// Place and unknown parts.
  public var extras = Extras()

  /// The condition of an `if2`.
  public init(_ variable: Variable, _ expression: Expression?) {
    self.variable = variable
    self.expression = expression
  }
}

extension ExpressedVariable: ElementValue {
  init(blank: Blank) { self.init(Variable(blank: blank), nil) }

  mutating func map(_ fields: inout some FieldMapping) {
    variable.map(&fields)
    fields.choice(&expression)
  }
}

/// Any member of `inputVars` or `outputVars`.
public indirect enum Parameter: Hashable, Sendable {
  /// `variable`.
  case variable(Variable)
  /// `multipleValueVariable`.
  case multipleValue(MultipleValueVariable)
  /// `expressedVariable`.
  case expressed(ExpressedVariable)
  /// Any other element; kept, reported.
  case unknown(XMLElement)

  /// What every kind of variable has; nil for an unknown element.
  public var variable: Variable? {
    switch self {
    case .variable(let variable): variable
    case .multipleValue(let multiple): multiple.variable
    case .expressed(let expressed): expressed.variable
    case .unknown: nil
    }
  }

  /// The variable's name; of an unknown element its `name` attribute, or nothing.
  public var name: String {
    if case .unknown(let element) = self { return element["name"] ?? "" }
    return variable?.name ?? ""
  }

  /// The variable's id, if it has one.
  public var id: String? {
    if case .unknown(let element) = self { return element["id"] }
    return variable?.id
  }

  /// Where it stood in the text.
  public var position: SourcePosition {
    switch self {
    case .variable(let variable): variable.extras.position
    case .multipleValue(let multiple): multiple.extras.position
    case .expressed(let expressed): expressed.extras.position
    case .unknown(let element): element.position
    }
  }
}

extension Parameter: ElementChoice {
  static func accepts(_ name: String) -> Bool { true }

  static func read(_ element: XMLElement, _ context: ReadingContext) -> Parameter {
    switch element.name {
    case "variable": return .variable(Variable(reading: element, context))
    case "multipleValueVariable": return .multipleValue(MultipleValueVariable(reading: element, context))
    case "expressedVariable": return .expressed(ExpressedVariable(reading: element, context))
    default:
      context.note(
        DescriptorRules.unknownElement,
        "unknown kind of variable <\(element.name)>; expected variable, multipleValueVariable or expressedVariable",
        of: element
      )
      return .unknown(element)
    }
  }

  func written() -> XMLElement {
    switch self {
    case .variable(let variable): variable.written(as: "variable")
    case .multipleValue(let multiple): multiple.written(as: "multipleValueVariable")
    case .expressed(let expressed): expressed.written(as: "expressedVariable")
    case .unknown(let element): element
    }
  }
}
