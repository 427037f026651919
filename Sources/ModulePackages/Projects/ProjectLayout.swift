import ModuleDescriptors

/// Where the parts of a package lie in a project folder (cli.md, "Project folder").
///
/// | entry | file |
/// |---|---|
/// | `module-descriptor.xml` | `module-descriptor.xml` |
/// | `…/Name.class` outside `res/` | `classes/…/Name.class` |
/// | `….jar` outside `res/` | `lib/….jar` |
/// | `res/<id>.<extension>` of a resource | `resources/<name>` |
/// | anything else, the manifest too | `other/<path>` |
///
/// The mapping is a function of the entry's path and of the descriptor's resources alone, so that `build` finds the way
/// back without a list.
enum ProjectLayout {
  static let descriptor = "module-descriptor.xml"
  static let source = "module.yml"
  static let classes = "classes"
  static let javaSources = "src"
  static let libraries = "lib"
  static let resources = "resources"
  static let other = "other"
  static let scenarios = "scenarios"
  /// The names of folder entries, one a line with a slash at its end: a file system cannot tell a folder that has an entry
  /// from one that has none. A line without that slash is a file that `build` would take for a file manager's litter.
  static let folders = "other/.folders"

  /// The file of each resource's entry: its name, or, where names collide or cannot be files, the name of its entry.
  static func resourceFiles(_ all: [FileResource]) -> [String: String] {
    var uses: [String: Int] = [:]
    for resource in all { uses[folded(resource.name), default: 0] += 1 }
    var files: [String: String] = [:]
    for resource in all {
      let isPlain = SafeName.isPlain(resource.name) && uses[folded(resource.name)] == 1
      // An entry's own name cannot meet a resource's name: it would have to be that resource's name to be taken.
      let fallback = String(resource.entry.dropFirst("res/".count))
      let taken = !isPlain && uses[folded(fallback)] != nil
      files[resource.entry] = resources + "/" + (isPlain ? resource.name : taken ? "res~" + fallback : fallback)
    }
    return files
  }

  private static func folded(_ name: String) -> String { name.lowercased() }

  /// The file of an entry.
  static func file(ofEntry path: String, resources: [String: String]) -> String {
    if path == descriptor { return descriptor }
    if let file = resources[path] { return file }
    if path.hasPrefix("res/") || path.hasPrefix("META-INF/") { return other + "/" + path }
    if path.hasSuffix(".class") { return classes + "/" + path }
    if path.hasSuffix(".jar") { return libraries + "/" + path }
    return other + "/" + path
  }
}
