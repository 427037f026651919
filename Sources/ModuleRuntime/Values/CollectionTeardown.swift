/// Releases nested collections one by one: a chain of a million lists, each in the next, would otherwise be released by
/// a recursion as deep.
enum CollectionTeardown {
  /// Releases `values`; what nobody else holds is emptied before it goes.
  static func release(_ values: inout [Value]) {
    guard values.contains(where: \.isCollection) else { return }
    var pending: [Value] = []
    swap(&pending, &values)
    while !pending.isEmpty {
      switch take(&pending) {
      case .list(var list):
        guard isKnownUniquelyReferenced(&list) else { continue }
        for element in list.elements where element.isCollection { pending.append(element) }
        list.elements = []
      case .map(var map):
        guard isKnownUniquelyReferenced(&map) else { continue }
        pending += map.takeValues()
      case .neither: continue
      }
    }
  }

  private enum Part {
    case list(JavaList)
    case map(JavaMap)
    case neither
  }

  /// Takes the last value out, so that nothing here holds it but the answer.
  private static func take(_ pending: inout [Value]) -> Part {
    switch pending.removeLast() {
    case .list(let list): .list(list)
    case .map(let map): .map(map)
    default: .neither
    }
  }
}

extension Value {
  /// Whether it is a list or a map.
  var isCollection: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }
}
