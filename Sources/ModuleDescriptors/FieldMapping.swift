internal import XMLTrees

/// The one description of an element's parts, in the order in which the appliance writes them.
///
/// A type lists its parts once; a reader fills them from an element, a writer makes an element from them.
protocol FieldMapping {
  /// An attribute that the appliance always writes.
  mutating func attribute<Value: TextValue>(_ name: String, _ value: inout Value)
  /// An attribute that may be absent.
  mutating func attribute<Value: TextValue>(_ name: String, _ value: inout Value?)
  /// A text element that is always there.
  mutating func text<Value: TextValue>(_ name: String, _ value: inout Value)
  /// A text element that may be absent.
  mutating func text<Value: TextValue>(_ name: String, _ value: inout Value?)
  /// A child element that is always there.
  mutating func element<Value: ElementValue>(_ name: String, _ value: inout Value)
  /// A child element that may be absent.
  mutating func element<Value: ElementValue>(_ name: String, _ value: inout Value?)
  /// A child element that may be repeated, side by side.
  mutating func elements<Value: ElementValue>(_ name: String, _ values: inout [Value])
  /// A child that may be one of several elements, or absent.
  mutating func choice<Value: ElementChoice>(_ value: inout Value?)
  /// Child elements of that name, as they are, wherever they stand.
  mutating func raw(_ name: String, _ values: inout [XMLElement])
  /// Children that may each be one of several elements, side by side.
  mutating func choices<Value: ElementChoice>(_ values: inout [Value])
  /// All children of a list: a sequence of elements that may be of several kinds.
  mutating func list<Value: ElementChoice>(_ values: inout [Value])
  /// The element's own text.
  mutating func content(_ text: inout String)
}

/// A type that is one element, whatever its name.
protocol ElementValue: Sendable, Equatable {
  /// What the typed parts cannot say.
  var extras: Extras { get set }
  /// A value with every part blank, for a reader to fill.
  init(blank: Blank)
  /// Lists the parts in canonical order.
  mutating func map(_ fields: inout some FieldMapping)
}

/// Tells the reader's initialiser from those for people.
struct Blank {}

/// A type whose values are elements of one of several names.
protocol ElementChoice: Sendable, Equatable {
  /// Whether an element of this name is one of them.
  static func accepts(_ name: String) -> Bool
  /// Reads an element whose name was accepted.
  static func read(_ element: XMLElement, _ context: ReadingContext) -> Self
  /// The value as an element.
  func written() -> XMLElement
}

/// An element value that always has the same name.
protocol NamedElement: ElementValue, ElementChoice {
  /// The name.
  static var elementName: String { get }
}

extension NamedElement {
  static func accepts(_ name: String) -> Bool { name == elementName }
  static func read(_ element: XMLElement, _ context: ReadingContext) -> Self { Self(reading: element, context) }
  func written() -> XMLElement { written(as: Self.elementName) }
}

extension ElementValue {
  /// Reads an element.
  init(reading element: XMLElement, _ context: ReadingContext) {
    self.init(blank: Blank())
    var reader = ElementReader(element, context)
    map(&reader)
    extras = reader.finish()
  }

  /// Writes the value as an element of that name.
  func written(as name: String) -> XMLElement {
    var copy = self
    var writer = ElementWriter(name, extras)
    copy.map(&writer)
    return writer.finish()
  }

  /// Where the element stood in the text.
  public var position: SourcePosition { extras.position }
}
