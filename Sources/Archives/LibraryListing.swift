import CLibArchive
import Findings

/// What libarchive, reading the same bytes by its own rules, takes for the archive's entries.
///
/// Two independent readers that agree are the ground on which a package is trusted; see `ArchiveRules.readers`.
enum LibraryListing {
  /// The first disagreement with `entries`; nil when both readers see the same names and sizes.
  static func disagreement(with entries: [ArchiveEntry], in buffer: UnsafeRawBufferPointer) -> Finding? {
    guard let reader = archive_read_new() else { return nil }
    defer { archive_read_free(reader) }
    archive_read_support_format_zip_seekable(reader)
    var status = archive_read_open_memory(reader, buffer.baseAddress, buffer.count)
    // libarchive walks by the local headers' offsets.
    var order = entries
    if zip(entries, entries.dropFirst()).contains(where: { $0.localOffset > $1.localOffset }) {
      order.sort { ($0.localOffset, $0.index) < ($1.localOffset, $1.index) }
    }
    var seen = 0
    var header: OpaquePointer?
    while status == ARCHIVE_OK || status == ARCHIVE_WARN {
      status = archive_read_next_header(reader, &header)
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let header else { break }
      guard seen < order.count else {
        return .archive(ArchiveRules.readers, "libarchive sees more than the \(order.count) entries of the directory")
      }
      let entry = order[seen]
      seen += 1
      if let sentence = difference(header, entry) {
        return .archive(ArchiveRules.readers, sentence, entry: entry.name, at: entry.localOffset)
      }
    }
    guard status == ARCHIVE_EOF || entries.isEmpty else {
      let reason = archive_error_string(reader).map { String(cString: $0) } ?? "no reason given"
      return .archive(ArchiveRules.readers, "libarchive stops after \(seen) of \(order.count) entries: \(reason)")
    }
    guard seen == order.count else {
      return .archive(ArchiveRules.readers, "libarchive sees \(seen) of \(order.count) entries")
    }
    return nil
  }

  private static func difference(_ header: OpaquePointer, _ entry: ArchiveEntry) -> String? {
    if archive_entry_size_is_set(header) != 0, !entry.isSymbolicLink, archive_entry_size(header) != Int64(entry.size) {
      return "\"\(entry.name)\" has \(entry.size) bytes, for libarchive \(archive_entry_size(header))"
    }
    // Without a locale, libarchive has plain names as bytes and others as UTF-8.
    let text =
      entry.name.utf8.allSatisfy { $0 < 0x80 } ? archive_entry_pathname(header) : archive_entry_pathname_utf8(header)
    guard let text else { return nil }
    let same = entry.otherName != nil || matches(text, entry.name)
    return same ? nil : "\"\(entry.name)\" is \"\(String(cString: text))\" for libarchive"
  }

  private static func matches(_ text: UnsafePointer<CChar>, _ name: String) -> Bool {
    var position = 0
    for byte in name.utf8 {
      let other = UInt8(bitPattern: text[position])
      // It turns the backslashes of MS-DOS archives into slashes; those names have findings of their own.
      guard other == byte || byte == UInt8(ascii: "\\") && other == UInt8(ascii: "/") else { return false }
      if other == 0 { return true }
      position += 1
    }
    return text[position] == 0
  }
}
