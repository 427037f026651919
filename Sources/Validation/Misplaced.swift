import ModulePackages

/// An entry that a package must have, and has only under another name or in another place: the usual mistakes of those
/// who zip by hand.
enum Misplaced {
  /// The right place, the wrong upper and lower case (or another slash).
  case spelled(String)
  /// Somewhere below a folder.
  case inFolder(String)
  /// The file is no package, but has one inside.
  case inPackage(String)

  /// Looks for `path` where it should not be; nil when it is nowhere.
  init?(_ path: String, in package: ModulePackage) {
    let wanted = Self.folded(path)
    let names = package.entries.map(\.path)
    if let name = names.first(where: { Self.folded($0) == wanted }) {
      self = .spelled(name)
    } else if let name = names.first(where: { Self.folded($0).hasSuffix("/" + wanted) && !$0.hasPrefix("__MACOSX/") }) {
      self = .inFolder(name)
    } else if let name = names.first(where: { $0.lowercased().hasSuffix(".sfm") }) {
      self = .inPackage(name)
    } else {
      return nil
    }
  }

  private static func folded(_ path: String) -> String { String(path.lowercased().map { $0 == "\\" ? "/" : $0 }) }

  /// How to mend it.
  func hint(for path: String) -> String {
    switch self {
    case .spelled(let name): "there is '\(name)': the name must be \(path) to the letter"
    case .inFolder(let name): "there is '\(name)': zip the folder's content, not the folder"
    case .inPackage(let name): "there is a package inside, '\(name)': unzip this file and take that one"
    }
  }
}
