extension StructureReader {
  /// Without an end record: what the local headers alone tell, up to the first doubt.
  mutating func salvage() {
    guard bytes.u32(0) == LocalHeader.signature || !report.isEmpty else {
      report.add(
        ArchiveRules.notAZip,
        bytes.isEmpty ? "the file is empty" : "this is no ZIP archive: it has no end record and no entry",
        at: nil,
        hint: OtherFormat(bytes)?.hint
      )
      return
    }
    var offset = 0
    while entries.count < limits.entries, let local = LocalHeader(bytes, at: offset),
      // With a data descriptor the length of the content is unknown without inflating it.
      local.flags & 8 == 0, local.compressedSize <= bytes.count - local.dataStart
    {
      let (name, otherName) = names.next(UnsafeRawBufferPointer(rebasing: bytes[local.name]))
      let entry = ArchiveEntry(
        index: entries.count,
        name: name,
        method: CompressionMethod(rawValue: local.method),
        flags: .init(rawValue: local.flags),
        compressedSize: local.compressedSize,
        size: local.size,
        crc: local.crc,
        modified: local.time,
        centralOffset: offset,
        localOffset: offset,
        unixMode: 0,
        otherName: otherName
      )
      entries.append(entry)
      contents.append(local.dataStart..<(local.dataStart + local.compressedSize))
      checkKind(entry)
      offset = local.dataStart + local.compressedSize
    }
    // With an end record that makes no sense, that was said already.
    guard report.isEmpty else { return }
    report.add(
      ArchiveRules.truncated,
      "the archive has no end record: it is cut off after \(entries.count) whole entries",
      at: bytes.count
    )
    guard names.finish(entries, into: &report) else { return giveUp() }
  }
}
