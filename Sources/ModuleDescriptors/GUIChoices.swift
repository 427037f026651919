public import XMLTrees

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
