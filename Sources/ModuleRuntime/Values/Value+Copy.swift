extension Value {
  /// The same value with lists and maps of its own; what is shared or circular inside stays so.
  ///
  /// Values are copied when they cross the runtime's boundary, so that no two isolation domains share a list.
  public func deepCopy() -> Value {
    var copies: [ObjectIdentifier: Value] = [:]
    return copied(&copies, depth: 0)
  }

  private static let deepestCopy = 256

  private func copied(_ copies: inout [ObjectIdentifier: Value], depth: Int) -> Value {
    switch self {
    case .list(let list):
      if let known = copies[ObjectIdentifier(list)] { return known }
      guard depth < Self.deepestCopy else { return .null }
      let copy = JavaList()
      copies[ObjectIdentifier(list)] = .list(copy)
      copy.elements = list.elements.map { $0.copied(&copies, depth: depth + 1) }
      return .list(copy)
    case .map(let map):
      if let known = copies[ObjectIdentifier(map)] { return known }
      guard depth < Self.deepestCopy else { return .null }
      let copy = JavaMap(order: map.order)
      copies[ObjectIdentifier(map)] = .map(copy)
      for entry in map.entries {
        copy.put(entry.key.copied(&copies, depth: depth + 1), entry.value.copied(&copies, depth: depth + 1))
      }
      return .map(copy)
    default:
      return self
    }
  }

  /// Makes a list or map hold what another one holds; everything else stays as it is.
  func takeContent(of other: Value) {
    switch (self, other) {
    case (.list(let mine), .list(let theirs)): mine.elements = theirs.elements
    case (.map(let mine), .map(let theirs)):
      mine.removeAll()
      for entry in theirs.entries { mine.put(entry.key, entry.value) }
    default: break
    }
  }
}
