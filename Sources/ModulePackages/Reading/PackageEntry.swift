public import Archives

/// What an entry of a package is for (package-format.md section 1).
public enum EntryKind: String, Hashable, Sendable, CaseIterable {
  /// `META-INF/MANIFEST.MF`.
  case manifest
  /// `module-descriptor.xml` in the root.
  case descriptor
  /// A class file, wherever it lies.
  case `class`
  /// A bundled jar.
  case library
  /// The bytes of a `file` resource that is neither class nor jar.
  case resource
  /// A folder: a name that ends in a slash, without content.
  case folder
  /// Anything else, carried along.
  case other
}

/// An entry of a package and what it is for.
public struct PackageEntry: Hashable, Sendable {
  /// A `file` resource of the descriptor (package-format.md section 3.6).
  public struct Resource: Hashable, Sendable {
    /// Its id, which names the entry.
    public var id: String
    /// Its name, which people know.
    public var name: String

    /// Makes a resource.
    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// The entry as the archive tells it.
  public let entry: ArchiveEntry
  /// What it is for.
  public let kind: EntryKind
  /// The resource whose bytes it holds, when it lies in `res/` and the descriptor declares it.
  public let resource: Resource?

  /// Its path in the archive.
  public var path: String { entry.name }

  /// The path of the manifest.
  public static let manifestPath = "META-INF/MANIFEST.MF"
  /// The path of the descriptor.
  public static let descriptorPath = "module-descriptor.xml"

  init(_ entry: ArchiveEntry, resource: Resource? = nil) {
    self.entry = entry
    self.resource = resource
    kind =
      switch entry.name {
      case Self.manifestPath: .manifest
      case Self.descriptorPath: .descriptor
      case let name where name.hasSuffix("/"): .folder
      case let name where name.hasSuffix(".class") && !Self.isAppleDouble(name): .class
      case let name where name.hasSuffix(".jar") && !Self.isAppleDouble(name): .library
      default: resource == nil ? .other : .resource
      }
  }

  /// Whether a file holds what macOS knows of another file of that name (`__MACOSX/._Worker.class`), not what its own
  /// name promises.
  static func isAppleDouble(_ path: String) -> Bool {
    // By bytes: a large jar asks this of each of its thousands of classes.
    let bytes = path.utf8
    let name = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes[bytes.index(after: $0)...] } ?? bytes[...]
    return name.starts(with: "._".utf8)
  }
}
