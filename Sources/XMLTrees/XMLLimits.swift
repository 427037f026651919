/// What a text may cost before it is refused.
public struct XMLLimits: Hashable, Sendable {
  /// The longest text, in bytes.
  public var bytes: Int
  /// The deepest nesting of elements, the root being 1.
  public var depth: Int
  /// The most elements, comments and processing instructions.
  public var elements: Int
  /// The most attributes of one element.
  public var attributes: Int

  /// Limits; the defaults are far above every real descriptor (62 KB, 916 elements, depth 12) and keep hostile ones cheap.
  public init(bytes: Int = 4 << 20, depth: Int = 100, elements: Int = 60_000, attributes: Int = 100) {
    self.bytes = bytes
    self.depth = depth
    self.elements = elements
    self.attributes = attributes
  }
}
