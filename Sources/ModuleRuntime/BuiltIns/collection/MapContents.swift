/// Reading and changing maps, as `java.util.Map`; a null map is a `NullPointerException`.
enum MapContents {
  static let functions: [BuiltInFunction] = [
    .value("starface.collection.map", "ContainsKey", "Object key, Map map", "Boolean contains") { call in
      .boolean(try call.map(1)[call.value(0)] != nil)
    },
    .value("starface.collection.map", "ContainsValue", "Map map, Object value", "Boolean contains") { call in
      let value = call.value(1)
      return .boolean(try call.map(0).entries.contains { $0.value.javaEquals(value) })
    },
    .value("starface.collection.map", "GetKeys", "Map map", "List keys") { call in
      .list(try call.map(0).entries.map(\.key))
    },
    .value("starface.collection.map", "GetValues", "Map map", "List values") { call in
      .list(try call.map(0).entries.map(\.value))
    },
    .value("starface.collection.map", "Remove", "Map map, Object key", "Object value") { call in
      try call.map(0).remove(call.value(1)) ?? .null
    },
    .value("starface.collection.map", "Size", "Map map", "Integer size") { call in
      .integer(Int32(truncatingIfNeeded: try call.map(0).count))
    },
  ]
}
