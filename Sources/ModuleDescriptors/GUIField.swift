public import XMLTrees

/// A field of a configuration page, bound to a module-level variable (package-format.md section 3.7).
public indirect enum GUIField: Hashable, Sendable {
  /// A kind that this tool knows.
  case known(GUIFieldDescriptor)
  /// Any other element; kept, reported.
  case unknown(XMLElement)

  /// The field, when its kind is known.
  public var descriptor: GUIFieldDescriptor? { if case .known(let field) = self { field } else { nil } }

  /// The id of the module-level variable it is bound to.
  public var variableID: String {
    switch self {
    case .known(let field): field.variableID
    case .unknown(let element): element["variableId"] ?? ""
    }
  }

  /// Where it stood in the text.
  public var position: SourcePosition {
    switch self {
    case .known(let field): field.extras.position
    case .unknown(let element): element.position
    }
  }
}

/// What a field is, with the parts that only its kind has.
public enum GUIFieldKind: Hashable, Sendable {
  /// `headline`.
  case headline
  /// Text with limited HTML.
  case infotext
  /// `textInput`.
  case textInput
  /// `passwordInput`.
  case passwordInput
  /// `numberInput`.
  case numberInput(validation: String)
  /// `checkbox`.
  case checkbox
  /// `textChoice`.
  case textChoice(GUIChoices)
  /// `numberChoice`.
  case numberChoice(GUIChoices)
  /// `userSelection`.
  case userSelection
  /// `groupSelection`.
  case groupSelection
  /// `timerSettingsInput`.
  case timerSettingsInput
  /// `DateTimeInput`.
  case dateTimeInput
  /// `uploadFileInput`.
  case uploadFileInput
  /// `textList`.
  case textList(GUIListParts)
  /// `numberList`.
  case numberList(GUIListParts)
  /// `keyValueMap`.
  case keyValueMap(GUIMapParts)

  /// The kind of an element of that name, its own parts blank.
  init?(elementName: String) {
    switch elementName {
    case "headline": self = .headline
    case "infotext": self = .infotext
    case "textInput": self = .textInput
    case "passwordInput": self = .passwordInput
    case "numberInput": self = .numberInput(validation: "")
    case "checkbox": self = .checkbox
    case "textChoice": self = .textChoice(GUIChoices([]))
    case "numberChoice": self = .numberChoice(GUIChoices([]))
    case "userSelection": self = .userSelection
    case "groupSelection": self = .groupSelection
    case "timerSettingsInput": self = .timerSettingsInput
    case "DateTimeInput": self = .dateTimeInput
    case "uploadFileInput": self = .uploadFileInput
    case "textList": self = .textList(GUIListParts())
    case "numberList": self = .numberList(GUIListParts())
    case "keyValueMap": self = .keyValueMap(GUIMapParts())
    default: return nil
    }
  }

  /// The element's name.
  public var elementName: String {
    switch self {
    case .headline: "headline"
    case .infotext: "infotext"
    case .textInput: "textInput"
    case .passwordInput: "passwordInput"
    case .numberInput: "numberInput"
    case .checkbox: "checkbox"
    case .textChoice: "textChoice"
    case .numberChoice: "numberChoice"
    case .userSelection: "userSelection"
    case .groupSelection: "groupSelection"
    case .timerSettingsInput: "timerSettingsInput"
    case .dateTimeInput: "DateTimeInput"
    case .uploadFileInput: "uploadFileInput"
    case .textList: "textList"
    case .numberList: "numberList"
    case .keyValueMap: "keyValueMap"
    }
  }

  /// Lists the parts that only this kind has.
  mutating func map(_ fields: inout some FieldMapping) {
    switch self {
    case .numberInput(var validation):
      fields.text("validationRegexp", &validation)
      self = .numberInput(validation: validation)
    case .textChoice(var choices):
      choices.map(&fields)
      self = .textChoice(choices)
    case .numberChoice(var choices):
      choices.map(&fields)
      self = .numberChoice(choices)
    case .textList(var parts):
      parts.map(&fields)
      self = .textList(parts)
    case .numberList(var parts):
      parts.map(&fields)
      self = .numberList(parts)
    case .keyValueMap(var parts):
      parts.map(&fields)
      self = .keyValueMap(parts)
    default: break
    }
  }
}

/// A field of a known kind.
public struct GUIFieldDescriptor: DescribedObject {
  /// The longest input, 0 for no limit; only input fields have it.
  public var maxLength: Int?
  /// The id of the module-level variable it is bound to.
  public var variableID: String
  /// The common head.
  public var head: Head
  /// The field's texts.
  public var texts: [LocalizedText]
  /// What it shows at first.
  public var defaultValue: String
  /// What it is.
  public var kind: GUIFieldKind
  /// Place and unknown parts.
  public var extras = Extras()

