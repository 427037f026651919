import Archives
import ClassFiles
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
