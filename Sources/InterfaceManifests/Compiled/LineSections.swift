/// The sections of an opened line: bytes plus where each table lies. One object, so that records are two words each.
final class LineSections: Sendable {
  let bytes: LineBytes
  let versionCount: Int
  let versions: Int
  let bitsets: Int
  let bitsetCount: Int
  let packages: Int
  let packageCount: Int
  let slots: Int
  let slotMask: Int
  let classes: Int
  let classCount: Int
  let variants: Int
  let variantCount: Int
  let members: Int
  let memberCount: Int
  let strings: Int
  let stringsSize: Int
  let extras: Int
  let extrasSize: Int

  /// Reads the section table and checks that every section lies inside the file.
  init(_ bytes: LineBytes, file: String) throws(ManifestError) {
    var offsets: [Int] = []
    var counts: [Int] = []
    for section in LineLayout.Section.allCases {
      let entry = LineLayout.sectionsOffset + section.rawValue * 8
      let offset = Int(bytes.u32(entry))
      let count = Int(bytes.u32(entry + 4))
      guard offset >= LineLayout.headerSize, offset <= bytes.count, count <= (bytes.count - offset) / section.stride
      else {
        throw .notALine(file: file, reason: "section '\(section)' at offset \(entry) does not lie inside the file")
      }
      offsets.append(offset)
      counts.append(count)
    }
    func offset(_ section: LineLayout.Section) -> Int { offsets[section.rawValue] }
    func count(_ section: LineLayout.Section) -> Int { counts[section.rawValue] }
    guard (1...LineLayout.maximumVersions).contains(count(.versions)) else {
      throw .notALine(file: file, reason: "it has \(count(.versions)) versions, a line has 1 to 64")
    }
    let slots = count(.slots)
    guard slots > 0, slots & (slots - 1) == 0 else {
      throw .notALine(file: file, reason: "its hash table has \(slots) slots, which is no power of two")
    }
    self.bytes = bytes
    versionCount = count(.versions)
    versions = offset(.versions)
    bitsets = offset(.bitsets)
    bitsetCount = count(.bitsets)
    packages = offset(.packages)
    packageCount = count(.packages)
    self.slots = offset(.slots)
    slotMask = slots - 1
    classes = offset(.classes)
    classCount = count(.classes)
    variants = offset(.variants)
    variantCount = count(.variants)
    members = offset(.members)
    memberCount = count(.members)
    strings = offset(.strings)
    stringsSize = count(.strings)
    extras = offset(.extras)
    extrasSize = count(.extras)
  }

  /// The bytes of a string, empty for the reference 0.
  @inline(__always)
  func string(_ reference: UInt32) -> UnsafeRawBufferPointer {
    guard reference != 0, reference < stringsSize else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    var offset = strings + Int(reference)
    let length = bytes.varint(&offset)
    guard length <= UInt64(stringsSize), offset + Int(length) <= strings + stringsSize else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return bytes.region(offset, Int(length))
  }

  func name(_ reference: UInt32) -> ManifestName {
    ManifestName(bytes: string(reference))
  }

  /// The versions of a set, as bits.
  func bits(_ index: UInt16) -> UInt64 {
    guard index < bitsetCount else { return 0 }
    return bytes.u64(bitsets + Int(index) * 8)
  }

  /// The counted list of string references at `offset` of the file.
  func names(at offset: Int) -> ManifestNames {
    var start = offset
    let count = bytes.varint(&start)
    let end = extras + extrasSize
    // Every reference takes a byte at least, which bounds the count.
    guard start <= end, count <= UInt64(end - start) else { return ManifestNames(sections: self, start: 0, count: 0) }
    return ManifestNames(sections: self, start: start, count: Int(count))
  }

  /// The list that an extras reference names; empty for 0.
  func names(_ reference: UInt32) -> ManifestNames {
    guard reference != 0, reference < extrasSize else { return ManifestNames(sections: self, start: 0, count: 0) }
    return names(at: extras + Int(reference))
  }
}

extension LineSections {
  func classOffset(_ index: Int) -> Int {
    classes + index * LineLayout.Section.classes.stride
  }

  func memberHash(_ index: Int) -> UInt16 {
    bytes.u16(members + index * LineLayout.Section.members.stride + LineLayout.Member.hash)
  }

  /// The variant of a class at the version of `bit`; with `nearest`, else the one whose versions lie closest.
  func variant(ofClassAt offset: Int, bit: UInt64, nearest: Int?) -> Int? {
    let start = Int(bytes.u32(offset + LineLayout.Class.variants))
    let count = Int(bytes.u16(offset + LineLayout.Class.variantCount))
    guard start <= variantCount, count <= variantCount - start else { return nil }
    var best: (distance: Int, offset: Int)?
    for index in start..<start + count {
      let variant = variants + index * LineLayout.Section.variants.stride
      let set = bits(bytes.u16(variant + LineLayout.Variant.bits))
      if set & bit != 0 { return variant }
      guard let nearest else { continue }
      for version in VersionSet(bits: set).indices where best.map({ abs(version - nearest) < $0.distance }) ?? true {
        best = (abs(version - nearest), variant)
      }
    }
    return best?.offset
  }
}

extension LineSections {
  /// What the version of `bit` makes of the package at `offset`; nil when it does not list it.
  func packageState(at offset: Int, _ bit: UInt64) -> PackageState? {
    for (state, place) in LineLayout.Package.states where bits(bytes.u16(offset + place)) & bit != 0 { return state }
    return nil
  }

  /// The flags of a class by the versions that have them.
  func variantFlags(ofClassAt offset: Int) -> [(ManifestFlags, UInt64)] {
    let start = Int(bytes.u32(offset + LineLayout.Class.variants))
    let count = Int(bytes.u16(offset + LineLayout.Class.variantCount))
    guard start <= variantCount, count <= variantCount - start else { return [] }
    return (start..<start + count).map { index in
      let variant = variants + index * LineLayout.Section.variants.stride
      return (
        ManifestFlags(rawValue: bytes.u16(variant + LineLayout.Variant.flags)),
        bits(bytes.u16(variant + LineLayout.Variant.bits))
      )
    }
  }
}
