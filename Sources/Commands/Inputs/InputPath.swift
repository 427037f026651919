import Glibc
import ModulePackages

/// One path of the command line, or a package found below one.
struct InputPath: Hashable, Sendable {
  /// What it is.
  enum Kind: Hashable, Sendable {
    /// A file: a package, or whatever the command makes of it.
    case file
    /// A project folder.
    case project
    /// A folder of something else.
    case folder
    /// It cannot be read, and why.
    case unreadable(String)
  }

  /// The path as given.
  var path: String
  /// What lies there.
  var kind: Kind

  /// Whether it is a folder of any kind.
  var isFolder: Bool { kind == .project || kind == .folder }

  /// The name of a folder whose path ends in none (`.`, `..`); nil for all others.
  var name: String? {
    guard isFolder, let last = path.split(separator: "/").last, last == "." || last == ".." else { return nil }
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved).split(separator: "/").last.map(String.init)
  }
}

extension InputPath {
  /// Looks at the paths of a command line, in order; folders that are no projects are searched when `recursive`.
  ///
  /// - Parameters:
  ///   - allowsFolders: whether a folder that is no project is an input of its own (a folder of classes).
  static func resolve(_ paths: [String], recursive: Bool, allowsFolders: Bool = false) -> [InputPath] {
    paths.flatMap { path -> [InputPath] in
      switch FileSystem.kind(path) {
      case .file, .pipe: return [InputPath(path: path, kind: .file)]
      case .nothing:
        return [InputPath(path: path, kind: .unreadable(FileSystem.obstacle(path) ?? "it has just gone"))]
      case .folder where isProject(path) && !recursive: return [InputPath(path: path, kind: .project)]
      case .folder where recursive: return packages(below: path)
      case .folder where allowsFolders: return [InputPath(path: path, kind: .folder)]
      case .folder:
        return [
          InputPath(
            path: path,
            kind: .unreadable(
              "a folder without module.yml or module-descriptor.xml; --recursive searches it for packages"
            )
          )
        ]
      default: return [InputPath(path: path, kind: .unreadable("neither a file nor a folder"))]
      }
    }
  }

  private static func isProject(_ path: String) -> Bool {
    ["module.yml", "module-descriptor.xml"].contains { FileSystem.kind(path + "/" + $0) == .file }
  }

  private static func packages(below folder: String) -> [InputPath] {
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    do {
      let found = try FileSystem.search(below: base)
      let inputs =
        found.files.filter { $0.path.hasSuffix(".sfm") }.map { InputPath(path: base + "/" + $0.path, kind: .file) }
        + found.unnameable.filter { $0.hasSuffix(".sfm") }
        .map { InputPath(path: base + "/" + $0, kind: .unreadable("its name is not UTF-8; rename it")) }
      return inputs.isEmpty ? [InputPath(path: folder, kind: .unreadable("no *.sfm below this folder"))] : inputs
    } catch {
      return [InputPath(path: folder, kind: .unreadable("\(error)"))]
    }
  }
}
