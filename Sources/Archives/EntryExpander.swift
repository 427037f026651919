import CLibArchive
import Findings

/// Expands one entry, straight into the array that it fills.
///
/// The strict reader knows already where the content is and what it must become. So libdeflate, which only knows whole
/// contents, expands it in half the time that zlib takes; what does not become exactly that is zlib's, which can say
/// what is wrong. libarchive, which gives its opinion on the structure (`LibraryListing`), would inflate by way of a
/// window and a buffer of 256 KiB an entry.
enum EntryExpander {
  /// The content of `entry`, exactly `entry.size` bytes.
  static func expand(_ entry: ArchiveEntry, _ content: UnsafeRawBufferPointer) throws(ArchiveError) -> [UInt8] {
    guard entry.size > 0 || !content.isEmpty else {
      guard entry.crc == 0 else {
        throw refuse(ArchiveRules.crc, entry, "is empty, its checksum is not that of nothing")
      }
      return []
    }
    let bytes =
      if entry.method == .stored {
        Array(content)
      } else if let whole = whole(entry, content) {
        whole
      } else {
        try inflate(entry, content)
      }
    guard bytes.count == entry.size else {
      throw refuse(ArchiveRules.data, entry, "expands to \(bytes.count) bytes, its headers say \(entry.size)")
    }
    let actual = checksum(bytes)
    guard actual == entry.crc else {
      throw refuse(
        ArchiveRules.crc,
        entry,
        "has the checksum \(String(actual, radix: 16)), its headers say \(String(entry.crc, radix: 16))"
      )
    }
    return bytes
  }

  /// The CRC-32 of bytes.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
  }

  private static let decompressors = Decompressors()

  /// The content, if all of it expands to exactly the entry's size.
  private static func whole(_ entry: ArchiveEntry, _ content: UnsafeRawBufferPointer) -> [UInt8]? {
    guard let decompressor = decompressors.take() else { return nil }
    defer { decompressors.giveBack(decompressor) }
    var isWhole = false
    let bytes = [UInt8](unsafeUninitializedCapacity: entry.size) { output, filled in
      var taken = 0
      let result = libdeflate_deflate_decompress_ex(
        decompressor,
        content.baseAddress,
        content.count,
        output.baseAddress,
        entry.size,
        &taken,
        &filled
      )
      isWhole = result == LIBDEFLATE_SUCCESS && taken == content.count && filled == entry.size
      if !isWhole { filled = 0 }
    }
    return isWhole ? bytes : nil
  }

  private static func inflate(
    _ entry: ArchiveEntry,
    _ content: UnsafeRawBufferPointer
  ) throws(ArchiveError) -> [UInt8] {
    var stream = z_stream()
    // A negative window size: deflated data without the header of zlib (RFC 1951).
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw refuse(ArchiveRules.data, entry, "cannot be read: no memory")
    }
    defer { inflateEnd(&stream) }
    var status = Z_OK
    var consumed = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: entry.size) { output, filled in
      filled = 0
      run(&stream, content, &consumed, UnsafeMutableRawBufferPointer(output), &filled, &status)
    }
    if status != Z_STREAM_END, bytes.count == entry.size {
      // The end of the data may still follow, or output that the headers do not know of.
      var surplus: UInt8 = 0
      var more = 0
      withUnsafeMutableBytes(of: &surplus) { run(&stream, content, &consumed, $0, &more, &status) }
      guard more == 0 else {
        throw refuse(ArchiveRules.data, entry, "expands to more than the \(entry.size) bytes of its headers")
      }
    }
    switch status {
    case Z_STREAM_END where consumed == content.count: return bytes
    case Z_STREAM_END:
      let left = content.count - consumed
      throw refuse(ArchiveRules.data, entry, "cannot be expanded: \(left) bytes follow the end of its data")
    case Z_OK, Z_BUF_ERROR: throw refuse(ArchiveRules.data, entry, "cannot be expanded: its data ends in the middle")
    default:
      let reason = stream.msg.map { String(cString: $0) } ?? "damaged data"
      throw refuse(ArchiveRules.data, entry, "cannot be expanded: \(reason)")
    }
  }

  /// Inflates until the data ends, the output is full, or nothing moves any more. zlib counts in 32 bits, so that large
  /// contents take several steps.
  private static func run(
    _ stream: inout z_stream,
    _ content: UnsafeRawBufferPointer,
    _ consumed: inout Int,
    _ output: UnsafeMutableRawBufferPointer,
    _ filled: inout Int,
    _ status: inout Int32
  ) {
    let step = Int(Int32.max)
    repeat {
      let input = min(step, content.count - consumed)
      let room = min(step, output.count - filled)
      // zlib does not write to its input; the type of `next_in` is older than `const`.
      stream.next_in = content.baseAddress.map {
        UnsafeMutableRawPointer(mutating: $0 + consumed).assumingMemoryBound(to: UInt8.self)
      }
      stream.avail_in = UInt32(input)
      stream.next_out = output.baseAddress.map { ($0 + filled).assumingMemoryBound(to: UInt8.self) }
      stream.avail_out = UInt32(room)
      status = CLibArchive.inflate(&stream, Z_FINISH)
      let (taken, made) = (input - Int(stream.avail_in), room - Int(stream.avail_out))
      consumed += taken
      filled += made
      guard taken > 0 || made > 0 else { return }
    } while (status == Z_OK || status == Z_BUF_ERROR) && filled < output.count && consumed < content.count
  }

  private static func refuse(_ rule: Rule, _ entry: ArchiveEntry, _ sentence: String) -> ArchiveError {
    .defect(.archive(rule, "\"\(entry.name)\" \(sentence)", entry: entry.name, at: entry.localOffset))
  }
}
