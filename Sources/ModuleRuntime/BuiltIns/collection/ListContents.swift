/// Reading and changing lists, as `java.util.List`; a null list is a `NullPointerException`.
enum ListContents {
  static let functions: [BuiltInFunction] = [
    .value("starface.collection.list", "Contains", "List list, Object entry", "Boolean contains") { call in
      .boolean(try call.list(0).firstIndex(of: call.value(1)) != nil)
    },
    .value("starface.collection.list", "Get", "List list, int index", "Object element") { call in
      let list = try call.list(0)
      let index = try call.unboxed(1)
      guard list.elements.indices.contains(index) else {
        throw JavaException(
          "java.lang.IndexOutOfBoundsException",
          "Index \(index) out of bounds for length \(list.count)"
        )
      }
      return list.elements[index]
    },
    .value("starface.collection.list", "Remove", "List list, Object entry", "Boolean successful") { call in
      let list = try call.list(0)
      guard let index = list.firstIndex(of: call.value(1)) else { return .boolean(false) }
      list.elements.remove(at: index)
      return .boolean(true)
    },
    .effect("starface.collection.list", "Reverse", "List list") { call in try call.list(0).elements.reverse() },
    // By the text that an element prints as, in the order of UTF-16 units; equal ones keep their order (Swift's sort
    // is stable), as in `Collections.sort`.
    .effect("starface.collection.list", "Sort", "List list") { call in
      let list = try call.list(0)
      let keyed = list.elements.map { (key: Array($0.javaText.utf16), value: $0) }
      list.elements = keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    },
  ]
}
