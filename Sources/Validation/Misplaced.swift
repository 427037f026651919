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
    let wanted = Array(path.lowercased().utf8)
    let below = Array("/".utf8) + wanted
    let names = package.entries.map(\.path)
    if let name = names.first(where: { $0.utf8.count == wanted.count && Self.ends($0, with: wanted) }) {
      self = .spelled(name)
    } else if let name = names.first(where: { Self.ends($0, with: below) && !$0.hasPrefix("__MACOSX/") }) {
      self = .inFolder(name)
    } else if let name = names.first(where: { Self.ends($0, with: Array(".sfm".utf8)) }) {
      self = .inPackage(name)
    } else {
      return nil
    }
  }

  /// Whether a name ends so, whatever its case and its slashes; by bytes, since a jar has thousands of names.
  private static func ends(_ name: String, with wanted: [UInt8]) -> Bool {
    name.utf8.suffix(wanted.count).elementsEqual(wanted) { byte, wanted in
      switch byte {
      case UInt8(ascii: "\\"): wanted == UInt8(ascii: "/")
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32 == wanted
      default: byte == wanted
      }
    }
  }

  /// How to mend it.
  func hint(for path: String) -> String {
    switch self {
    case .spelled(let name): "there is '\(name)': the name must be \(path) to the letter"
    case .inFolder(let name): "there is '\(name)': zip the folder's content, not the folder"
    case .inPackage(let name): "there is a package inside, '\(name)': unzip this file and take that one"
    }
  }
}
