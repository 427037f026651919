import ByteParsing
import Findings

/// Writes a JAR: the same entries give the same bytes, in whatever order they were added, on every machine.
///
/// The container is written here and not by libarchive, whose ZIP writer adds extra fields (times, user ids) and data
/// descriptors that depend on its version. Entries stand manifest first, then in byte order of their names; they carry
/// one time, no extra fields, no comments, and UTF-8 names. ZIP64 is used for 65,535 entries and more, which only
/// `plain` archives may have.
public struct ArchiveWriter: Sendable {
  /// How headers are laid out.
  public enum Style: Sendable {
    /// CRC and sizes in the local header; flags 0x0800.
    case plain
    /// As the appliance writes: flags 0x0808, zeros in the local header, a signed data descriptor after the content
    /// (package-format.md section 1).
    case appliance
  }

  /// The time of every entry that does not bring its own.
  public let modified: DOSTime
  /// How headers are laid out.
  public let style: Style

  private var items: [Item] = []
  private var names: Set<[UInt8]> = []

  private struct Item {
    let name: [UInt8]
    let method: CompressionMethod
    let crc: UInt32
    let size: Int
    let data: [UInt8]
    let modified: DOSTime
  }

  /// A writer whose entries have the time `epoch`, in seconds since 1970 UTC, clamped to 1980 and 2107.
  public init(epoch: Int, style: Style = .plain) {
    modified = DOSTime(epoch: epoch)
    self.style = style
  }

  /// Adds an entry, deflated where that makes it smaller than stored.
  public mutating func add(_ name: String, _ content: [UInt8]) throws(ArchiveError) {
    let isFolder = name.hasSuffix("/")
    let deflated = isFolder ? [] : Deflate.compress(content)
    // The appliance deflates everything; Java's stream reader takes data descriptors after deflated content only.
    let stored = isFolder || style == .plain && deflated.count >= content.count
    try append(
      Item(
        name: Array(name.utf8),
        method: stored ? .stored : .deflated,
        crc: EntryExpander.checksum(content),
        size: content.count,
        data: stored ? content : deflated,
        modified: modified
      )
    )
  }

  /// Adds an entry of another archive with its compressed bytes as they are, and its time when `keepingTime`.
  ///
  /// The bytes are expanded once on the way, so that nothing damaged is passed on.
  public mutating func add(
    copying entry: ArchiveEntry,
    from archive: Archive,
    keepingTime: Bool = false
  ) throws(ArchiveError) {
    _ = try archive.content(of: entry)
    try append(
      Item(
        name: entry.rawName,
        method: entry.method,
        crc: entry.crc,
        size: entry.size,
        data: try archive.rawContent(of: entry),
        modified: keepingTime ? entry.modified : modified
      )
    )
  }

  private mutating func append(_ item: Item) throws(ArchiveError) {
    let name = String(decoding: item.name, as: UTF8.self)
    guard !item.name.isEmpty, item.name.count <= 0xFFFF else {
      throw .unwritable(entry: name, reason: "a name has 1 to 65535 bytes")
    }
    guard item.size < 0xFFFF_FFFF, item.data.count < 0xFFFF_FFFF else {
      throw .unwritable(entry: name, reason: "it has 4 GiB or more")
    }
    // Whether the appliance reads ZIP64 nobody has seen.
    guard style == .plain || items.count < EndRecordWriter.deferring - 1 else {
      throw .unwritable(entry: name, reason: "it would be entry 65535")
    }
    guard names.insert(item.name).inserted else {
      throw .unwritable(entry: name, reason: "another entry has that name")
    }
    items.append(item)
  }

  /// The finished archive.
  public func bytes() throws(ArchiveError) -> [UInt8] {
    let ordered = items.sorted { Self.precedes($0.name, $1.name) }
    let length = ordered.reduce(EndRecordWriter.mostBytes) { $0 + 92 + 2 * $1.name.count + $1.data.count }
    guard length < 0xFFFF_FFFF else {
      throw .unwritable(entry: "", reason: "the archive would have 4 GiB or more")
    }
    var out: [UInt8] = []
    out.reserveCapacity(length)
    var directory: [UInt8] = []
    for item in ordered {
      let offset = out.count
      let late = style == .appliance && item.method == .deflated
      let flags: ArchiveEntry.Flags = late ? [.utf8, .dataDescriptor] : .utf8
      LocalHeaderWriter.append(
        to: &out,
        name: item.name,
        flags: flags,
        method: item.method,
        modified: item.modified,
        crc: late ? 0 : item.crc,
        compressedSize: late ? 0 : item.data.count,
        size: late ? 0 : item.size
      )
      out += item.data
      if late {
        out.append(UInt32(0x0807_4B50), .littleEndian)
        appendNumbers(item, to: &out)
      }
      appendRecord(item, flags: flags, offset: offset, to: &directory)
    }
    let start = out.count
    out += directory
    EndRecordWriter.append(to: &out, entries: ordered.count, directory: start..<out.count)
    return out
  }

  /// Writes the finished archive to a file, beside it first and then renamed into place.
  public func write(to path: String) throws(ArchiveError) { try AtomicFile.write(bytes(), to: path) }

  private func appendNumbers(_ item: Item, to out: inout [UInt8]) {
    out.append(item.crc, .littleEndian)
    out.append(UInt32(item.data.count), .littleEndian)
    out.append(UInt32(item.size), .littleEndian)
  }

  /// A central directory record (APPNOTE 4.3.12): made by version 2.0 on MS-DOS, which has no modes to differ in.
  private func appendRecord(_ item: Item, flags: ArchiveEntry.Flags, offset: Int, to directory: inout [UInt8]) {
    directory.append(UInt32(DirectoryRecord.signature), .littleEndian)
    directory.append(UInt16(20), .littleEndian)
    directory.append(UInt16(20), .littleEndian)
    directory.append(flags.rawValue, .littleEndian)
    directory.append(item.method.rawValue, .littleEndian)
    directory.append(item.modified.time, .littleEndian)
    directory.append(item.modified.date, .littleEndian)
    appendNumbers(item, to: &directory)
    directory.append(UInt16(item.name.count), .littleEndian)
    // Extra field, comment, disk, internal attributes: none. External attributes: a folder's MS-DOS bit.
    directory.append(UInt64(0), .littleEndian)
    directory.append(UInt32(item.name.last == UInt8(ascii: "/") ? 0x10 : 0), .littleEndian)
    directory.append(UInt32(offset), .littleEndian)
    directory += item.name
  }

  /// Manifest first, as JAR readers expect and the appliance writes; the rest by unsigned bytes.
  private static func precedes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let first = rank(a)
    let second = rank(b)
    return first != second ? first < second : a.lexicographicallyPrecedes(b)
  }

  private static func rank(_ name: [UInt8]) -> Int {
    name.elementsEqual("META-INF/".utf8) ? 0 : name.elementsEqual(JarManifest.entryName.utf8) ? 1 : 2
  }
}
