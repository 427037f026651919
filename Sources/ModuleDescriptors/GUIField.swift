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
