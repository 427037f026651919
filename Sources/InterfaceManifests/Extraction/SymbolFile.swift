import Archives

/// A JDK's `ct.sym`: a ZIP of class files without code, `<releases>/<module>/<package>/<Name>.sig`, where each
/// character of the first folder's name is a release (`7`…`9`, `A` for 10, `B` for 11, …).
struct SymbolFile {
  /// Where a JDK keeps what it does not document: of these packages `ct.sym` lists the supported ones only.
  static let uncovered = [
    "apple/", "com/apple/", "com/oracle/", "com/sun/", "javafx/", "jdk/", "oracle/", "org/jcp/", "sun/", "sunw/",
    "toolbarButtonGraphics/",
  ]

  private let path: String
  private let archive: Archive

  init(path: String) throws(ManifestError) {
    self.path = path
    do throws(ArchiveError) {
      archive = try Archive.open(path: path, limits: ArchiveLimits(totalBytes: 1 << 30, ratio: 1000))
    } catch {
      throw .source(path: path, reason: "\(error)")
    }
    guard !archive.entries.isEmpty else { throw .source(path: path, reason: "not a ZIP archive") }
  }

  /// The releases it has.
  var releases: Set<Int> {
    var found: Set<Int> = []
    for entry in archive.entries where entry.name.hasSuffix(".sig") {
      for character in entry.name.prefix(while: { $0 != "/" }) {
        if let release = character.hexDigitValue ?? Self.letterValue(character) { found.insert(release) }
      }
    }
    return found
  }

  private static func letterValue(_ character: Character) -> Int? {
    guard let ascii = character.asciiValue, (65...90).contains(ascii) else { return nil }
    return Int(ascii) - 55
  }

  private static func letter(_ release: Int) -> Character? {
    guard (1...35).contains(release) else { return nil }
    return Character(Unicode.Scalar(UInt8(release < 10 ? 48 + release : 55 + release)))
  }

  /// Adds the classes of a release. Releases before 9 have no module descriptors: there every package is exported.
  func collect(release: Int, into collector: inout ClassCollector) throws(ManifestError) {
    guard let letter = Self.letter(release) else { return }
    var classes: [(name: String, module: String, entry: ArchiveEntry)] = []
    var modules: [ModuleFacts] = []
    for entry in archive.entries where entry.name.hasSuffix(".sig") {
      let parts = entry.name.dropLast(4).split(separator: "/", maxSplits: 2)
      guard parts.count == 3, parts[0].contains(letter) else { continue }
      if parts[2] == "module-info" {
        modules.append(try ModuleFacts(try content(entry), place: place(entry)))
      } else if !parts[2].hasSuffix("/package-info") {
        classes.append((String(parts[2]), String(parts[1]), entry))
      }
    }
    let graph = ModuleGraph(modules, release: release)
    let exported = graph.exports
    for (name, module, entry) in classes {
      if graph.leavesOut(module) {
        collector.leaveOut(name, of: module)
        continue
      }
      let isExported = graph.isEmpty || exported.contains(ClassEntry.package(of: name))
      collector.add(
        ClassEntry(name: name, place: place(entry), isExported: isExported) { () throws(ManifestError) in
          try content(entry)
        }
      )
    }
  }

  private func place(_ entry: ArchiveEntry) -> String { "\(path)!\(entry.name)" }

  private func content(_ entry: ArchiveEntry) throws(ManifestError) -> [UInt8] {
    do throws(ArchiveError) {
      return try archive.content(of: entry)
    } catch {
      throw .source(path: place(entry), reason: "\(error)")
    }
  }
}
