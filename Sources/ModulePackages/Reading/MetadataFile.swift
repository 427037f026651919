public import Archives

/// A file of `META-INF` that is no class: the manifest of a jar, a service file, a signature.
public struct MetadataFile: Sendable {
  /// Where such files lie.
  public static let folder = "META-INF/"

  /// Its path in the jar or folder.
  public let path: String
  private let read: @Sendable () -> Result<[UInt8], ArchiveError>

  /// What is in it; nil when it cannot be read, which the archive's own findings tell.
  public var content: [UInt8]? { try? read().get() }

  /// Those of an archive, in its order.
  public static func all(of archive: Archive) -> [MetadataFile] {
    archive.entries.filter { isOne($0.name) }.map { entry in
      MetadataFile(path: entry.name) {
        do throws(ArchiveError) { return .success(try archive.content(of: entry)) } catch { return .failure(error) }
      }
    }
  }

  init(path: String, read: @escaping @Sendable () -> Result<[UInt8], ArchiveError>) {
    self.path = path
    self.read = read
  }

  static func isOne(_ path: String) -> Bool {
    path.hasPrefix(folder) && !path.hasSuffix("/") && !path.hasSuffix(".class")
  }
}

extension [MetadataFile] {
  /// The jar's manifest; nil when there is none.
  public var manifest: JarManifest? {
    first { $0.path == JarManifest.entryName }?.content.map {
      JarManifest.parse([UInt8]($0.prefix(JarManifest.mostBytes))).manifest
    }
  }

  /// Whether Java looks into `META-INF/versions` (JAR File Specification, Multi-release JAR files).
  public var isMultiRelease: Bool { manifest?["Multi-Release"]?.lowercased() == "true" }
}
