import ClassFiles

extension LinkScope {
  /// What access control says (JVMS §5.4.4).
  enum Access {
    case granted
    case denied(NestFailure?)
  }

  /// Whether code of `user` may use a member found through `owner`.
  func access(_ member: MemberID, through owner: ClassID, from user: ClassID) -> Access {
    let flags = world.members[Int(member.index)].flags
    if member.owner == user || flags.contains(.public) { return .granted }
    let declaring = world.facts(member.owner)
    if declaring.knowledge.contains(.flagsOpen) { return .granted }
    let facts = world.facts(user)
    if flags.contains(.protected) {
      if !declaring.isInterface, isSubclass(user, of: member.owner) != false {
        if flags.contains(.static) || owner == user { return .granted }
        if isSubclass(owner, of: user) != false || isSubclass(user, of: owner) != false { return .granted }
      }
    }
    if !flags.contains(.private) { return isSamePackage(declaring, facts) ? .granted : .denied(nil) }
    guard javaLevel >= 11 else { return .denied(nil) }
    return nestAccess(user, member.owner)
  }

  /// Private members are open to nest mates: classes of one nest host (JVMS §5.4.4, §4.7.28).
  private func nestAccess(_ user: ClassID, _ other: ClassID) -> Access {
    let (mine, failure) = nestHost(user)
    let (theirs, otherFailure) = nestHost(other)
    if mine == theirs { return .granted }
    if let failure, let otherFailure { return .denied(.both(failure, otherFailure)) }
    return .denied(failure ?? otherFailure)
  }

  /// The nest host of a class; itself, with the reason, where its claim does not hold.
  func nestHost(_ id: ClassID) -> (ClassID, NestFailure?) {
    let facts = world.facts(id)
    guard !facts.nestHost.isNone else { return (id, nil) }
    let host: ClassID
    switch find(facts.nestHost, from: facts.loader) {
    case .found(let found):
      // JVMS §5.4.4: where the host cannot be resolved, a class is its own host.
      if case .faulty(let fault) = loading[Int(found.index)] { return (id, .hostBroken(id, fault)) }
      host = found
    case .broken(let fault): return (id, .hostBroken(id, fault))
    case .absent, .concealed, .unknown: return (id, .hostMissing(id))
    }
    let hostFacts = world.facts(host)
    guard isSamePackage(facts, hostFacts) else { return (id, .otherPackage(id, host: host)) }
    if hostFacts.nestMembers.range.contains(where: { world.names[$0] == facts.name }) { return (host, nil) }
    // A manifest of the public API may leave nest members out.
    if hostFacts.knowledge.contains(.publicOnly) || hostFacts.knowledge.contains(.membersOpen) { return (host, nil) }
    return (id, .notListed(id, host: host))
  }
}
