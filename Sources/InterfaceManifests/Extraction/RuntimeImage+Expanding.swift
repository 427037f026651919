import Archives

/// Compressed resources: each plug-in of `jlink` that packed one has put a header before what it made, the last one first
/// (`jdk.internal.jimage.decompressor.CompressedResourceHeader`).
extension RuntimeImage {
  /// A mark, the sizes packed and unpacked, the plug-in, its configuration, and whether it was the first.
  private enum Header {
    static let mark: UInt32 = 0xcafe_fafa
    static let stored = 4
    static let size = 12
    static let plugin = 20
    static let length = 29
  }

  /// There are two plug-ins that pack, each of which does so once.
  private static let mostLayers = 4
  /// No class file is so large, packed or not.
  private static let mostBytes = 256 << 20

  /// The bytes of a class from its packed ones.
  func expand(_ resource: Resource, _ region: UnsafeRawBufferPointer) throws(ManifestError) -> [UInt8] {
    let name = "\(resource.module)/\(resource.name)"
    guard region.count >= Header.length else {
      throw .source(path: path, reason: "the compressed \(name) has no header")
    }
    var content = Array(region)
    for _ in 0..<Self.mostLayers where isPacked(content) { content = try unpack(content, name) }
    guard content.count == resource.size, !isPacked(content) else { throw damagedHeader(name) }
    return content
  }

  private func isPacked(_ content: [UInt8]) -> Bool {
    content.withUnsafeBytes { $0.count >= Header.length && field(UInt32.self, 0, $0) == Header.mark }
  }

  private func unpack(_ content: [UInt8], _ name: String) throws(ManifestError) -> [UInt8] {
    let (stored, size, place) = content.withUnsafeBytes {
      (
        field(UInt64.self, Header.stored, $0), field(UInt64.self, Header.size, $0),
        field(UInt32.self, Header.plugin, $0)
      )
    }
    guard stored == content.count - Header.length, size <= Self.mostBytes else { throw damagedHeader(name) }
    let plugin = string(Int(place))
    let expanded: [UInt8]?
    switch plugin {
    case "zip": expanded = content.withUnsafeBytes { ZlibStream.expand(packed($0), size: Int(size)) }
    case "compact-cp":
      expanded = content.withUnsafeBytes {
        SharedConstants.expand(packed($0), size: Int(size), strings: stringBytes)
      }
    default:
      throw .source(
        path: path,
        reason: "its resources are compressed by '\(plugin)', of which only 'zip' and 'compact-cp' are read; "
          + "use a JDK whose image is not"
      )
    }
    guard let expanded else { throw .source(path: path, reason: "the compressed \(name) is damaged") }
    return expanded
  }

  private func packed(_ content: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: content[Header.length...])
  }

  private func field<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type,
    _ offset: Int,
    _ content: UnsafeRawBufferPointer
  ) -> T { T(littleEndian: content.loadUnaligned(fromByteOffset: offset, as: type)) }

  private func damagedHeader(_ name: String) -> ManifestError {
    .source(path: path, reason: "the header of the compressed \(name) is damaged")
  }
}
