/// Making, filling and measuring lists.
enum ListBasics {
  static let functions: [BuiltInFunction] = [
    .value("starface.collection.list", "CreateList", "", "List list") { _ in .list(JavaList()) },
    .effect("starface.collection.list", "Add2", "List list, List objects") { call in
      let list = try call.list(0)
      if case .list(let objects) = call.value(1) { list.elements.append(contentsOf: objects.elements) }
    },
    .value("starface.collection.list", "Size", "List list", "Integer size") { call in
      .integer(Int32(truncatingIfNeeded: try call.list(0).count))
    },
  ]
}
