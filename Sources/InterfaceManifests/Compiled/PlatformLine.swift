/// All known versions of a platform, opened from its compiled form and read in place.
///
/// Opening costs a look at the header; nothing is parsed and nothing copied. A value is one word.
public struct PlatformLine: Sendable {
  /// The name of the line: `starface`, `java`.
  public var name: String { storage.name }
  /// The versions, oldest first; a `ManifestView` names one by its index.
  public var versions: [PlatformVersion] { storage.versions }
  var sections: LineSections { storage.sections }
  var relations: [VersionRelations] { storage.relations }
  let storage: Storage

  /// What a line is made of; shared by all its views and records.
  final class Storage: Sendable {
    let name: String
    let versions: [PlatformVersion]
    let sections: LineSections
    let relations: [VersionRelations]

    init(name: String, versions: [PlatformVersion], sections: LineSections, relations: [VersionRelations]) {
      self.name = name
      self.versions = versions
      self.sections = sections
      self.relations = relations
    }
  }

  /// Which other versions lie before and after one version, as bits.
  struct VersionRelations: Sendable {
    /// This version, and the families that contain it or that it contains.
    var same: UInt64 = 0
    var before: UInt64 = 0
    var after: UInt64 = 0
  }

  /// The version at `index` of `versions`.
  public func view(_ index: Int) -> ManifestView? {
    versions.indices.contains(index) ? ManifestView(line: self, index: index) : nil
  }

  /// The view of exactly this version.
  public func view(_ version: PlatformVersion) -> ManifestView? {
    versions.firstIndex(of: version).flatMap { view($0) }
  }

  /// All views, oldest first.
  public var views: [ManifestView] {
    versions.indices.map { ManifestView(line: self, index: $0) }
  }

  /// How many class names any version has.
  public var classCount: Int { sections.classCount }

  /// The record of a class name over all versions, whichever has it.
  func classIndex(_ name: UnsafeRawBufferPointer) -> Int? {
    let sections = self.sections
    var slot = Int(nameHash(name)) & sections.slotMask
    for _ in 0...sections.slotMask {
      let entry = Int(sections.bytes.u32(sections.slots + slot * 4))
      if entry == 0 { return nil }
      if entry <= sections.classCount,
        sameBytes(sections.string(sections.bytes.u32(sections.classOffset(entry - 1))), name)
      {
        return entry - 1
      }
      slot = (slot + 1) & sections.slotMask
    }
    return nil
  }

  /// The versions that have evidence of a class, as a set of indexes into `versions`.
  public func versions(ofClass name: UnsafeRawBufferPointer) -> VersionSet {
    guard let index = classIndex(name) else { return VersionSet(bits: 0) }
    return VersionSet(bits: sections.bits(sections.bytes.u16(sections.classOffset(index) + LineLayout.Class.bits)))
  }
}

/// A set of versions of a line, by their index in `PlatformLine.versions`.
public struct VersionSet: Hashable, Sendable {
  /// Bit i stands for the version with index i.
  public let bits: UInt64

  /// A set of those bits.
  public init(bits: UInt64) {
    self.bits = bits
  }

  /// Whether no version is in it.
  public var isEmpty: Bool { bits == 0 }
  /// Whether the version with that index is in it.
  public func contains(_ index: Int) -> Bool { index >= 0 && index < 64 && bits >> UInt64(index) & 1 == 1 }
  /// The index of the oldest version in the set.
  public var first: Int? { bits == 0 ? nil : bits.trailingZeroBitCount }
  /// The index of the newest version in the set.
  public var last: Int? { bits == 0 ? nil : 63 - bits.leadingZeroBitCount }
  /// The indexes, ascending.
  public var indices: [Int] { (0..<64).filter { bits >> UInt64($0) & 1 == 1 } }
}
