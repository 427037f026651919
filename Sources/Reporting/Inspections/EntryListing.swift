import Archives
public import ModulePackages

/// The entries of a package or jar, as `sfm ls` tells them.
public struct EntryListing: Sendable {
  private let path: String
  private let entries: [PackageEntry]

  /// The entries of a package.
  public init(_ package: ModulePackage) {
    path = package.path
    entries = package.entries
  }

  /// A table: size, compressed size, CRC, kind, path, and the resource's name.
  public func text(_ style: TerminalStyle) -> String { EntryTable(entries).text(style) }

  /// The document, schema `sfm.ls/1`.
  public var json: JSONValue {
    .object([
      "schema": "sfm.ls/1", "package": .string(path),
      "entries": .array(
        entries.map { entry in
          .object([
            "path": .string(entry.path), "kind": .string(entry.kind.rawValue), "size": .integer(entry.entry.size),
            "compressedSize": .integer(entry.entry.compressedSize), "crc": .string(crc(entry)),
            "method": .string(entry.entry.method.description), "modified": .string(entry.entry.modified.description),
            "resource": entry.resource.map { .object(["id": .string($0.id), "name": .string($0.name)]) },
          ])
        }
      ),
    ])
  }

  private func crc(_ entry: PackageEntry) -> String {
    let digits = String(entry.entry.crc, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
