import Findings

/// Wildcards over whole texts.
enum SimpleMatching {
  static let functions: [BuiltInFunction] = [
    .value("starface.string.regexp", "SimpleMatch", "String text, String pattern", "Boolean matches") { call in
      .boolean(Glob(call.text(1)).matches(call.text(0)))
    }
  ]
}
