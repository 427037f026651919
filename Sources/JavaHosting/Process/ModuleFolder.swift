import Archives
import ClassFiles
public import InterfaceManifests
import ModulePackages

/// A module's classes as a class loader finds them: by their internal names, whatever their entries are called
/// (package-format.md section 1).
struct ModuleFolder: Sendable {
  /// The folder, which goes with the value.
  let scratch: ScratchFolder
  /// The class path: the module's own classes and files, then its jars.
  let path: [String]

  init(_ package: ModulePackage) throws(JavaHostingError) {
    do {
      let scratch = try ScratchFolder()
      var writer = ArchiveWriter(epoch: 0)
      var seen: Set<String> = []
      for candidate in package.classes {
        guard let name = candidate.internalName, let file = candidate.file, seen.insert(name).inserted else { continue }
        try writer.add(name + ".class", file.bytes)
      }
      for entry in package.entries where entry.kind == .resource || entry.kind == .other {
        guard seen.insert(entry.path).inserted else { continue }
        try writer.add(entry.path, try package.archive.content(of: entry.entry))
      }
      var path = [scratch.path + "/module.jar"]
      try FileSystem.create(path[0], try writer.bytes())
      for (position, library) in package.entries.filter({ $0.kind == .library }).enumerated() {
        let jar = "\(scratch.path)/library\(position).jar"
        try FileSystem.create(jar, try package.archive.content(of: library.entry))
        path.append(jar)
      }
      self.scratch = scratch
      self.path = path
    } catch {
      throw .classes(reason: "\(error)")
    }
  }
}

/// The platform's classes that a module runs against.
public enum JavaPlatform: Sendable {
  /// The platform's own jars, for who has them: its code runs for real as far as it gets.
  case jars([String])
  /// Stubs made from an interface manifest: every call is recorded, and answered by a mock, by the runtime, or by what
  /// follows from its type.
  case stubs(ManifestView)

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
      do {
        let bytes = try StubJar(view).bytes(includingHook: false)
        var key = Fingerprint()
        key.add(bytes)
        let path = "\(cache)/stubs-\(view.line.name)-\(view.version)-\(key.text).jar"
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
