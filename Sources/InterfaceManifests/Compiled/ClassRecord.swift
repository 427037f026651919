/// A class of one version of a platform line, read in place.
public struct ClassRecord: Sendable {
  /// The version that the record is of.
  public let view: ManifestView
  /// Where the class record and the record of its variant lie in the file.
  let offset: Int
  let variant: Int

  private var sections: LineSections { view.sections }

  /// Internal name.
  public var name: ManifestName { sections.name(sections.bytes.u32(offset)) }
  /// Access flags of the class file, and our own bits.
  public var flags: ManifestFlags {
    ManifestFlags(rawValue: sections.bytes.u16(variant + LineLayout.Variant.flags))
  }
  /// Whether it is an interface.
  public var isInterface: Bool { flags.contains(.interface) }
  /// Nil for `java/lang/Object`, and where an observed manifest does not know it.
  public var superclass: ManifestName? {
    let reference = sections.bytes.u32(variant + LineLayout.Variant.superclass)
    return reference == 0 ? nil : sections.name(reference)
  }
  /// The direct superinterfaces, in the order of the class file (JVMS §5.4.3.4 looks at all of them).
  public var interfaces: ManifestNames {
    sections.names(sections.bytes.u32(variant + LineLayout.Variant.interfaces))
  }
  /// Where the fact came from: an index into the view's `sources`.
  public var source: Int { Int(sections.bytes.u16(variant + LineLayout.Variant.source)) }

  /// The versions with evidence of the class.
  public var versions: VersionSet {
    VersionSet(bits: sections.bits(sections.bytes.u16(offset + LineLayout.Class.bits)))
  }

  /// The host of its nest; nil for a class that is its own (JVMS §4.7.28).
  public var nestHost: ManifestName? { extras.name(.nestHost) }
  /// The other members of the nest that it hosts (JVMS §4.7.29).
  public var nestMembers: ManifestNames { extras.names(.nestMembers) }
  /// Non-empty for a sealed class or interface.
  public var permittedSubclasses: ManifestNames { extras.names(.permittedSubclasses) }
  /// The enclosing class of a member class.
  public var enclosingClass: ManifestName? { extras.nestingOuter }
  /// The generic signature, where the manifest keeps it.
  public var signature: ManifestName? { extras.name(.signature) }

  var extras: ExtrasReader {
    ExtrasReader(sections: sections, reference: sections.bytes.u32(variant + LineLayout.Variant.extras))
  }
}

extension ClassRecord {
  /// The method declared here with this name and descriptor, not looking at supertypes.
  public func method(_ name: UnsafeRawBufferPointer, _ descriptor: UnsafeRawBufferPointer) -> MemberRecord? {
    declared(name, descriptor)
  }

  /// The field declared here with this name and descriptor, not looking at supertypes.
  public func field(_ name: UnsafeRawBufferPointer, _ descriptor: UnsafeRawBufferPointer) -> MemberRecord? {
    declared(name, descriptor)
  }

  /// The methods of a name declared here at this version.
  public func methods(named name: UnsafeRawBufferPointer) -> [MemberRecord] {
    rows(name).lazy.map(MemberRecord.init).filter { $0.isMethod && isHere($0) }
  }

  /// The fields of a name declared here at this version.
  public func fields(named name: UnsafeRawBufferPointer) -> [MemberRecord] {
    rows(name).lazy.map(MemberRecord.init).filter { !$0.isMethod && isHere($0) }
  }

  /// Every member declared here at this version; the order is that of the compiled form.
  public var members: [MemberRecord] {
    allRows.lazy.map(MemberRecord.init).filter { isHere($0) }
  }

  /// The versions that declare this member, whatever its flags.
  public func versions(
    ofMember name: UnsafeRawBufferPointer,
    _ descriptor: UnsafeRawBufferPointer
  ) -> VersionSet {
    var bits: UInt64 = 0
    for row in rows(name) where MemberRecord(row).descriptor == descriptor {
      bits |= MemberRecord(row).versions.bits
    }
    return VersionSet(bits: bits)
  }

  /// The members of a name in any version.
  public func anyVersionMembers(named name: UnsafeRawBufferPointer) -> [MemberRecord] {
    rows(name).map(MemberRecord.init)
  }

  private func isHere(_ member: MemberRecord) -> Bool { view.isKnown(member.versions.bits) }

  private func declared(_ name: UnsafeRawBufferPointer, _ descriptor: UnsafeRawBufferPointer) -> MemberRecord? {
    // The hot path of linkage: the same walk as `rows`, written out.
    let sections = self.sections
    let hash = UInt16(truncatingIfNeeded: nameHash(name))
    let end = memberRange.upperBound
    var index = firstRow(hash)
    while index < end, sections.memberHash(index) == hash {
      let offset = sections.members + index * LineLayout.Section.members.stride
      if sameBytes(sections.string(sections.bytes.u32(offset + LineLayout.Member.descriptor)), descriptor),
        sameBytes(sections.string(sections.bytes.u32(offset + LineLayout.Member.name)), name)
      {
        let member = MemberRecord(MemberRow(sections: sections, index: index))
        if isHere(member) { return member }
      }
      index += 1
    }
    return nil
  }

  /// The first row whose hash is not less.
  private func firstRow(_ hash: UInt16) -> Int {
    let sections = self.sections
    var low = memberRange.lowerBound
    var high = memberRange.upperBound
    while low < high {
      let middle = (low + high) / 2
      if sections.memberHash(middle) < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The table rows of all members of a name, found by the hash.
  private func rows(_ name: UnsafeRawBufferPointer) -> some Sequence<MemberRow> {
    let hash = UInt16(truncatingIfNeeded: nameHash(name))
    let sections = self.sections
    return (firstRow(hash)..<memberRange.upperBound).lazy
      .prefix { sections.memberHash($0) == hash }
      .map { MemberRow(sections: sections, index: $0) }
      .filter { sameBytes(sections.string(sections.bytes.u32($0.offset)), name) }
  }

  private var allRows: some Sequence<MemberRow> {
    let sections = self.sections
    return memberRange.lazy.map { MemberRow(sections: sections, index: $0) }
  }

  /// The rows of the members of all versions.
  var memberRange: Range<Int> {
    let start = Int(sections.bytes.u32(offset + LineLayout.Class.members))
    let count = Int(sections.bytes.u32(offset + LineLayout.Class.memberCount))
    guard start <= sections.memberCount, count <= sections.memberCount - start else { return 0..<0 }
    return start..<start + count
  }
}

extension ClassRecord {
  /// The method declared here with this name and descriptor, by text.
  public func method(_ name: String, _ descriptor: String) -> MemberRecord? { declared(name, descriptor) }

  /// The field declared here with this name and descriptor, by text.
  public func field(_ name: String, _ descriptor: String) -> MemberRecord? { declared(name, descriptor) }

  private func declared(_ name: String, _ descriptor: String) -> MemberRecord? {
    EncodedName.encode(name).withUnsafeBytes { name in
      EncodedName.encode(descriptor).withUnsafeBytes { descriptor in declared(name, descriptor) }
    }
  }
}
