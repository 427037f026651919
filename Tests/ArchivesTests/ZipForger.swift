import Archives

/// An entry whose every header field can be a lie; fields left nil tell the truth.
struct ForgedEntry {
  var name: [UInt8]
  var content: [UInt8]
  var method: UInt16 = 8
  var flags: UInt16 = 0x0800
  /// The bytes in the file; nil is the content, truly compressed.
  var data: [UInt8]?
  var crc: UInt32?
  var size: Int?
  var compressedSize: Int?
  var unixMode: UInt16 = 0
  /// The lower half of the external attributes, in which MS-DOS keeps its own: 0x10 is a folder.
  var dosAttributes: UInt16 = 0
  var centralExtra: [UInt8] = []
  var localName: [UInt8]?
  var localMethod: UInt16?
  var localFlags: UInt16?
  var localCRC: UInt32?
  var localSize: Int?
  var localCompressedSize: Int?
  var localExtra: [UInt8] = []
  /// What follows the data: a true data descriptor in some form, or anything.
  var descriptor: Descriptor = .none
  /// Bytes in front of the local header.
  var gap: [UInt8] = []
  /// The offset in the central directory, instead of the true one.
  var localOffset: Int?
  var hasLocal = true
  var hasRecord = true

  enum Descriptor {
    case none
    case form(signed: Bool, wide: Bool)
    case bytes([UInt8])
  }

  init(_ name: String, _ content: String = "content", _ change: (inout ForgedEntry) -> Void = { _ in }) {
    self.init(Array(name.utf8), Array(content.utf8), change)
  }

  init(_ name: [UInt8], _ content: [UInt8], _ change: (inout ForgedEntry) -> Void = { _ in }) {
    self.name = name
    self.content = content
    change(&self)
  }

  /// The entry with its compressed bytes and CRC worked out, to be put into an archive many times.
  func sealed() throws -> ForgedEntry {
    var entry = self
    guard data == nil || crc == nil else { return self }
    var writer = ArchiveWriter(epoch: 0, style: .appliance)
    try writer.add("x", content)
    let archive = Archive(bytes: try writer.bytes(), limits: ArchiveLimits(ratio: .max))
    entry.crc = crc ?? archive.entries[0].crc
    if data == nil { entry.data = method == 0 ? content : try archive.rawContent(of: archive.entries[0]) }
    return entry
  }

  /// Turns the entry into one with a data descriptor, as streams are written.
  mutating func stream(signed: Bool = true, wide: Bool = false) {
    flags |= 8
    localCRC = 0
    localSize = 0
    localCompressedSize = 0
    descriptor = .form(signed: signed, wide: wide)
  }
}

/// A ZIP put together byte by byte, sound unless told otherwise.
struct ForgedArchive {
  var entries: [ForgedEntry]
  /// Bytes in front of everything; counted in the offsets unless `hidesPrefix`.
  var prefix: [UInt8] = []
  var hidesPrefix = false
  var beforeDirectory: [UInt8] = []
  var afterDirectory: [UInt8] = []
  var comment: [UInt8] = []
  var suffix: [UInt8] = []
  var count: Int?
  var directorySize: Int?
  var directoryOffset: Int?
  /// Adds a ZIP64 end record and locator.
  var zip64 = false
  var zip64Count: Int?
  var locatorOffset: Int?
  var hasEnd = true

  init(_ entries: [ForgedEntry], _ change: (inout ForgedArchive) -> Void = { _ in }) {
    self.entries = entries
    change(&self)
  }

  /// The archive.
  func bytes() throws -> [UInt8] {
    var out = prefix
    let base = hidesPrefix ? prefix.count : 0
    var directory: [UInt8] = []
    var records = 0
    for entry in entries {
      out += entry.gap
      let truth = try Truth(entry)
      let offset = out.count - base
      if entry.hasLocal { Self.appendLocal(entry, truth, to: &out) }
      if entry.hasRecord {
        Self.appendRecord(entry, truth, offset: entry.localOffset ?? offset, to: &directory)
        records += 1
      }
    }
    out += beforeDirectory
    let start = out.count - base
    out += directory + afterDirectory
    let zip64Start = out.count - base
    if zip64 {
      out += le(0x0606_4B50, 4) + le(44, 8) + le(45, 2) + le(45, 2) + le(0, 4) + le(0, 4)
      out += le(zip64Count ?? records, 8) + le(zip64Count ?? records, 8) + le(directory.count, 8) + le(start, 8)
      out += le(0x0706_4B50, 4) + le(0, 4) + le(locatorOffset ?? zip64Start, 8) + le(1, 4)
    }
    if hasEnd {
      out += le(0x0605_4B50, 4) + le(0, 4) + le(count ?? records, 2) + le(count ?? records, 2)
      out += le(directorySize ?? directory.count, 4) + le(directoryOffset ?? start, 4)
      out += le(comment.count, 2) + comment
    }
    return out + suffix
  }

  /// What an entry's fields should be.
  private struct Truth {
    let data: [UInt8]
    let crc: UInt32

    init(_ entry: ForgedEntry) throws {
      let sealed = try entry.sealed()
      data = sealed.data ?? []
      crc = sealed.crc ?? 0
    }
  }

  private static func appendLocal(_ entry: ForgedEntry, _ truth: Truth, to out: inout [UInt8]) {
    let name = entry.localName ?? entry.name
    out += le(0x0403_4B50, 4) + le(20, 2) + le(Int(entry.localFlags ?? entry.flags), 2)
    out += le(Int(entry.localMethod ?? entry.method), 2) + le(0, 2) + le(33, 2)
    out += le(Int(entry.localCRC ?? entry.crc ?? truth.crc), 4)
    out += le(entry.localCompressedSize ?? entry.compressedSize ?? truth.data.count, 4)
    out += le(entry.localSize ?? entry.size ?? entry.content.count, 4)
    out += le(name.count, 2) + le(entry.localExtra.count, 2) + name + entry.localExtra + truth.data
    switch entry.descriptor {
    case .none: break
    case .bytes(let bytes): out += bytes
    case .form(let signed, let wide):
      if signed { out += le(0x0807_4B50, 4) }
      out += le(Int(truth.crc), 4) + le(truth.data.count, wide ? 8 : 4) + le(entry.content.count, wide ? 8 : 4)
    }
  }

  private static func appendRecord(_ entry: ForgedEntry, _ truth: Truth, offset: Int, to out: inout [UInt8]) {
    out += le(0x0201_4B50, 4) + le(entry.unixMode == 0 ? 20 : 3 << 8 | 20, 2) + le(20, 2) + le(Int(entry.flags), 2)
    out += le(Int(entry.method), 2) + le(0, 2) + le(33, 2) + le(Int(entry.crc ?? truth.crc), 4)
    out += le(entry.compressedSize ?? truth.data.count, 4) + le(entry.size ?? entry.content.count, 4)
    out += le(entry.name.count, 2) + le(entry.centralExtra.count, 2) + le(0, 6)
    out += le(Int(entry.unixMode) << 16 | Int(entry.dosAttributes), 4) + le(offset, 4) + entry.name + entry.centralExtra
  }
}

/// The lowest `count` bytes of a number, little end first.
func le(_ number: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
