/// One entry's local header against its record in the central directory.
extension StructureReader {
  /// Checks one entry's local header against its record; the bytes it uses, with header and descriptor.
  mutating func readEntry(_ entry: ArchiveEntry, boundary: Int, directory: Int) -> Range<Int>? {
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

  mutating func checkKind(_ entry: ArchiveEntry) {
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
}
