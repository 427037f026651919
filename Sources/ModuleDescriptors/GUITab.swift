/// A configuration page (`inputGUITabs`; package-format.md section 3.7).
public struct GUITab: DescribedObject {
  /// The common head.
  public var head: Head
  /// The page's own texts.
  public var texts: [LocalizedText]
  /// The fields once more, as about half of the packages have them.
  public var children: DescriptorList<GUIField>?
  /// The fields.
  public var fields: DescriptorList<GUIField>
  /// Place and unknown parts.
  public var extras = Extras()

  /// A page.
  public init(_ head: Head, texts: [LocalizedText] = [], fields: DescriptorList<GUIField>) {
    self.head = head
    self.texts = texts
    self.fields = fields
  }
}

extension GUITab: ElementValue {
  init(blank: Blank) { self.init(Head(), fields: []) }

  mutating func map(_ fields: inout some FieldMapping) {
    head.map(&fields)
    fields.elements("resourceKeys", &texts)
    fields.element("children", &children)
    fields.element("GUIDescriptors", &self.fields)
  }
}
