extension ManifestView {
  /// What this version knows of a class.
  public func evidence(ofClass name: UnsafeRawBufferPointer) -> Evidence? {
    evidence(line.versions(ofClass: name).bits)
  }

  /// What this version of an observed line knows of a reference (design.md, "Manifests").
  ///
  /// A contradiction is claimed only when the other fact is *firmly* known here (seen at this very version, or both
  /// before and after it), the reference as it stands is not known here in any way, and the two were never known at one
  /// version: what once stood side by side (a bridge and its covariant successor) may do so again. A version without
  /// evidence of its own thus contradicts only what was settled on both sides of it; between the last sighting of
  /// the old form and the first of the new one nothing is claimed.
  public func knowledge(of reference: ObservedReference) -> MemberKnowledge {
    guard let index = line.classIndex(reference.owner) else { return .unknown }
    let owner = ClassRecord(view: self, offset: sections.classOffset(index), variant: 0)
    if let swap = kindContradiction(reference, classAt: owner.offset) { return .contradicted(swap) }

    let parameters = Self.comparablePart(reference.descriptor)
    var mine: UInt64 = 0
    var otherDispatch: [MemberRecord] = []
    var otherType: [MemberRecord] = []
    for member in owner.anyVersionMembers(named: reference.name) where member.isMethod == (parameters != nil) {
      let descriptor = member.descriptor
      if descriptor == reference.descriptor {
        if reference.isStatic.map({ $0 == member.isStatic }) ?? true {
          mine |= member.versions.bits
        } else {
          otherDispatch.append(member)
        }
      } else if parameters.map({ sameBytes($0, Self.comparablePart(descriptor.bytes) ?? $0) }) ?? true {
        otherType.append(member)
      }
    }
    if let evidence = evidence(mine) { return .present(evidence) }
    for member in otherDispatch where contradicts(member.versions.bits, mine) {
      return contradiction(member.isStatic ? .isStatic : .isInstance, member, member.versions.bits, mine)
    }
    for member in otherType where contradicts(member.versions.bits, mine) {
      return contradiction(.otherType, member, member.versions.bits, mine)
    }
    return .unknown
  }

  /// The parameters of a method descriptor with both parentheses; nil for a field's.
  private static func comparablePart(_ descriptor: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard descriptor.first == 0x28, let end = descriptor.firstIndex(of: 0x29) else { return nil }
    return UnsafeRawBufferPointer(rebasing: descriptor[...end])
  }

  private func kindContradiction(_ reference: ObservedReference, classAt offset: Int) -> Contradiction? {
    guard let wanted = reference.ownerIsInterface else { return nil }
    var interface: UInt64 = 0
    var plain: UInt64 = 0
    for (flags, bits) in sections.variantFlags(ofClassAt: offset) where !flags.contains(.kindUnknown) {
      if flags.contains(.interface) { interface |= bits } else { plain |= bits }
    }
    let (mine, theirs) = wanted ? (interface, plain) : (plain, interface)
    guard evidence(mine) == nil, contradicts(theirs, mine),
      case .contradicted(let result) = contradiction(wanted ? .isClass : .isInterface, nil, theirs, mine)
    else { return nil }
    return result
  }

  private func contradicts(_ theirs: UInt64, _ mine: UInt64) -> Bool {
    guard isFirmlyKnown(theirs), !isKnown(mine) else { return false }
    return !line.views.contains { $0.isKnown(theirs) && $0.isKnown(mine) }
  }

  private func contradiction(
    _ kind: Contradiction.Kind,
    _ known: MemberRecord?,
    _ theirs: UInt64,
    _ mine: UInt64
  ) -> MemberKnowledge {
    let older = VersionSet(bits: mine & line.relations[index].before)
    let newer = VersionSet(bits: mine & line.relations[index].after)
    return .contradicted(
      Contradiction(
        kind: kind,
        known: known,
        evidence: evidence(theirs) ?? .observed(version),
        since: line.versions[VersionSet(bits: theirs).first ?? index],
        lastGood: older.last.map { line.versions[$0] },
        firstGood: newer.first.map { line.versions[$0] }
      )
    )
  }

  /// Seen at this very version, or both before and after it; a family that contains the version is not enough.
  private func isFirmlyKnown(_ bits: UInt64) -> Bool {
    let relation = line.relations[index]
    return bits & bit != 0 || (bits & relation.before != 0 && bits & relation.after != 0)
  }

  /// On what the presence here of a fact with these versions rests; nil when it is not known here.
  func evidence(_ bits: UInt64) -> Evidence? {
    guard bits != 0 else { return nil }
    if coverage == .complete { return bits & bit != 0 ? .declared : nil }
    let relation = line.relations[index]
    if bits & bit != 0 { return .observed(version) }
    if let family = VersionSet(bits: bits & relation.same).first { return .observed(line.versions[family]) }
    if let before = VersionSet(bits: bits & relation.before).last,
      let after = VersionSet(bits: bits & relation.after).first
    {
      return .inferred(after: line.versions[before], before: line.versions[after])
    }
    return nil
  }
}

extension ManifestView {
  /// What this version of an observed line knows of a reference, by text.
  public func knowledge(
    ofMember name: String,
    _ descriptor: String,
    in owner: String,
    isStatic: Bool?,
    ownerIsInterface: Bool?
  ) -> MemberKnowledge {
    EncodedName.encode(owner).withUnsafeBytes { owner in
      EncodedName.encode(name).withUnsafeBytes { name in
        EncodedName.encode(descriptor).withUnsafeBytes { descriptor in
          knowledge(
            of: ObservedReference(
              owner: owner,
              name: name,
              descriptor: descriptor,
              isStatic: isStatic,
              ownerIsInterface: ownerIsInterface
            )
          )
        }
      }
    }
  }
}
