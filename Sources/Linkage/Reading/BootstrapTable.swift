import ClassFiles

/// The `BootstrapMethods` attribute (JVMS §4.7.23) as pool indices.
struct BootstrapTable {
  /// A bootstrap method's handle and its static arguments.
  struct Entry {
    var handle: Int
    var arguments: [Int]
  }

  private(set) var entries: [Entry] = []

  /// An empty table.
  init() {}

  init(_ file: ClassFile, _ pool: PoolReader) {
    guard let attribute = file.attributes.first(named: "BootstrapMethods") else { return }
    var position = attribute.content.lowerBound + 2
    for _ in 0..<pool.u2(attribute.content.lowerBound) {
      guard position + 4 <= attribute.content.upperBound else { return }
      let count = pool.u2(position + 2)
      guard count <= (attribute.content.upperBound - position - 4) / 2 else { return }
      entries.append(
        Entry(handle: pool.u2(position), arguments: (0..<count).map { pool.u2(position + 4 + $0 * 2) })
      )
      position += 4 + count * 2
    }
  }

  /// The bootstrap of a dynamic constant or call site.
  func entry(_ number: Int) -> Entry? { number < entries.count ? entries[number] : nil }
}
