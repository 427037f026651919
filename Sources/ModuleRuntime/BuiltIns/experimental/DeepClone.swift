/// Copies that share nothing with the original.
enum DeepClone {
  static let functions: [BuiltInFunction] = [
    // What has no copy of its own (a stream, a bean) is passed on and counts as success.
    .values("starface.experimentalFunctions", "DeepClone", "Object original", "boolean success, Object clone") { call in
      [.boolean(true), call.value(0).deepCopy()]
    }
  ]
}
