import Findings

/// What the end of an archive says about its central directory (APPNOTE 4.3.14 to 4.3.16), checked against the file.
struct EndRecord {
  /// Where the central directory's records stand in the file.
  var directory: Range<Int>
  /// How many records it should have.
  var count: Int
  /// What to add to every stored offset: the length of a stub in front of the archive.
  var shift: Int
  /// Where the end record begins, or the ZIP64 end record in front of it.
  var start: Int

  private static let length = 22
  private static let signature = 0x0605_4B50

  /// Finds and checks the end record; nil when there is none.
  static func read(_ bytes: UnsafeRawBufferPointer, into report: inout StructureReport) -> EndRecord? {
    guard let offset = find(bytes) else { return nil }
    let comment = bytes.u16(offset + 20)
    let end = offset + length + comment
    if end < bytes.count {
      report.add(ArchiveRules.dataAfter, "\(bytes.count - end) bytes follow the end of the archive", at: end)
    }
    var entries = bytes.u16(offset + 10)
    var size = bytes.u32(offset + 12)
    var place = bytes.u32(offset + 16)
    if bytes.u16(offset + 4) != bytes.u16(offset + 6) || bytes.u16(offset + 8) != entries {
      report.add(ArchiveRules.directoryDamaged, "the end record speaks of an archive in several volumes", at: offset)
    }
    var start = offset
    var shift64: Int?
    switch ZIP64End.read(bytes, before: offset) {
    case .none:
      if entries == 0xFFFF && size == 0xFFFF_FFFF || place == 0xFFFF_FFFF {
        report.add(ArchiveRules.zip64, "the end record defers to a ZIP64 record that is missing", at: offset)
      }
    case .broken(let at):
      report.add(ArchiveRules.zip64, "the ZIP64 locator points to no ZIP64 end record", at: at)
    case .found(let record):
      let said = [
        (entries, 0xFFFF, record.entries), (size, 0xFFFF_FFFF, record.size), (place, 0xFFFF_FFFF, record.place),
      ]
      if said.contains(where: { $0.0 != $0.1 && $0.0 != $0.2 }) {
        report.add(ArchiveRules.zip64, "the ZIP64 end record contradicts the end record", at: record.offset)
      }
      (entries, size, place, start) = (record.entries, record.size, record.place, record.offset)
      shift64 = record.shift
    }
    guard size <= start else {
      report.add(
        ArchiveRules.directoryDamaged,
        "the end record claims a central directory of \(size) bytes, larger than the file",
        at: offset
      )
      return nil
    }
    let found = locate(bytes, place: place, size: size, start: start, report: &report)
    if let shift64, shift64 != found.shift {
      report.add(
        ArchiveRules.zip64,
        "the ZIP64 locator is off by \(shift64 - found.shift) bytes",
        at: offset - ZIP64End.locatorLength
      )
    }
    if found.directory.upperBound < start {
      report.add(
        ArchiveRules.dataBetween,
        "\(start - found.directory.upperBound) bytes stand between the central directory and the end record",
        at: found.directory.upperBound
      )
    }
    reportOthers(bytes, in: found.directory.upperBound..<bytes.count, but: offset, into: &report)
    return EndRecord(directory: found.directory, count: entries, shift: found.shift, start: start)
  }

  /// The last record whose comment fits into the file: backwards through the last 64 KiB, as Java does.
  private static func find(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count >= length else { return nil }
    let last = bytes.count - length
    var fallback: Int?
    for offset in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
    where bytes[offset] == 0x50 && bytes.u32(offset) == signature {
      let end = offset + length + bytes.u16(offset + 20)
      // A comment that ends with the file is certain; otherwise something was appended or the record is chance.
      if end == bytes.count { return offset }
      if end < bytes.count, fallback == nil { fallback = offset }
    }
    return fallback
  }

  /// Where the directory really is: at its stated offset, or moved by a stub that was put in front.
  private static func locate(
    _ bytes: UnsafeRawBufferPointer,
    place: Int,
    size: Int,
    start: Int,
    report: inout StructureReport
  ) -> (directory: Range<Int>, shift: Int) {
    let adjacent = start - size
    if place == adjacent { return (adjacent..<start, 0) }
    // Java goes by the end record's own place, so that counts when a directory begins there.
    let isAdjacent = bytes.u32(adjacent) == DirectoryRecord.signature
    if place < adjacent, !isAdjacent, size == 0 || bytes.u32(place) == DirectoryRecord.signature {
      return (place..<(place + size), 0)
    }
    if place < adjacent {
      report.add(
        ArchiveRules.stub,
        "\(adjacent - place) bytes were put in front of the archive, its offsets do not count them",
        at: 0
      )
      return (adjacent..<start, adjacent - place)
    }
    report.add(
      ArchiveRules.directoryDamaged,
      "the end record places the central directory at \(place), behind its own end",
      at: start
    )
    return (adjacent..<start, 0)
  }

  private static func reportOthers(
    _ bytes: UnsafeRawBufferPointer,
    in range: Range<Int>,
    but known: Int,
    into report: inout StructureReport
  ) {
    guard range.count >= length else { return }
    var offset = range.lowerBound
    while offset <= range.upperBound - length {
      if bytes[offset] == 0x50, offset != known, bytes.u32(offset) == signature {
        report.add(ArchiveRules.endSeveral, "a second end record stands at offset \(offset)", at: offset)
        return
      }
      offset += 1
    }
  }
}

/// The ZIP64 end record and its locator.
struct ZIP64End {
  var entries: Int
  var size: Int
  var place: Int
  var offset: Int
  var shift: Int

  enum Search {
    case none
    case broken(at: Int)
    case found(ZIP64End)
  }

  static let locatorLength = 20
  private static let length = 56

  /// Looks for a locator right in front of the end record.
  static func read(_ bytes: UnsafeRawBufferPointer, before end: Int) -> Search {
    let locator = end - locatorLength
    guard locator >= 0, bytes.u32(locator) == 0x0706_4B50 else { return .none }
    let stated = bytes.u64(locator + 8)
    // With a stub in front the record is not where the locator says, but still right before it.
    for offset in [stated, locator - length] where offset >= 0 && offset <= locator - length {
      guard bytes.u32(offset) == 0x0606_4B50 else { continue }
      return .found(
        ZIP64End(
          entries: bytes.u64(offset + 32),
          size: bytes.u64(offset + 40),
          place: bytes.u64(offset + 48),
          offset: offset,
          shift: offset - stated
        )
      )
    }
    return .broken(at: locator)
  }
}
