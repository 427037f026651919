import ClassFiles

/// Which packages a module descriptor exports to everyone (JVMS §4.7.25).
enum ModuleExports {
  static func read(_ bytes: [UInt8], place: String) throws(ManifestError) -> [String] {
    do throws(ClassFileError) {
      let file = try ClassFile(bytes)
      guard let module = try file.module else { return [] }
      var names: [String] = []
      for package in module.exports where package.targetIndices.isEmpty {
        names.append(try file.pool.packageName(package.packageIndex))
      }
      return names
    } catch {
      throw .source(path: place, reason: "not a module descriptor: \(error)")
    }
  }
}
