import Findings

/// The strict reader: end record, central directory and local headers, each held against the others.
///
/// It reads no content. What is doubtful becomes a finding, and entries whose bytes cannot be trusted to be theirs alone
/// are barred from reading, with that finding as the reason.
struct StructureReader {
  let bytes: UnsafeRawBufferPointer
  let limits: ArchiveLimits

  var report = StructureReport()
  var entries: [ArchiveEntry] = []
  /// Where each entry's content stands; nil for barred entries.
  var contents: [Range<Int>?] = []
  /// Why an entry is barred, by index.
  var barred: [Int: Finding] = [:]
  /// Whether the readable entries together claim more than the limits allow.
  var claimsTooMuch = false
  /// The names as the directory gives them, judged at the end.
  var names = NameCheck()

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
    if let long = entries.first(where: { $0.name.utf8.count > NameCheck.longest }) {
      report.add(
        ArchiveRules.nameLength,
        "\"\(long.name)\" is longer than the \(NameCheck.longest) bytes that a file system takes",
        entry: long.name,
        at: long.centralOffset
      )
      return giveUp()
    }
    readLayout(end)
    guard names.finish(entries, into: &report) else { return giveUp() }
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

  /// Reports a defect for which an entry's bytes are not to be read.
  mutating func bar(_ entry: ArchiveEntry, _ rule: Rule, _ message: String, at offset: Int) {
    report.add(rule, message, entry: entry.name, at: offset)
    contents[entry.index] = nil
    if barred[entry.index] == nil {
      barred[entry.index] = .archive(rule, message, entry: entry.name, at: offset)
    }
  }
}
