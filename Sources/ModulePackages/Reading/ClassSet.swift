public import Archives
public import Findings

/// Classes without a module around them: a jar, or a folder of classes, as `check` takes them.
public struct ClassSet: Sendable {
  /// The path that was read, as given.
  public let path: String
  /// The classes, in the order of the archive or, of a folder, of the paths' bytes.
  public let classes: [PackageClass]
  /// Jars inside.
  public let libraries: [PackageLibrary]
  /// Its own manifest, service files and signatures.
  public let metadata: [MetadataFile]
  /// What is wrong with the archive's structure.
  public let findings: [Finding]

  /// Reads a jar, or a folder of class files with its jars; an error only when the system refuses.
  public static func read(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) -> ClassSet {
    if FileSystem.kind(path) == .folder { return try ClassSet(folder: path, limits: limits) }
    let archive = try Archive.open(path: path, limits: limits)
    return ClassSet(archive, path: path)
  }

  init(_ archive: Archive, path: String) {
    self.path = path
    let memory = ContentMemory()
    classes = Self.classes(of: archive, library: nil, memory)
    var libraries: [PackageLibrary] = []
    for entry in archive.entries where PackageEntry.kind(of: entry.name) == .library {
      if libraries.count == archive.limits.archives { break }
      libraries.append(PackageLibrary(PackageEntry(entry), of: archive, memory))
    }
    self.libraries = libraries
    metadata = MetadataFile.all(of: archive)
    findings = archive.findings.map { finding in
      var finding = finding
      finding.package = path
      return finding
    }
  }

  private init(folder: String, limits: ArchiveLimits) throws(ArchiveError) {
    path = folder
    findings = []
    let memory = ContentMemory()
    var classes: [PackageClass] = []
    var libraries: [PackageLibrary] = []
    var metadata: [MetadataFile] = []
    for file in try FileSystem.files(below: folder) where !PackageEntry.isAppleDouble(file.path) {
      let full = folder + "/" + file.path
      if file.path.hasSuffix(".class") {
        classes.append(
          PackageClass(path: file.path, origin: Self.origin(of: file.path), size: file.size, memory: memory) {
            do throws(ArchiveError) { return .success(try FileSystem.read(full)) } catch {
              return .failure(.content(error))
            }
          }
        )
      } else if file.path.hasSuffix(".jar") {
        libraries.append(PackageLibrary(file: full, path: file.path, size: file.size, limits: limits, memory))
      } else if MetadataFile.isOne(file.path) {
        metadata.append(
          MetadataFile(path: file.path) {
            do throws(ArchiveError) { return .success(try FileSystem.read(full)) } catch { return .failure(error) }
          }
        )
      }
    }
    self.classes = classes
    self.libraries = libraries
    self.metadata = metadata
  }

  /// The classes of an archive with their places; those of a package are all kept, since several readers ask for them.
  static func classes(of archive: Archive, library: String?, _ memory: ContentMemory? = nil) -> [PackageClass] {
    archive.entries.filter { $0.name.hasSuffix(".class") && !PackageEntry.isAppleDouble($0.name) }.map { entry in
      let origin = origin(of: entry.name)
      return PackageClass(path: entry.name, origin: origin, library: library, size: entry.size, memory: memory) {
        do throws(ArchiveError) {
          return .success(try archive.content(of: entry))
        } catch {
          return .failure(.content(error))
        }
      }
    }
  }

  /// Where a class lies, by its path alone.
  static func origin(of path: String) -> PackageClass.Origin {
    guard path.utf8.contains(UInt8(ascii: "/")) else { return .root }
    let versions = "META-INF/versions/"
    if path.hasPrefix(versions), let release = Int(path.dropFirst(versions.count).prefix { $0 != "/" }) {
      return .versioned(release)
    }
    return .folder
  }
}
