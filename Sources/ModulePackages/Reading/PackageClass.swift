public import Archives
public import ClassFiles
public import Findings

/// A class file of a package, jar or folder; read when first asked for.
public struct PackageClass: Sendable {
  /// Where a class lies.
  public enum Origin: Hashable, Sendable {
    /// Flat in the root of the package, by its simple name.
    case root
    /// In `res/`, as a `file` resource uploaded in the designer.
    case resource(PackageEntry.Resource)
    /// Below folders: the usual JAR layout.
    case folder
    /// In `META-INF/versions/n/` of a multi-release JAR, for Java `n` and newer.
    case versioned(Int)
  }

  /// Where it lies.
  public let origin: Origin
  /// Its path in the archive or folder that holds it.
  public let path: String
  /// The path of the bundled jar that holds it; nil when it lies in the package itself.
  public let library: String?
  /// Its size in bytes.
  public let size: Int
  private let content: Lazy<Content>
  private let make: @Sendable () -> Content
  private let memory: ContentMemory?

  private struct Content: Sendable {
    let file: Result<ClassFile, ClassReadError>
    let name: String?
  }

  init(
    path: String,
    origin: Origin,
    library: String? = nil,
    size: Int,
    memory: ContentMemory? = nil,
    read: @escaping @Sendable () -> Result<[UInt8], ClassReadError>
  ) {
    self.path = path
    self.origin = origin
    self.library = library
    self.size = size
    self.memory = memory
    let make = { @Sendable () -> Content in
      let file = read().flatMap { bytes in
        do throws(ClassFileError) { return .success(try ClassFile(bytes)) } catch { return .failure(.malformed(error)) }
      }
      return Content(file: file, name: try? (try? file.get())?.name)
    }
    self.make = make
    content = Lazy(make)
  }

  /// What was read, kept when there is room for it.
  private var current: Content {
    if let memory, !content.isMade, !memory.take(size) { return make() }
    return content.value
  }

  /// The class file, or why it cannot be read.
  public var parsed: Result<ClassFile, ClassReadError> { current.file }
  /// The class file, when it can be read.
  public var file: ClassFile? { try? parsed.get() }
  /// The name that the class file states, with slashes; nil when it cannot be read.
  public var internalName: String? { current.name }
  /// Whether the class file was read already.
  public var isRead: Bool { content.isMade }

  /// The simple name by which the platform looks for it: that of the entry, or of the resource.
  public var simpleName: String {
    let path = if case .resource(let resource) = origin { resource.name } else { path }
    let last = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    return String(last.hasSuffix(".class") ? last.dropLast(6) : last)
  }

  /// Its path for people, with `!/` between a bundled jar and its entry.
  public var displayPath: String { library.map { "\($0)!/\(path)" } ?? path }
  /// Where findings about it point.
  public var location: Location { Location(entry: displayPath) }
}

/// Why a class file could not be read.
public enum ClassReadError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Its bytes could not be had from the archive.
  case content(ArchiveError)
  /// It is no well-formed class file.
  case malformed(ClassFileError)

  /// One sentence.
  public var description: String {
    switch self {
    case .content(let error): error.description
    case .malformed(let error): error.description
    }
  }

  /// Whether both are the same failure.
  public static func == (a: ClassReadError, b: ClassReadError) -> Bool { a.description == b.description }

  /// Feeds the failure's text.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}
