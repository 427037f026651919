import Archives

extension Extraction {
  /// Makes a complete manifest from jars, class folders and `WEB-INF` trees in class path order.
  ///
  /// Of two classes with one name the first wins. In a `WEB-INF` tree `classes/` stands before the jars of `lib/`, those
  /// in byte order. A multi-release jar is seen as `javaLevel` sees it (JAR specification, "Multi-release JAR files").
  ///
  /// - Throws: `unreadable` for a path that is not there, `source` for one that is neither.
  public static func classPath(
    _ paths: [String],
    line: String,
    version: PlatformVersion,
    javaLevel: Int,
    options: ExtractionOptions = ExtractionOptions()
  ) throws(ManifestError) -> Extraction {
    var collector = ClassCollector(options)
    var reader = ClassPathReader(javaLevel: javaLevel)
    for path in paths { try reader.read(path, into: &collector) }
    let names = paths.map { String($0.split(separator: "/").last ?? "/") }
    var manifest = InterfaceManifest(
      platform: line,
      version: version,
      javaLevel: javaLevel,
      coverage: .complete,
      scope: options.scope,
      sources: ["extracted from \(names.joined(separator: ", "))"]
    )
    manifest.classes = collector.classes()
    manifest.packages = collector.packages
    manifest.sort()
    return collector.extraction(manifest)
  }
}

/// Finds the classes of class path elements.
struct ClassPathReader {
  let javaLevel: Int
  /// What real platforms have; a jar beyond it is reported and left out.
  private let limits = ArchiveLimits(totalBytes: 4 << 30, ratio: 1000)

  init(javaLevel: Int) {
    self.javaLevel = javaLevel
  }

  mutating func read(_ path: String, into collector: inout ClassCollector) throws(ManifestError) {
    switch FileBytes.kind(path) {
    case .file: try readJar(path, into: &collector)
    case .folder: try readFolder(path, into: &collector)
    case nil: throw .unreadable(path: path, reason: "no such file or folder")
    }
  }

  private func readFolder(_ path: String, into collector: inout ClassCollector) throws(ManifestError) {
    for tree in [path, path + "/WEB-INF"] {
      let classes = FileBytes.kind(tree + "/classes") == .folder
      let lib = try holdsJars(tree + "/lib")
      guard classes || lib else { continue }
      if classes { try readClasses(tree + "/classes", into: &collector) }
      if lib { try readJars(tree + "/lib", into: &collector) }
      return
    }
    if try readClasses(path, into: &collector) { return }
    // A folder of nothing but jars, such as `tomcat/lib`, which a class path names `lib/*`.
    if try holdsJars(path) {
      try readJars(path, into: &collector)
    } else {
      collector.report("\(path): no classes in it; give jars, folders of classes, or a WEB-INF tree", leavesOut: true)
    }
  }

  /// Without a jar it is a package of that name.
  private func holdsJars(_ folder: String) throws(ManifestError) -> Bool {
    guard FileBytes.kind(folder) == .folder else { return false }
    return try FileBytes.list(folder).contains { $0.hasSuffix(".jar") }
  }

  private func readJars(_ folder: String, into collector: inout ClassCollector) throws(ManifestError) {
    for name in try FileBytes.list(folder) where name.hasSuffix(".jar") {
      do throws(ManifestError) {
        try readJar("\(folder)/\(name)", into: &collector)
      } catch {
        collector.report("\(error)", leavesOut: true)
      }
    }
  }

  /// False when no class is there.
  @discardableResult
  private func readClasses(_ folder: String, into collector: inout ClassCollector) throws(ManifestError) -> Bool {
    let tree = try FileBytes.tree(folder)
    for (path, reason) in tree.obstacles where path.hasSuffix(".class") {
      collector.report("\(folder)/\(path): cannot be read: \(reason)", leavesOut: true)
    }
    var found = false
    for path in tree.files {
      guard let name = className(path) else { continue }
      found = true
      let file = "\(folder)/\(path)"
      collector.add(
        ClassEntry(name: name, place: file, isExported: true) { () throws(ManifestError) in
          try FileBytes.read(file)
        }
      )
    }
    return found
  }

  private func readJar(_ path: String, into collector: inout ClassCollector) throws(ManifestError) {
    let archive: Archive
    do throws(ArchiveError) {
      archive = try Archive.open(path: path, limits: limits)
    } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
    guard !archive.entries.isEmpty || archive.findings.isEmpty else {
      throw .source(
        path: path,
        reason: "not a jar" + (archive.findings.first.map { ": \(ArchiveError.defect($0))" } ?? "")
      )
    }
    // Of a damaged jar the rest is read, and what it has lost is not there.
    if let damage = archive.damage { collector.report("\(path): damaged: \(damage)", leavesOut: true) }
    for (name, entry) in view(of: archive) {
      collector.add(
        ClassEntry(name: name, place: "\(path)!\(entry.name)", isExported: true) { () throws(ManifestError) in
          do throws(ArchiveError) {
            return try archive.content(of: entry)
          } catch {
            throw .source(path: "\(path)!\(entry.name)", reason: "\(error)")
          }
        }
      )
    }
  }

  /// The classes of a jar by name, as `javaLevel` sees them.
  private func view(of archive: Archive) -> [(String, ArchiveEntry)] {
    let isMultiRelease = javaLevel >= 9 && declaresMultiRelease(archive)
    var best: [String: (level: Int, entry: ArchiveEntry)] = [:]
    for entry in archive.entries {
      var path = entry.name[...]
      var level = 0
      if path.hasPrefix("META-INF/") {
        let parts = path.split(separator: "/", maxSplits: 3)
        guard isMultiRelease, parts.count == 4, parts[1] == "versions", let number = Int(parts[2]),
          (9...javaLevel).contains(number)
        else { continue }
        level = number
        path = parts[3]
      }
      guard let name = className(String(path)), level >= best[name]?.level ?? 0 else { continue }
      best[name] = (level, entry)
    }
    return best.map { ($0.key, $0.value.entry) }.sorted { $0.1.index < $1.1.index }
  }

  private func declaresMultiRelease(_ archive: Archive) -> Bool {
    guard let entry = archive.entry(named: "META-INF/MANIFEST.MF"), let bytes = try? archive.content(of: entry) else {
      return false
    }
    // Main attributes end at the first empty line; names and the value `true` are case-insensitive.
    for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self).lowercased().filter { $0 != "\r" }
      if text.isEmpty { return false }
      let parts = text.split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0] == "multi-release" {
        return parts[1].drop { $0 == " " }.prefix { $0 != " " } == "true"
      }
    }
    return false
  }

  /// The internal name of the class at a path; nil for what is no class and for descriptors.
  private func className(_ path: String) -> String? {
    guard path.hasSuffix(".class") else { return nil }
    let name = String(path.dropLast(6))
    let last = name.split(separator: "/").last
    return last == "module-info" || last == "package-info" ? nil : name
  }
}
