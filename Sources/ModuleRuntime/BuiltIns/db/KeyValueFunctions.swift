import Findings

/// The key/value store: by module, shared by its instances, or by instance (the default).
enum KeyValueFunctions {
  private static let longestKey = 255
  private static let largestValue = 10 << 20

  static let functions: [BuiltInFunction] = [
    .value("starface.db", "ReadValue", "String key, String scope", "Object value") { call in
      try store(call, 1).values(of: key(call)).first ?? .null
    },
    .value("starface.db", "ReadMultiValue", "String key, String scope", "List valuesList") { call in
      .list(try store(call, 1).values(of: key(call)))
    },
    .effect("starface.db", "WriteValue", "String key, String scope, Object value") { call in
      try store(call, 1).write(bytes(call.value(2)), to: key(call))
    },
    .effect("starface.db", "WriteMultiValue", "String key, String scope, Object value") { call in
      try store(call, 1).append(bytes(call.value(2)), to: key(call))
    },
    .effect("starface.db", "DeleteValue", "String key, String scope") { call in
      try store(call, 1).delete(key(call))
    },
    // From `startIndex` to before `stopIndex`.
    .effect("starface.db", "DeleteMultiValue", "String key, String scope, int startIndex, int stopIndex") { call in
      let start = call.int(2) ?? 0
      let stop = call.int(3) ?? 0
      guard start >= 0, start <= stop else {
        throw JavaException("java.lang.IndexOutOfBoundsException", "startIndex \(start), stopIndex \(stop)")
      }
      try store(call, 1).delete(key(call), start..<stop)
    },
    .value("starface.db", "GetKeys", "String keyPattern, String scope", "List keys") { call in
      .list(try keys(call, store(call, 1)).map { .string($0) })
    },
    .value("starface.db", "GetKeyValuesMap", "String key, String scope", "Map map") { call in
      let store = try store(call, 1)
      let map = JavaMap()
      for key in try keys(call, store) { map.put(.string(key), .list(try store.values(of: key))) }
      return .map(map)
    },
  ]

  private static func store(_ call: BuiltInCall, _ scope: Int) throws(JavaException) -> KeyValueStore {
    let context = call.context
    let services: RuntimeServices
    let owner: String
    switch call.text(scope).lowercased() {
    case "module":
      services = context.moduleServices
      owner = context.module.id
    case "instance", "":
      services = context.instanceServices
      owner = context.instanceID
    default: throw .illegalArgument("scope is '\(call.text(scope))' and has to be Module or Instance")
    }
    if let known = services.find(KeyValueStore.self) { return known }
    let store = try KeyValueStore(folder: context.databaseFolder, owner: owner)
    services.set(store)
    return store
  }

  private static func key(_ call: BuiltInCall) throws(JavaException) -> String {
    let key = call.text(0)
    guard !key.javaTrimmed.isEmpty else { throw .illegalArgument("the key must not be empty") }
    guard key.utf16.count <= longestKey else {
      throw .illegalArgument("the key has \(key.utf16.count) characters; it may have \(longestKey)")
    }
    return key
  }

  private static func bytes(_ value: Value) throws(JavaException) -> [UInt8] {
    let bytes = try ValueCoding.bytes(value)
    guard bytes.count <= largestValue else {
      throw .illegalArgument("the value has \(bytes.count) bytes; it may have \(largestValue)")
    }
    return bytes
  }

  /// The keys that fit a pattern with `*` and `?`; the empty pattern fits all.
  private static func keys(_ call: BuiltInCall, _ store: KeyValueStore) throws(JavaException) -> [String] {
    let pattern = call.text(0)
    let keys = try store.keys()
    if pattern.isEmpty { return keys }
    let glob = Glob(pattern)
    return keys.filter { glob.matches($0) }
  }
}
