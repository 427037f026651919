public import XMLTrees

/// What an element holds beyond its typed parts: its place, unknown attributes and children where they stood, and every
/// deviation from the appliance's way of writing, so that an untouched value is written back as it was read.
public struct Extras: Hashable, Sendable {
  /// Where the element began.
  public var position: SourcePosition
  var layout: Layout?

  /// Nothing extra.
  public init() {
    position = .none
    layout = nil
  }

  init(position: SourcePosition, layout: Layout?) {
    self.position = position
    self.layout = layout
  }

  /// The line of the start tag, from 1; nil for a value that was not read.
  public var line: Int? { position.line == 0 ? nil : position.line }

  /// Attributes that the format does not know, in order.
  public var unknownAttributes: [XMLAttribute] {
    layout?.attributes.compactMap { if case .unknown(let attribute) = $0 { attribute } else { nil } } ?? []
  }

  /// Children that the format does not know, comments and stray text among them, in order.
  public var unknownNodes: [XMLNode] {
    layout?.children.compactMap { if case .unknown(let node) = $0 { node } else { nil } } ?? []
  }
}

/// The exact shape of an element that does not look as the appliance would write it; absent for all others.
struct Layout: Hashable, Sendable {
  enum AttributeSlot: Hashable, Sendable {
    /// The typed attribute of that name.
    case known(String)
    case unknown(XMLAttribute)
  }

  enum ChildSlot: Hashable, Sendable {
    /// The next typed child of that name.
    case known(String)
    /// The next item of a list, whatever its name.
    case item
    case unknown(XMLNode)
  }

  /// A text that reads as a value whose canonical text is another (`007`), or an element with more than text in it.
  struct Original: Hashable, Sendable {
    var name: String
    /// The canonical text of the value that was read; once the value is another, the original is out of date.
    var standing: String
    var attribute: String?
    var element: XMLElement?
  }

  /// The attributes in order; empty when they stand in canonical order with none unknown.
  var attributes: [AttributeSlot] = []
  /// The children in order; empty when they stand in canonical order with none unknown.
  var children: [ChildSlot] = []
  /// Names of required parts that were absent.
  var absent: [String] = []
  var originals: [Original] = []

  var isEmpty: Bool { attributes.isEmpty && children.isEmpty && absent.isEmpty && originals.isEmpty }
}
