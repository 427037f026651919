/// Making, filling and reading maps.
enum MapBasics {
  static let functions: [BuiltInFunction] = [
    .value("starface.collection.map", "CreateMap", "", "Map map") { _ in .map(JavaMap()) },
    .value("starface.collection.map", "Add", "Map map, Object key, Object value", "Object previousValue") { call in
      try call.map(0).put(call.value(1), call.value(2)) ?? .null
    },
    .value("starface.collection.map", "Get", "Map map, Object key", "Object value") { call in
      try call.map(0)[call.value(1)] ?? .null
    },
  ]
}
