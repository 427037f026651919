import Findings

/// The strict reader: end record, central directory and local headers, each held against the others.
///
/// It reads no content. What is doubtful becomes a finding, and entries whose bytes cannot be trusted to be theirs alone
/// are barred from reading, with that finding as the reason.
struct StructureReader {
  let bytes: UnsafeRawBufferPointer
  let limits: ArchiveLimits

  private(set) var report = StructureReport()
  private(set) var entries: [ArchiveEntry] = []
  /// Where each entry's content stands; nil for barred entries.
  private(set) var contents: [Range<Int>?] = []
  /// Why an entry is barred, by index.
  private(set) var barred: [Int: Finding] = [:]
  /// So many overlaps make an archive an attack, of which nothing is read.
  private static let mostOverlaps = 1_000
  /// Whether the readable entries together claim more than the limits allow.
  private(set) var claimsTooMuch = false
  private var names = NameCheck()

  init(_ bytes: UnsafeRawBufferPointer, limits: ArchiveLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Reads everything.
  mutating func run() {
    guard let end = EndRecord.read(bytes, into: &report) else {
      salvage()
      return
    }
    guard end.count <= limits.entries else {
      report.add(
        ArchiveRules.limitEntries,
        "\(end.count) entries, at most \(limits.entries) are allowed",
        at: end.start
      )
      return
    }
    readDirectory(end)
    readLayout(end)
    names.finish(entries, into: &report)
    checkDeclaredTotal()
  }

  private mutating func readDirectory(_ end: EndRecord) {
    var offset = end.directory.lowerBound
    // No more records than fit, whatever the end record claims.
    let most = min(end.count, end.directory.count / 46)
    entries.reserveCapacity(most)
    contents.reserveCapacity(most)
    names.reserve(most)
    while offset < end.directory.upperBound, entries.count < limits.entries {
      guard
        let record = DirectoryRecord(bytes, at: offset, limit: end.directory.upperBound, into: &report)
      else {
        report.add(
          ArchiveRules.directoryDamaged,
          "no whole central directory record after \(entries.count) of \(end.count) entries",
          at: offset
        )
        return
      }
      append(record, shift: end.shift)
      offset = record.end
    }
    if entries.count != end.count {
      report.add(
        ArchiveRules.directoryDamaged,
        "the end record counts \(end.count) entries, the central directory has \(entries.count)",
        at: end.start
      )
    }
  }

  private mutating func append(_ record: DirectoryRecord, shift: Int) {
    let (name, otherName) = names.next(UnsafeRawBufferPointer(rebasing: bytes[record.name]))
    let entry = ArchiveEntry(
      index: entries.count,
      name: name,
      method: CompressionMethod(rawValue: record.method),
      flags: .init(rawValue: record.flags),
      compressedSize: record.compressedSize,
      size: record.size,
      crc: record.crc,
      modified: record.time,
      centralOffset: record.offset,
      localOffset: record.localOffset.addingReportingOverflow(shift).partialValue,
      unixMode: record.unixMode,
      otherName: otherName
    )
    // A Unicode path field (0x7075) after its version and name CRC repeats the name, or gives another one.
    if let path = ExtraField.find(0x7075, in: record.extra, of: bytes), path.count >= 5,
      !bytes.equal((path.lowerBound + 5)..<path.upperBound, record.name)
    {
      report.add(
        ArchiveRules.nameEncoding,
        "\"\(entry.name)\" has another name in its Unicode path field",
        entry: entry.name,
        at: path.lowerBound
      )
    }
    entries.append(entry)
    contents.append(nil)
  }

  /// Walks the entries in the order of their local headers, so that neighbours can be compared.
  private mutating func readLayout(_ end: EndRecord) {
    let order = inFileOrder()
    var last = 0
    var lastIndex: Int?
    var overlaps = 0
    for (rank, index) in order.enumerated() {
      if overlaps > Self.mostOverlaps { return giveUp() }
      let entry = entries[index]
      let boundary =
        rank + 1 < order.count
        ? min(max(entries[order[rank + 1]].localOffset, 0), end.directory.lowerBound) : end.directory.lowerBound
      guard let used = readEntry(entry, boundary: boundary, directory: end.directory.lowerBound) else { continue }
      // Genuine JARs are known whose neighbours share two bytes (ClamAV pull request 561): not worth a word.
      if used.lowerBound < last - 2, let lastIndex {
        overlaps += 1
        bar(
          entry,
          ArchiveRules.overlap,
          "\"\(entry.name)\" overlaps \"\(entries[lastIndex].name)\"",
          at: entry.localOffset
        )
        bar(
          entries[lastIndex],
          ArchiveRules.overlap,
          "\"\(entries[lastIndex].name)\" overlaps \"\(entry.name)\"",
          at: entries[lastIndex].localOffset
        )
      } else if used.lowerBound > last {
        reportGap(last..<used.lowerBound, first: lastIndex == nil, stub: end.shift)
      }
      if used.upperBound > last {
        last = used.upperBound
        lastIndex = index
      }
    }
    if last < end.directory.lowerBound {
      reportGap(last..<end.directory.lowerBound, first: order.isEmpty, stub: end.shift)
    }
  }

  private mutating func giveUp() {
    entries = []
    contents = []
    barred = [:]
  }

  private func inFileOrder() -> [Int] {
    // Writers keep the directory in file order nearly always; then there is nothing to sort.
    var sorted = true
    var last = Int.min
    for entry in entries {
      if entry.localOffset < last {
        sorted = false
        break
      }
      last = entry.localOffset
    }
    let order = Array(entries.indices)
    return sorted ? order : order.sorted { (entries[$0].localOffset, $0) < (entries[$1].localOffset, $1) }
  }

  private mutating func reportGap(_ gap: Range<Int>, first: Bool, stub: Int) {
    if !first {
      report.add(
        ArchiveRules.dataBetween,
        "\(gap.count) bytes that belong to no entry",
        at: gap.lowerBound
      )
    } else if gap.count > stub {
      // A stub is reported as such already.
      report.add(
        ArchiveRules.dataBefore,
        "\(gap.count - stub) bytes stand before the first entry",
        at: gap.lowerBound
      )
    }
  }

  private mutating func bar(_ entry: ArchiveEntry, _ rule: Rule, _ message: String, at offset: Int) {
    report.add(rule, message, entry: entry.name, at: offset)
    contents[entry.index] = nil
    if barred[entry.index] == nil {
      barred[entry.index] = .archive(rule, message, entry: entry.name, at: offset)
    }
  }

  /// Checks one entry's local header against its record; the bytes it uses, with header and descriptor.
  private mutating func readEntry(_ entry: ArchiveEntry, boundary: Int, directory: Int) -> Range<Int>? {
    guard let local = LocalHeader(bytes, at: entry.localOffset) else {
      bar(entry, ArchiveRules.localMissing, "\"\(entry.name)\" has no local header", at: entry.localOffset)
      return nil
    }
    let dataStart = local.dataStart
    guard entry.compressedSize <= bytes.count - dataStart else {
      bar(
        entry,
        ArchiveRules.localMissing,
        "\"\(entry.name)\" claims \(entry.compressedSize) bytes, the file has \(bytes.count - dataStart) left",
        at: dataStart
      )
      return nil
    }
    let dataEnd = dataStart + entry.compressedSize
    contents[entry.index] = dataStart..<dataEnd
    compare(local, with: entry)
    checkKind(entry)
    var used = entry.localOffset..<dataEnd
    if entry.flags.contains(.dataDescriptor) {
      if let end = DataDescriptor.end(
        bytes,
        at: dataEnd,
        crc: entry.crc,
        compressedSize: entry.compressedSize,
        size: entry.size,
        boundary: boundary
      ) {
        used = entry.localOffset..<end
      } else {
        report.add(
          ArchiveRules.descriptor,
          "no data descriptor after \"\(entry.name)\" agrees with the central directory",
          entry: entry.name,
          at: dataEnd
        )
      }
    }
    if used.upperBound > directory + 2 {
      bar(
        entry,
        ArchiveRules.overlap,
        "\"\(entry.name)\" reaches into the central directory",
        at: entry.localOffset
      )
    }
    return used
  }

  private mutating func compare(_ local: LocalHeader, with entry: ArchiveEntry) {
    let recordName = (entry.centralOffset + 46)..<(entry.centralOffset + 46 + bytes.u16(entry.centralOffset + 28))
    if !bytes.equal(local.name, recordName) {
      let other = String(decoding: bytes[local.name].prefix(200), as: UTF8.self)
      bar(
        entry,
        ArchiveRules.localName,
        "the central directory says \"\(entry.name)\", the local header \"\(other)\"",
        at: entry.localOffset
      )
    }
    if local.method != entry.method.rawValue {
      bar(
        entry,
        ArchiveRules.localMethod,
        "\"\(entry.name)\": the central directory says \(entry.method), the local header "
          + "\(CompressionMethod(rawValue: local.method))",
        at: entry.localOffset
      )
    }
    // Encryption, data descriptor, UTF-8 and masked headers; the others are hints about the compressor.
    let mattering: UInt16 = 0x2809
    if (local.flags ^ entry.flags.rawValue) & mattering != 0 {
      report.add(
        ArchiveRules.localMethod,
        "\"\(entry.name)\": the headers' flags differ (\(entry.flags.rawValue) and \(local.flags))",
        entry: entry.name,
        at: entry.localOffset
      )
    }
    let later = entry.flags.contains(.dataDescriptor)
    // A writer that streams leaves 0, or the ZIP64 mark, in place of each size that it does not know yet; libarchive's
    // knows one of the two.
    func agrees(_ local: Int, _ central: Int) -> Bool {
      local == central || later && (local == 0 || local == ExtraField.deferred)
    }
    if !agrees(local.size, entry.size) || !agrees(local.compressedSize, entry.compressedSize) {
      report.add(
        ArchiveRules.localSizes,
        "\"\(entry.name)\": \(entry.compressedSize)/\(entry.size) bytes in the central directory, "
          + "\(local.compressedSize)/\(local.size) in the local header",
        entry: entry.name,
        at: entry.localOffset
      )
    }
    if !(later && local.crc == 0), local.crc != entry.crc {
      report.add(
        ArchiveRules.localCRC,
        "\"\(entry.name)\": the headers' checksums differ",
        entry: entry.name,
        at: entry.localOffset
      )
    }
  }

  private mutating func checkKind(_ entry: ArchiveEntry) {
    if !entry.flags.isDisjoint(with: [.encrypted, .maskedHeaders]) {
      bar(entry, ArchiveRules.encrypted, "\"\(entry.name)\" is encrypted", at: entry.localOffset)
    } else if !entry.method.isReadable {
      bar(
        entry,
        ArchiveRules.method,
        "\"\(entry.name)\" is compressed with \(entry.method)",
        at: entry.localOffset
      )
    } else if entry.method == .stored, entry.size != entry.compressedSize {
      bar(
        entry,
        ArchiveRules.data,
        "\"\(entry.name)\" is stored, but \(entry.compressedSize) bytes should make \(entry.size)",
        at: entry.localOffset
      )
    }
    if entry.isSymbolicLink {
      report.add(
        ArchiveRules.symbolicLink,
        "\"\(entry.name)\" is a symbolic link",
        entry: entry.name,
        at: entry.centralOffset
      )
    }
    if let finding = entry.excess(limits) {
      bar(entry, finding.0, finding.1, at: entry.centralOffset)
    }
  }

  private mutating func checkDeclaredTotal() {
    let allowance = limits.allowance(fileSize: bytes.count)
    var left = allowance.bytes
    for entry in entries where contents[entry.index] != nil && left >= 0 { left -= min(entry.size, left + 1) }
    guard left < 0 else { return }
    claimsTooMuch = true
    if allowance.isByRatio {
      report.add(ArchiveRules.limitRatio, "the entries expand more than \(limits.ratio)-fold together", at: 0)
    } else {
      report.add(ArchiveRules.limitTotal, "the entries expand to more than \(limits.totalBytes) bytes together", at: 0)
    }
  }

  /// Without an end record: what the local headers alone tell, up to the first doubt.
  private mutating func salvage() {
    guard bytes.u32(0) == LocalHeader.signature || !report.findings.isEmpty else {
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
    guard report.findings.isEmpty else { return }
    report.add(
      ArchiveRules.truncated,
      "the archive has no end record: it is cut off after \(entries.count) whole entries",
      at: bytes.count
    )
    names.finish(entries, into: &report)
  }
}

extension ArchiveEntry {
  /// The limit that the entry's own declared sizes exceed, and the sentence that says so.
  ///
  /// The declared size is an upper bound of the real output: expansion stops there.
  func excess(_ limits: ArchiveLimits) -> (Rule, String)? {
    if size > limits.entryBytes {
      return (ArchiveRules.limitEntry, "\"\(name)\" expands to \(size) bytes, at most \(limits.entryBytes) are allowed")
    }
    if size > limits.ratioFloor, size / max(1, compressedSize) >= limits.ratio {
      return (
        ArchiveRules.limitRatio,
        "\"\(name)\" expands \(size / max(1, compressedSize))-fold, "
          + "at most \(limits.ratio)-fold is allowed"
      )
    }
    return nil
  }
}
