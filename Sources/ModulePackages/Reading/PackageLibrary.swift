public import Archives
public import Findings

/// A jar bundled in a package; opened when first asked for, within the package's limits.
public struct PackageLibrary: Sendable {
  /// What is in an opened jar.
  public struct Content: Sendable {
    /// The jar itself.
    public let archive: Archive
    /// Its classes.
    public let classes: [PackageClass]
    /// Jars inside it, which Java does not look into.
    public let nested: [String]

    init(_ jar: Archive, library: String, _ memory: ContentMemory?) {
      archive = jar
      classes = ClassSet.classes(of: jar, library: library, memory)
      nested = jar.entries.map(\.name).filter { $0.hasSuffix(".jar") }
    }
  }

  /// Its path in the package.
  public let path: String
  /// Its name: that of the resource when it was uploaded in the designer, else the last part of the path.
  public let name: String
  /// Its size in bytes.
  public let size: Int
  private let content: Lazy<Result<Content, ArchiveError>>

  init(file full: String, path: String, size: Int, limits: ArchiveLimits, _ memory: ContentMemory) {
    self.path = path
    name = String(path.split(separator: "/").last ?? "")
    self.size = size
    content = Lazy {
      do throws(ArchiveError) {
        let jar = try Archive.open(path: full, limits: limits)
        return .success(Content(jar, library: path, memory))
      } catch {
        return .failure(error)
      }
    }
  }

  init(_ entry: PackageEntry, of archive: Archive, _ memory: ContentMemory? = nil) {
    path = entry.path
    name = entry.resource?.name ?? String(entry.path.split(separator: "/").last ?? "")
    size = entry.entry.size
    let library = entry.path
    let archiveEntry = entry.entry
    content = Lazy {
      do throws(ArchiveError) {
        let jar = try archive.nested(archiveEntry)
        return .success(Content(jar, library: library, memory))
      } catch {
        return .failure(error)
      }
    }
  }

  /// What is in it, or why it cannot be opened.
  public var opened: Result<Content, ArchiveError> { content.value }
  /// Its classes; none when it cannot be opened.
  public var classes: [PackageClass] { (try? opened.get())?.classes ?? [] }
  /// Its manifest, service files and signatures; none when it cannot be opened.
  public var metadata: [MetadataFile] { (try? opened.get()).map { MetadataFile.all(of: $0.archive) } ?? [] }
  /// Whether it was opened already.
  public var isOpened: Bool { content.isMade }

  /// The findings about its structure, each located behind the jar's path.
  public var findings: [Finding] {
    switch opened {
    case .success(let content): return content.archive.findings.map { $0.inside(path) }
    case .failure(.defect(let finding)): return [finding]
    case .failure: return []
    }
  }
}

extension Finding {
  /// This finding with its entry named behind that of a bundled jar.
  func inside(_ library: String) -> Finding {
    var finding = self
    finding.location.entry = location.entry.map { "\(library)!/\($0)" } ?? library
    return finding
  }
}
