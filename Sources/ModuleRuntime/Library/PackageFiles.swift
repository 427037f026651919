import Archives
internal import ModuleDescriptors
internal import ModulePackages

/// A file of a module's package.
public struct PackageFile: Sendable, Hashable {
  /// Its own name, not the entry's.
  public var name: String
  /// Its bytes.
  public var bytes: [UInt8]

  /// Takes both.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// The file resources of an imported package, read when a function asks for them.
struct PackageFiles: Sendable {
  private let archive: Archive
  private let resources: [String: FileResource]

  /// Takes the package and its descriptor's resources; a resource is found by id, entry and name, in this order.
  init(_ package: ModulePackage) {
    archive = package.archive
    var resources: [String: FileResource] = [:]
    for names in [\FileResource.id, \.entry, \.name] {
      for file in package.fileResources where resources[file[keyPath: names]] == nil {
        resources[file[keyPath: names]] = file
      }
    }
    self.resources = resources
  }

  /// A resource by its id, its entry or its name; nil when there is none, or its bytes cannot be read.
  func find(_ name: String) -> PackageFile? {
    guard let file = resources[name],
      let entry = file.possibleEntries.lazy.compactMap({ archive.entry(named: $0) }).first,
      let bytes = try? archive.content(of: entry)
    else { return nil }
    return PackageFile(name: file.name, bytes: bytes)
  }
}
