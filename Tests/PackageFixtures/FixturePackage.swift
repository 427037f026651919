public import Archives

/// A small package for a test: say what differs from a sound one, then take its bytes.
///
/// ```swift
/// var package = FixturePackage(descriptor: descriptor)
/// package.manifest["ObjectId"] = nil
/// package.entries["Worker.class"] = workerBytes
/// let bytes = try package.bytes()
/// ```
public struct FixturePackage: Sendable {
  /// The module id in a fresh fixture's manifest.
  public static let moduleID = "11111111-2222-3333-4444-555555555555"

  /// The manifest; nil leaves the entry out.
  public var manifest: JarManifest?
  /// The text of `module-descriptor.xml`; nil leaves the entry out.
  public var descriptor: String?
  /// Every other entry by its name: `Worker.class`, `res/<resource id>.txt`.
  public var entries: [String: [UInt8]] = [:]
  /// Bundled jars by their entry's name (`library.jar`): their own entries by name.
  public var jars: [String: [String: [UInt8]]] = [:]
  /// How headers are laid out; as on the appliance unless told otherwise.
  public var style: ArchiveWriter.Style = .appliance
  /// The time of all entries, in seconds since 1970 UTC.
  public var epoch = 1_700_000_000

  /// A package with a sound manifest for `id`, as the appliance writes it (package-format.md section 1).
  public init(id: String = FixturePackage.moduleID, descriptor: String? = nil) {
    manifest = JarManifest(main: [
      .init("Manifest-Version", "1.0"), .init("ObjectId", id), .init("StarfaceModule_SpecVersion", "5"),
      .init("Created-By", "STARFACE Version 8.0.0.5"), .init("Create-Date", "2023-11-14T22:13:20+00:00"),
    ])
    self.descriptor = descriptor
  }

  /// The package as a file's bytes.
  public func bytes() throws(ArchiveError) -> [UInt8] {
    var writer = ArchiveWriter(epoch: epoch, style: style)
    if let manifest { try writer.add(JarManifest.entryName, manifest.bytes()) }
    if let descriptor { try writer.add("module-descriptor.xml", Array(descriptor.utf8)) }
    for (name, content) in entries.sorted(by: { $0.key < $1.key }) { try writer.add(name, content) }
    for (name, contents) in jars.sorted(by: { $0.key < $1.key }) {
      try writer.add(name, Self.jar(contents, epoch: epoch))
    }
    return try writer.bytes()
  }

  /// The bytes of a jar with these entries, and a manifest when they bring none.
  public static func jar(_ entries: [String: [UInt8]], epoch: Int = 1_700_000_000) throws(ArchiveError) -> [UInt8] {
    var writer = ArchiveWriter(epoch: epoch)
    if entries[JarManifest.entryName] == nil {
      try writer.add(JarManifest.entryName, JarManifest(main: [.init("Manifest-Version", "1.0")]).bytes())
    }
    for (name, content) in entries.sorted(by: { $0.key < $1.key }) { try writer.add(name, content) }
    return try writer.bytes()
  }
}
