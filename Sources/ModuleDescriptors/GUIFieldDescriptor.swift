import XMLTrees

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
  init(_ kind: GUIFieldKind, _ element: XMLElement, _ context: ReadingContext) {
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
