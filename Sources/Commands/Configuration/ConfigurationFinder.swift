import Findings
import Glibc
import ModulePackages

/// Finds the configuration of each input: the nearest `.sfm.yml` from its folder upwards, up to a repository's root.
struct ConfigurationFinder {
  /// The name of the file.
  static let name = ".sfm.yml"

  private let catalogue: RuleCatalogue
  private let fixed: Configuration?
  private var known: [String: Configuration] = [:]

  /// Looks for files, or takes `path` for every input.
  init(path: String?, catalogue: RuleCatalogue) throws(CommandError) {
    self.catalogue = catalogue
    if let path {
      fixed = try Self.read(path, catalogue)
    } else {
      fixed = nil
    }
  }

  /// The configuration for an input; the defaults when there is no file.
  mutating func configuration(for input: String, isFolder: Bool) throws(CommandError) -> Configuration {
    if let fixed { return fixed }
    let start = isFolder ? input : Self.folder(of: input)
    if let configuration = known[start] { return configuration }
    let configuration = try find(from: start)
    known[start] = configuration
    return configuration
  }

  private func find(from start: String) throws(CommandError) -> Configuration {
    var folder = start
    // A relative path is followed upwards by `..`; nothing lies deeper than this.
    for _ in 0..<64 {
      let candidate = folder == "." ? Self.name : folder + "/" + Self.name
      if FileSystem.kind(candidate) == .file { return try Self.read(candidate, catalogue) }
      if FileSystem.kindOfEntry(folder + "/.git") != .nothing { break }
      guard let parent = Self.parent(of: folder) else { break }
      folder = parent
    }
    return .defaults
  }

  private static func read(_ path: String, _ catalogue: RuleCatalogue) throws(CommandError) -> Configuration {
    do {
      let bytes = try FileSystem.read(path, most: 1 << 20)
      return try Configuration(yaml: String(decoding: bytes, as: UTF8.self), file: path, catalogue: catalogue)
    } catch let error as CommandError {
      throw error
    } catch {
      throw .usage("the configuration cannot be read: \(error)")
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The folder above, nil above the root: two different paths to one folder are told by its identity.
  private static func parent(of folder: String) -> String? {
    let parent = folder == "." ? ".." : folder + "/.."
    var (here, above) = (stat(), stat())
    guard stat(folder, &here) == 0, stat(parent, &above) == 0 else { return nil }
    return here.st_ino == above.st_ino && here.st_dev == above.st_dev ? nil : parent
  }
}