  /// A field.
  public init(
    _ kind: GUIFieldKind,
    _ head: Head,
    variableID: String,
    maxLength: Int? = nil,
    texts: [LocalizedText] = [],
    defaultValue: String = ""
  ) {
    self.maxLength = maxLength
    self.variableID = variableID
    self.head = head
    self.texts = texts
    self.defaultValue = defaultValue
    self.kind = kind
  }

  /// The text of that property, if the field has one.
  public func text(_ property: TextProperty) -> LocalizedText? { texts.first { $0.property == property } }
}

extension GUIFieldDescriptor: ElementValue {
  init(blank: Blank) { self.init(.headline, Head(), variableID: "") }

  /// Reads a field whose kind is known from its element's name.
  fileprivate init(_ kind: GUIFieldKind, _ element: XMLElement, _ context: ReadingContext) {
    self.init(kind, Head(), variableID: "")
    var reader = ElementReader(element, context)
    map(&reader)
    extras = reader.finish()
  }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.attribute("maxLength", &maxLength)
    fields.attribute("variableId", &variableID)
    head.map(&fields)
    fields.elements("resourceKeys", &texts)
    fields.text("defaultValue", &defaultValue)
    kind.map(&fields)
  }
}

extension GUIField: ElementChoice {
  static func accepts(_ name: String) -> Bool { true }

  static func read(_ element: XMLElement, _ context: ReadingContext) -> GUIField {
    guard let kind = GUIFieldKind(elementName: element.name) else {
      context.note(DescriptorRules.unknownElement, "unknown kind of field <\(element.name)>", of: element)
      return .unknown(element)
    }
    return .known(GUIFieldDescriptor(kind, element, context))
  }

  func written() -> XMLElement {
    switch self {
    case .known(let field): field.written(as: field.kind.elementName)
    case .unknown(let element): element
    }
  }
}

/// What a choice field offers.
public struct GUIChoices: Hashable, Sendable {
  /// The choices.
  public var choices: DescriptorList<GUIChoice>
  /// The index of the one that is chosen at first.
  public var defaultSelection: Int

  /// Choices.
  public init(_ choices: DescriptorList<GUIChoice>, defaultSelection: Int = 0) {
    self.choices = choices
    self.defaultSelection = defaultSelection
  }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.element("choices", &choices)
    fields.text("defaultSelection", &defaultSelection)
  }
}

/// One choice (`choice`).
public struct GUIChoice: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The text.
  public var text: String
  /// Place and unknown parts.
  public var extras = Extras()

  /// A choice.
  public init(_ text: String) { self.text = text }
  /// A choice.
  public init(stringLiteral value: String) { text = value }
}

extension GUIChoice: NamedElement {
  static let elementName = "choice"
  init(blank: Blank) { self.init("") }
  mutating func map(_ fields: inout some FieldMapping) { fields.content(&text) }
}

/// The parts of a list field.
public struct GUIListParts: Hashable, Sendable {
  /// The `elements` elements as they stood: what the platform writes in them was never seen.
  public var elements: [XMLElement]
  /// The list's name.
  public var listName: String?

  /// Parts of a list field.
  public init(elements: [XMLElement] = [], listName: String? = nil) {
    self.elements = elements
    self.listName = listName
  }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.raw("elements", &elements)
    fields.text("listName", &listName)
  }
}

/// The parts of a map field.
public struct GUIMapParts: Hashable, Sendable {
  /// The `entries` elements as they stood: what the platform writes in them was never seen.
  public var entries: [XMLElement]
  /// The heading of the keys.
  public var keyName: String?
  /// The type of the keys.
  public var keyType: String?
  /// The heading of the values.
  public var valueName: String?
  /// The type of the values.
  public var valueType: String?

  /// Parts of a map field.
  public init(
    entries: [XMLElement] = [],
    keyName: String? = nil,
    keyType: String? = nil,
    valueName: String? = nil,
    valueType: String? = nil
  ) {
    self.entries = entries
    self.keyName = keyName
    self.keyType = keyType
    self.valueName = valueName
    self.valueType = valueType
  }

  mutating func map(_ fields: inout some FieldMapping) {
    fields.raw("entries", &entries)
    fields.text("keyName", &keyName)
    fields.text("keyType", &keyType)
    fields.text("valueName", &valueName)
    fields.text("valueType", &valueType)
  }
}
