/// A `java.util.ArrayList` of designer values, with reference semantics.
///
/// `@unchecked Sendable`: a list is mutated only by the thread of control that owns it, and all of those run on one
/// `ModuleRuntime` actor. Values that cross its boundary are deep copies (``Value/deepCopy()``).
public final class JavaList: @unchecked Sendable {
  /// The elements, in order.
  public var elements: [Value]

  /// Makes a list of `elements`.
  public init(_ elements: [Value] = []) { self.elements = elements }

  deinit { CollectionTeardown.release(&elements) }

  /// How many there are.
  public var count: Int { elements.count }

  /// The position of the first element that `equals` `value`, as `List.indexOf` finds it.
  public func firstIndex(of value: Value) -> Int? {
    elements.firstIndex { $0.javaEquals(value) }
  }
}
