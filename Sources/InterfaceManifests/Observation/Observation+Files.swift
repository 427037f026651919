import Archives
import ClassFiles

extension Observation {
  /// Adds a package file: every class in it is its own, classes in its bundled jars are provided.
  ///
  /// - Throws: `source` when it is no archive or a class in it is broken.
  public mutating func add(package path: String) throws(ManifestError) {
    do {
      let archive = try Archive.open(path: path)
      guard !archive.entries.isEmpty else { throw ManifestError.source(path: path, reason: "not an archive") }
      // What is damaged is not known to work.
      if let damage = archive.damage { throw ManifestError.source(path: path, reason: "damaged: \(damage)") }
      var own: [ClassFile] = []
      var provided: Set<String> = []
      for entry in archive.entries {
        if entry.name.hasSuffix(".class") {
          own.append(try ClassFile(try archive.content(of: entry)))
        } else if entry.name.hasSuffix(".jar") {
          for nested in try archive.nested(entry).entries where nested.name.hasSuffix(".class") {
            provided.insert(String(nested.name.dropLast(6)))
          }
        }
      }
      try add(own: own, provided: provided)
    } catch let error as ManifestError {
      throw error
    } catch {
      throw .source(path: path, reason: "\(error)")
    }
  }
}
