import Archives
public import InterfaceManifests
import ModulePackages

/// The platform's classes that a module runs against.
public enum JavaPlatform: Sendable {
  /// The platform's own jars, for who has them: its code runs for real as far as it gets.
  case jars([String])
  /// Stubs made from an interface manifest: every call is recorded, and answered by a mock, by the runtime, or by what
  /// follows from its type.
  case stubs(ManifestView)

  /// The jars of a folder in byte order; of a `WEB-INF`, or a folder that has one, first its `classes`, then the jars of
  /// its `lib`, as a servlet container loads them.
  public static func jars(inFolder folder: String) throws(JavaHostingError) -> JavaPlatform {
    var path: [String] = []
    for tree in [folder, folder + "/WEB-INF"] where path.isEmpty {
      if FileSystem.kind(tree + "/classes") == .folder { path.append(tree + "/classes") }
      if FileSystem.kind(tree + "/lib") == .folder { path += jars(of: tree + "/lib") }
    }
    if path.isEmpty { path = jars(of: folder) }
    guard !path.isEmpty else { throw .classes(reason: "\(folder) has no jars and no WEB-INF") }
    return .jars(path)
  }

  private static func jars(of folder: String) -> [String] {
    let names = (try? FileSystem.names(in: folder)) ?? []
    return names.filter { $0.hasSuffix(".jar") }.sorted().map { "\(folder)/\($0)" }
  }

  /// Stubs of the newest known STARFACE that is not newer than `version`, else of the oldest known.
  public static func stubs(ofVersion version: String) throws(ManifestError) -> JavaPlatform {
    let line = try PlatformLine.starface()
    let level = PlatformLevel(version: version)
    let known = line.views.filter { view in
      guard let level, let other = PlatformLevel(version: view.version.description) else { return false }
      return other <= level
    }
    guard let view = known.last ?? line.views.first else {
      throw .source(path: "starface.line", reason: "it knows no version")
    }
    return .stubs(view)
  }

  /// The class path, in the platform's order; stubs are written to the cache.
  func path(cache: String) throws(JavaHostingError) -> [String] {
    switch self {
    case .jars(let jars): return jars
    case .stubs(let view):
      let name = "\(view.line.name)-\(view.version)"
      do {
        let bytes = try StubJar(view).bytes(includingHook: false)
        var key = Fingerprint()
        key.add(bytes)
        let path = "\(cache)/stubs-\(name)-\(key.text).jar"
        if FileSystem.kind(path) != .file {
          try FileSystem.makeFolder(cache)
          try AtomicFile.write(bytes, to: path)
        }
        return [path]
      } catch {
        throw .classes(reason: "\(error)")
      }
    }
  }
}
