import ModulePackages
import ModuleRuntime

/// Finds the scenario files that paths of a command line mean.
enum ScenarioFinder {
  /// How the name of a scenario file ends.
  static let suffix = ".scenario.yml"
  /// The folder of a project that holds them.
  static let folder = "scenarios"

  /// A path that means no scenario, and why.
  struct Problem: Hashable {
    var path: String
    var reason: String
  }

  /// The files of the paths, in order, each once.
  static func find(_ paths: [String]) -> (files: [String], problems: [Problem]) {
    var files: [String] = []
    var problems: [Problem] = []
    var seen: Set<String> = []
    for path in paths {
      let found: [String]
      switch FileSystem.kind(path) {
      case .nothing: (found, problems) = ([], problems + [Problem(path: path, reason: "no such file or folder")])
      case .folder:
        found = below(path)
        if found.isEmpty { problems.append(Problem(path: path, reason: "no *\(suffix) below this folder")) }
      case _ where path.hasSuffix(".sfm"):
        found = naming(path)
        let reason =
          "a package, and no *\(suffix) beside it names it by `module:`; or name scenarios, and it by --module"
        if found.isEmpty { problems.append(Problem(path: path, reason: reason)) }
      default: found = [path]
      }
      files += found.filter { seen.insert($0).inserted }
    }
    return (files, problems)
  }

  /// The scenario files below a folder; of a project folder those of its `scenarios/`.
  static func below(_ path: String) -> [String] {
    var base = path
    while base.count > 1, base.hasSuffix("/") { base.removeLast() }
    if isProject(base), FileSystem.kind(base + "/" + folder) == .folder { base += "/" + folder }
    let files = (try? FileSystem.search(below: base))?.files ?? []
    return files.filter { $0.path.hasSuffix(suffix) }.map { base + "/" + $0.path }.sorted()
  }

  /// The scenario files beside a package that are about it.
  private static func naming(_ package: String) -> [String] {
    InputPath.resolve([package], recursive: false).flatMap(scenarios).filter { file in
      guard let module = (try? ScenarioSuite.read(file))?.module else { return false }
      return leads(module, beside: file, to: package)
    }
  }

  /// The scenario files of a module: those in its project folder, or those beside its package that may be about it.
  static func scenarios(of input: InputPath) -> [String] {
    switch input.kind {
    case .project: return below(input.path)
    case .file:
      let folder = parent(of: input.path)
      let names = (try? FileSystem.names(in: folder)) ?? []
      return names.filter { $0.hasSuffix(suffix) }.sorted().map { folder + "/" + $0 }
    case .folder, .unreadable: return []
    }
  }

  /// Whether a path as a scenario writes it leads to `target`.
  static func leads(_ path: String, beside file: String, to target: String) -> Bool {
    func plain(_ path: String) -> Substring { path.hasPrefix("./") ? path.dropFirst(2) : path[...] }
    return plain(resolve(path, beside: file)) == plain(target)
  }

  static func isProject(_ path: String) -> Bool {
    ["module.yml", "module-descriptor.xml"].contains { FileSystem.kind(path + "/" + $0) == .file }
  }

  /// The folder of a file.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The project folder above the `scenarios/` that holds a file; nil when there is none.
  static func project(above file: String) -> String? {
    var folder = parent(of: file)
    for _ in 0..<32 {
      if isProject(folder) { return folder }
      if folder == "/" || folder == "." || folder.hasSuffix("..") {
        folder = folder == "/" ? "/" : folder + "/.."
      } else {
        folder = parent(of: folder)
      }
      if folder == "/" { return nil }
    }
    return nil
  }

  /// A path as a scenario writes it, which is relative to its file.
  static func resolve(_ path: String, beside file: String) -> String {
    path.hasPrefix("/") ? path : parent(of: file) + "/" + path
  }
}
