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
  public func text(_ style: TerminalStyle) -> String {
    var table = TextTable(rightAligned: [0, 1])
    table.rows.append(["size", "packed", "crc", "kind", "entry"].map { TextTable.Cell($0, .dim) })
    var (size, packed) = (0, 0)
    for entry in entries {
      size += entry.entry.size
      packed += entry.entry.compressedSize
      let name = entry.resource.map { "\(entry.path)  (\($0.name))" } ?? entry.path
      table.add(
        TextTable.Cell(String(entry.entry.size)),
        TextTable.Cell(String(entry.entry.compressedSize)),
        TextTable.Cell(crc(entry)),
        TextTable.Cell(entry.kind.rawValue),
        TextTable.Cell(name)
      )
    }
    table.add(
      TextTable.Cell(String(size), .dim),
      TextTable.Cell(String(packed), .dim),
      "",
      "",
      TextTable.Cell(counted(entries.count, "entry", plural: "entries"), .dim)
    )
    return table.text(style)
  }

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
    return digits.utf8.count == 8 ? digits : String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
