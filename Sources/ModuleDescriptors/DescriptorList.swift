/// The content of a container element (`inputVars`, `children`, …): an array that also keeps what stands between.
public struct DescriptorList<Element: Sendable & Hashable>: Hashable, Sendable {
  /// The items.
  public var items: [Element]
  /// Unknown parts of the container element.
  public var extras = Extras()

  /// A list of those items.
  public init(_ items: [Element]) { self.items = items }
}

extension DescriptorList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection,
  ExpressibleByArrayLiteral
{
  /// An empty list.
  public init() { items = [] }
  /// A list of those items.
  public init(arrayLiteral elements: Element...) { items = elements }
  /// Zero.
  public var startIndex: Int { 0 }
  /// The number of items.
  public var endIndex: Int { items.count }
  /// The item at that index.
  public subscript(position: Int) -> Element {
    get { items[position] }
    set { items[position] = newValue }
  }
  /// Replaces items; unknown parts stay after the number of items that they stood after.
  public mutating func replaceSubrange(_ range: Range<Int>, with new: some Collection<Element>) {
    items.replaceSubrange(range, with: new)
  }
}

extension DescriptorList: ElementValue where Element: ElementChoice {
  init(blank: Blank) { items = [] }
  mutating func map(_ fields: inout some FieldMapping) { fields.list(&items) }
}
