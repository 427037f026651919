public import Archives
import Glibc

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
    kind = Self.kind(of: entry.name) ?? (resource == nil ? .other : .resource)
  }

  /// What a path alone says an entry is for. By bytes: a large jar has tens of thousands of paths.
  static func kind(of path: String) -> EntryKind? {
    var path = path
    return path.withUTF8 { bytes in
      switch bytes.last {
      case UInt8(ascii: "/"): .folder
      case UInt8(ascii: "s"): bytes.ends(with: ".class") && !isAppleDouble(bytes) ? .class : nil
      case UInt8(ascii: "r"): bytes.ends(with: ".jar") && !isAppleDouble(bytes) ? .library : nil
      case UInt8(ascii: "F"): bytes.elementsEqual(manifestPath.utf8) ? .manifest : nil
      case UInt8(ascii: "l"): bytes.elementsEqual(descriptorPath.utf8) ? .descriptor : nil
      default: nil
      }
    }
  }

  /// Whether a file holds what macOS knows of another file of that name (`__MACOSX/._Worker.class`), not what its own
  /// name promises.
  static func isAppleDouble(_ path: String) -> Bool {
    var path = path
    return path.withUTF8(isAppleDouble)
  }

  private static func isAppleDouble(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    let name = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return name + 1 < path.count && path[name] == UInt8(ascii: ".") && path[name + 1] == UInt8(ascii: "_")
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func ends(with suffix: StaticString) -> Bool {
    guard let base = baseAddress, count >= suffix.utf8CodeUnitCount else { return false }
    return memcmp(base + count - suffix.utf8CodeUnitCount, suffix.utf8Start, suffix.utf8CodeUnitCount) == 0
  }
}
