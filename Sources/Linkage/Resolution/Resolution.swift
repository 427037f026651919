import ClassFiles

/// What looking a reference up comes to; checks and reports come later.
enum Resolution: Sendable {
  case found(MemberID)
  case missing
  /// An observed manifest knows nothing of it, and nothing against it.
  case unknown
  /// Found nothing, but something that contradicts it: same name and parameters with another result.
  case contradicted(MemberID)
}

extension LinkScope {
  /// Field resolution (JVMS §5.4.3.2): the class, its superinterfaces, its superclass.
  func resolveField(_ name: Symbol, _ descriptor: Symbol, in id: ClassID) -> Resolution {
    var isOpen = false
    if let found = lookUpField(name, descriptor, id, &isOpen) { return .found(found) }
    return isOpen ? contradiction(name, descriptor, in: id, isField: true) : .missing
  }

  private func lookUpField(_ name: Symbol, _ descriptor: Symbol, _ id: ClassID, _ isOpen: inout Bool) -> MemberID? {
    var next: ClassID? = id
    while let current = next {
      let facts = world.facts(current)
      if let index = world.field(name, descriptor, in: facts) { return MemberID(owner: current, index: Int32(index)) }
      if facts.knowledge.contains(.membersOpen) || hasUnknownParent(current) { isOpen = true }
      for parent in interfaces(current) {
        if let found = lookUpField(name, descriptor, parent, &isOpen) { return found }
      }
      next = superclass(current)
    }
    return nil
  }

  /// Method resolution (JVMS §5.4.3.3), interface method resolution (§5.4.3.4) when the owner is an interface.
  func resolveMethod(_ name: Symbol, _ descriptor: Symbol, in id: ClassID) -> Resolution {
    var isOpen = false
    let isInterface = world.facts(id).isInterface
    var next: ClassID? = id
    while let current = next {
      let facts = world.facts(current)
      if let index = world.method(name, descriptor, in: facts) {
        return .found(MemberID(owner: current, index: Int32(index)))
      }
      if let found = polymorphic(name, facts) { return .found(MemberID(owner: current, index: Int32(found))) }
      if facts.knowledge.contains(.membersOpen) || hasUnknownParent(current) { isOpen = true }
      next = isInterface ? nil : superclass(current)
    }
    if isInterface, case .found(let object) = find(.object, from: .java),
      let index = world.method(name, descriptor, in: world.facts(object)),
      world.members[index].flags.contains(.public), !world.members[index].flags.contains(.static)
    {
      return .found(MemberID(owner: object, index: Int32(index)))
    }
    let candidates = maximallySpecific(name, descriptor, of: id, isOpen: &isOpen)
    let concrete = candidates.filter { !world.members[Int($0.index)].flags.contains(.abstract) }
    if concrete.count == 1 { return .found(concrete[0]) }
    if let first = candidates.first { return .found(first) }
    return isOpen ? contradiction(name, descriptor, in: id, isField: false) : .missing
  }

  /// The one method of a name that a signature-polymorphic call resolves to (JVMS §2.9.3).
  private func polymorphic(_ name: Symbol, _ facts: ClassFacts) -> Int? {
    guard facts.name == .methodHandle || facts.name == .varHandle else { return nil }
    let named = world.members(named: name, in: facts.methods)
    guard named.count == 1, let index = named.indices.first else { return nil }
    let member = named[index]
    return member.isPolymorphic ? index : nil
  }

  /// The maximally-specific superinterface methods (JVMS §5.4.3.3): neither private nor static, none overridden by
  /// another of them.
  func maximallySpecific(
    _ name: Symbol,
    _ descriptor: Symbol,
    of id: ClassID,
    isOpen: inout Bool
  ) -> [MemberID] {
    var candidates: [MemberID] = []
    var seen: Set<ClassID> = []
    var queue: [ClassID] = []
    var next: ClassID? = id
    while let current = next {
      queue += interfaces(current)
      next = superclass(current)
    }
    var position = 0
    while position < queue.count {
      let current = queue[position]
      position += 1
      guard seen.insert(current).inserted else { continue }
      let facts = world.facts(current)
      if facts.knowledge.contains(.membersOpen) || hasUnknownParent(current) { isOpen = true }
      if let index = world.method(name, descriptor, in: facts) {
        let flags = world.members[index].flags
        if !flags.contains(.private), !flags.contains(.static) {
          candidates.append(MemberID(owner: current, index: Int32(index)))
        }
      }
      queue += interfaces(current)
    }
    guard candidates.count > 1 else { return candidates }
    return candidates.filter { one in
      !candidates.contains { other in other != one && isSubclass(other.owner, of: one.owner) == true }
    }
  }

  /// On an observed line: a member of the same name and parameters with another result, which Java cannot have
  /// forgotten, speaks against the reference; anything else leaves it unknown (design, Manifests).
  private func contradiction(_ name: Symbol, _ descriptor: Symbol, in id: ClassID, isField: Bool) -> Resolution {
    let facts = world.facts(id)
    guard facts.knowledge.contains(.membersOpen), name != .initializer else { return .unknown }
    let slice = isField ? facts.fields : facts.methods
    let named = world.members(named: name, in: slice)
    for index in named.indices where isField || sameParameters(named[index].descriptor, descriptor) {
      if named[index].flags.contains(.synthetic) { continue }
      return .contradicted(MemberID(owner: id, index: Int32(index)))
    }
    return .unknown
  }

  /// Whether two method descriptors have the same parameters.
  func sameParameters(_ a: Symbol, _ b: Symbol) -> Bool {
    world.symbols.withBytes(a) { a in
      world.symbols.withBytes(b) { b in
        guard let end = a.lastIndex(of: UInt8(ascii: ")")), b.count > end, b[end] == UInt8(ascii: ")") else {
          return false
        }
        return a[..<end].elementsEqual(b[..<end])
      }
    }
  }
}
