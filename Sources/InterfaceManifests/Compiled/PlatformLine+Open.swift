extension PlatformLine {
  /// Opens a compiled line from a file, which stays mapped until the process ends.
  ///
  /// - Throws: `unreadable`, `notALine` for a foreign, truncated or damaged file, `otherFormat`.
  public static func open(path: String) throws(ManifestError) -> PlatformLine {
    let bytes = try LineBytes(mapping: path)
    do {
      return try PlatformLine(bytes, file: path, verify: true)
    } catch {
      bytes.unmap()
      throw error
    }
  }

  /// Opens a compiled line from bytes, which are copied and kept until the process ends.
  ///
  /// - Parameter file: what messages call it.
  public static func open(bytes: [UInt8], file: String = "compiled line") throws(ManifestError) -> PlatformLine {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 8)
    bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count) }
    do {
      return try PlatformLine(LineBytes(base: UnsafeRawPointer(copy), count: bytes.count), file: file, verify: true)
    } catch {
      copy.deallocate()
      throw error
    }
  }

  /// Reads the header.
  ///
  /// - Parameter verify: whether to compare the checksum; not needed for what is part of the program.
  init(_ bytes: LineBytes, file: String, verify: Bool) throws(ManifestError) {
    guard bytes.count >= LineLayout.headerSize else {
      throw .notALine(file: file, reason: "it has \(bytes.count) bytes, a line at least \(LineLayout.headerSize)")
    }
    guard bytes.region(0, LineLayout.magic.count).elementsEqual(LineLayout.magic) else {
      throw .notALine(file: file, reason: "it does not begin with SFMLINE")
    }
    let format = bytes.u32(LineLayout.formatOffset)
    guard format == LineLayout.format else {
      throw .otherFormat(file: file, found: "\(format)", supported: "\(LineLayout.format)")
    }
    let length = Int(bytes.u32(LineLayout.lengthOffset))
    guard length == bytes.count else {
      throw .notALine(file: file, reason: "its header says \(length) bytes, it has \(bytes.count)")
    }
    if verify {
      let covered = bytes.region(LineLayout.nameOffset, bytes.count - LineLayout.nameOffset)
      guard lineChecksum(covered) == bytes.u64(LineLayout.checksumOffset) else {
        throw .notALine(file: file, reason: "its checksum at offset \(LineLayout.checksumOffset) does not match")
      }
    }
    let sections = try LineSections(bytes, file: file)
    var versions: [PlatformVersion] = []
    for index in 0..<sections.versionCount {
      let offset = sections.versions + index * LineLayout.Section.versions.stride
      let text = sections.name(bytes.u32(offset)).string
      guard let version = PlatformVersion(text) else {
        throw .notALine(file: file, reason: "'\(text)' at offset \(offset) is no version")
      }
      versions.append(version)
    }
    storage = Storage(
      name: sections.name(bytes.u32(LineLayout.nameOffset)).string,
      versions: versions,
      sections: sections,
      relations: versions.map { Self.relations(of: $0, to: versions) }
    )
  }

  private static func relations(of version: PlatformVersion, to all: [PlatformVersion]) -> VersionRelations {
    var relations = VersionRelations()
    for (index, other) in all.enumerated() {
      let bit: UInt64 = 1 << UInt64(index)
      if other.isEntirelyBefore(version) {
        relations.before |= bit
      } else if version.isEntirelyBefore(other) {
        relations.after |= bit
      } else {
        relations.same |= bit
      }
    }
    return relations
  }
}
