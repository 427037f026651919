/// A class to extract from, not yet read.
struct ClassEntry: Sendable {
  /// The internal name that its place promises.
  let name: String
  /// Where it is, for messages: `lib/x.jar!a/B.class`.
  let place: String
  /// Whether its package can be used from outside its module.
  let isExported: Bool
  let read: @Sendable () throws(ManifestError) -> [UInt8]

  var packageName: String { Self.package(of: name) }

  static func package(of name: String) -> String {
    guard let slash = name.utf8.lastIndex(of: 0x2f) else { return "" }
    return String(name[..<slash])
  }
}
