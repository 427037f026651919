import CLibArchive
import Findings

/// Expands one entry with libarchive.
///
/// libarchive's ZIP readers go through a file in order, or read its directory themselves. Here the strict reader knows
/// already where the content is and what it must become, so libarchive is given a stream of one entry: a local header
/// made of the central directory's numbers, then the content in place, uncopied. It inflates, counts and compares the
/// CRC; a contradiction that the file's own headers might contain cannot reach it.
enum EntryExpander {
  /// The content of `entry`, exactly `entry.size` bytes.
  static func expand(_ entry: ArchiveEntry, _ content: UnsafeRawBufferPointer) throws(ArchiveError) -> [UInt8] {
    guard entry.size > 0 || !content.isEmpty else {
      guard entry.crc == 0 else {
        throw refuse(ArchiveRules.crc, entry, "is empty, its checksum is not that of nothing")
      }
      return []
    }
    var source = Source(header: header(of: entry), content: content)
    var result: Result<[UInt8], ArchiveError> = .success([])
    withUnsafeMutablePointer(to: &source) { source in
      result = Result { () throws(ArchiveError) in try read(entry, from: source) }
    }
    return try result.get()
  }

  private static func read(
    _ entry: ArchiveEntry,
    from source: UnsafeMutablePointer<Source>
  ) throws(ArchiveError) -> [UInt8] {
    guard let reader = archive_read_new() else { throw refuse(ArchiveRules.data, entry, "cannot be read: no memory") }
    defer { archive_read_free(reader) }
    archive_read_support_format_zip_streamable(reader)
    // The CRC is compared below, for a finding of its own.
    archive_read_set_format_option(reader, "zip", "ignorecrc32", "1")
    let opened = archive_read_open(reader, source, nil, Source.read, nil)
    var header: OpaquePointer?
    guard opened == ARCHIVE_OK, archive_read_next_header(reader, &header) == ARCHIVE_OK else {
      throw failure(reader, entry)
    }
    var filled = 0
    var status: Int = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: entry.size) { output, count in
      while filled < entry.size {
        status = archive_read_data(reader, output.baseAddress?.advanced(by: filled), entry.size - filled)
        if status <= 0 { break }
        filled += status
      }
      count = filled
    }
    guard status >= 0 else { throw failure(reader, entry) }
    guard filled == entry.size else {
      throw refuse(ArchiveRules.data, entry, "expands to \(filled) bytes, its headers say \(entry.size)")
    }
    // The end of the data is where libarchive compares sizes and CRC, and where surplus output would show.
    var surplus: UInt8 = 0
    status = archive_read_data(reader, &surplus, 1)
    if status > 0 {
      throw refuse(ArchiveRules.data, entry, "expands to more than the \(entry.size) bytes of its headers")
    }
    let actual = checksum(bytes)
    guard actual == entry.crc else {
      throw refuse(
        ArchiveRules.crc,
        entry,
        "has the checksum \(String(actual, radix: 16)), its headers say \(String(entry.crc, radix: 16))"
      )
    }
    guard status == 0 else { throw failure(reader, entry) }
    return bytes
  }

  /// The CRC-32 of bytes.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
  }

  private static func failure(_ reader: OpaquePointer, _ entry: ArchiveEntry) -> ArchiveError {
    let reason = archive_error_string(reader).map { String(cString: $0) } ?? "no reason given"
    return refuse(ArchiveRules.data, entry, "cannot be expanded: \(reason)")
  }

  private static func refuse(_ rule: Rule, _ entry: ArchiveEntry, _ sentence: String) -> ArchiveError {
    .defect(.archive(rule, "\"\(entry.name)\" \(sentence)", entry: entry.name, at: entry.localOffset))
  }

  private static func header(of entry: ArchiveEntry) -> [UInt8] {
    var header: [UInt8] = []
    header.reserveCapacity(32)
    LocalHeaderWriter.append(
      to: &header,
      name: [UInt8(ascii: "-")],
      flags: [],
      method: entry.method,
      modified: DOSTime(time: 0, date: 33),
      crc: entry.crc,
      compressedSize: entry.compressedSize,
      size: entry.size
    )
    return header
  }

  /// What libarchive reads: the header, then the content.
  private struct Source {
    let header: [UInt8]
    let content: UnsafeRawBufferPointer
    var step = 0

    static let read:
      @convention(c) (
        OpaquePointer?, UnsafeMutableRawPointer?, UnsafeMutablePointer<UnsafeRawPointer?>?
      ) -> Int = { _, context, out in
        guard let source = context?.assumingMemoryBound(to: Source.self), let out else { return -1 }
        source.pointee.step += 1
        switch source.pointee.step {
        case 1:
          // The array outlives the reader, and is never changed: its storage stays where it is.
          return source.pointee.header.withUnsafeBytes {
            out.pointee = $0.baseAddress
            return $0.count
          }
        case 2 where !source.pointee.content.isEmpty:
          out.pointee = source.pointee.content.baseAddress
          return source.pointee.content.count
        default:
          return 0
        }
      }
  }
}
