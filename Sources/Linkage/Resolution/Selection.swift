import ClassFiles

/// Which method runs for an object (JVMS §5.4.6).
enum Selection: Sendable {
  case method(MemberID)
  /// A class's method without code: `AbstractMethodError`.
  case abstract(MemberID)
  /// No implementation: `AbstractMethodError`.
  case none
  /// Several defaults, none more specific: `IncompatibleClassChangeError`.
  case conflict([MemberID])
  /// An ancestor is unknown.
  case unknown
}

extension LinkScope {
  /// Selects the method that runs when `resolved` is called on an object of exactly `receiver`.
  func select(_ resolved: MemberID, receiver: ClassID) -> Selection {
    let method = world.members[Int(resolved.index)]
    if method.flags.contains(.private) { return .method(resolved) }
    let resolvedFacts = world.facts(resolved.owner)
    var isOpen = false
    var next: ClassID? = receiver
    while let current = next {
      let facts = world.facts(current)
      if facts.knowledge.contains(.membersOpen) || hasUnknownParent(current) { isOpen = true }
      if let index = world.method(method.name, method.descriptor, in: facts) {
        let flags = world.members[index].flags
        let candidate = MemberID(owner: current, index: Int32(index))
        if !flags.contains(.static), !flags.contains(.private) || resolvedFacts.isInterface && javaLevel < 11 {
          if candidate == resolved || resolvedFacts.isInterface || overrides(candidate, resolved) {
            return flags.contains(.abstract) ? .abstract(candidate) : .method(candidate)
          }
        }
      }
      next = superclass(current)
    }
    if isOpen { return .unknown }
    let candidates = maximallySpecific(method.name, method.descriptor, of: receiver, isOpen: &isOpen)
    let concrete = candidates.filter { !world.members[Int($0.index)].flags.contains(.abstract) }
    if concrete.count == 1 { return .method(concrete[0]) }
    if isOpen { return .unknown }
    return concrete.count > 1
      ? .conflict(defaultFamily(method.name, method.descriptor, of: receiver)) : .none
  }

  /// Whether a call of an interface's method may end there: only public methods, and private ones that resolution found
  /// (JVMS §6.5.invokeinterface).
  func isOpenToInterfaces(_ selected: MemberID) -> Bool {
    let flags = world.members[Int(selected.index)].flags
    return flags.contains(.public) || flags.contains(.private)
      || world.facts(selected.owner).knowledge.contains(.flagsOpen)
  }

  /// Whether a method overrides another of the same name and descriptor (JVMS §5.4.5).
  private func overrides(_ candidate: MemberID, _ resolved: MemberID) -> Bool {
    let flags = world.members[Int(resolved.index)].flags
    if flags.contains(.public) || flags.contains(.protected) { return true }
    if flags.contains(.private) { return false }
    let declaring = world.facts(resolved.owner)
    if isSamePackage(world.facts(candidate.owner), declaring) { return true }
    // Transitively: through a method between them that overrides it and is itself overridden.
    var next = superclass(candidate.owner)
    let method = world.members[Int(resolved.index)]
    while let current = next, current != resolved.owner {
      let facts = world.facts(current)
      if let index = world.method(method.name, method.descriptor, in: facts), isSamePackage(facts, declaring) {
        let between = world.members[index].flags
        if between.contains(.public) || between.contains(.protected) { return true }
      }
      next = superclass(current)
    }
    return false
  }
}
