/// An element of an XML tree: a plain value.
public struct XMLElement: Hashable, Sendable {
  /// The name as written, with its prefix if it has one.
  public var name: String
  /// The attributes in the order of the text; namespace declarations first.
  public var attributes: [XMLAttribute]
  /// The content in order. White space that only indents elements is not kept.
  public var children: [XMLNode]
  /// Where the start tag begins.
  public var position: SourcePosition

  /// Makes an element.
  public init(
    _ name: String,
    attributes: [XMLAttribute] = [],
    children: [XMLNode] = [],
    position: SourcePosition = .none
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.position = position
  }

  /// The value of the first attribute of that name.
  public subscript(attribute: String) -> String? {
    for candidate in attributes where candidate.name == attribute { return candidate.value }
    return nil
  }

  /// The texts directly in this element, joined.
  public var text: String {
    if children.count == 1, case .text(let only) = children[0] { return only }
    var joined = ""
    for case .text(let part) in children { joined += part }
    return joined
  }

  /// The child elements in order.
  public var elements: some Sequence<XMLElement> {
    children.lazy.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first child element of that name.
  public func first(_ name: String) -> XMLElement? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }
}

/// One attribute, its value unescaped.
public struct XMLAttribute: Hashable, Sendable {
  /// The name as written, with its prefix if it has one.
  public var name: String
  /// The value after unescaping and white-space normalisation (XML 1.0, section 3.3.3).
  public var value: String

  /// Makes an attribute.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// One piece of an element's content.
public enum XMLNode: Hashable, Sendable {
  /// A child element.
  case element(XMLElement)
  /// Character data, unescaped. A CDATA section is read as text.
  case text(String)
  /// A comment, without its delimiters.
  case comment(String)
  /// A processing instruction.
  case instruction(target: String, data: String)
}
