import ClassFiles

extension LinkScope {
  /// `super.m()` runs what the direct superclass has, `I.super.m()` what the interface has (JVMS §6.5.invokespecial).
  func checkSuperCall(_ found: MemberID, _ owner: ClassID, _ user: ClassID) -> UseOutcome {
    let resolved = world.members[Int(found.index)]
    var isOpen = false
    if world.facts(owner).isInterface {
      // What every object has, an interface has, too (JVMS §5.4.3.4 item 3).
      if !world.facts(found.owner).isInterface { return .links(found) }
      if found.owner == owner {
        return resolved.flags.contains(.abstract) ? .fault(.abstractSuper(found, named: owner)) : .links(found)
      }
      let candidates = maximallySpecific(resolved.name, resolved.descriptor, of: owner, isOpen: &isOpen)
      let concrete = candidates.filter { !world.members[Int($0.index)].flags.contains(.abstract) }
      if concrete.count == 1 { return .links(concrete[0]) }
      if isOpen { return .links(found) }
      return .fault(made(found, for: owner, concrete) ?? .abstractSuper(found, named: owner))
    }
    let start = isSubclass(user, of: owner) == true ? superclass(user) ?? owner : owner
    var next: ClassID? = start
    while let current = next {
      let facts = world.facts(current)
      if facts.knowledge.contains(.membersOpen) { isOpen = true }
      if let index = world.method(resolved.name, resolved.descriptor, in: facts),
        !world.members[index].flags.contains(.static),
        !world.members[index].flags.contains(.private) || current == start
      {
        let selected = MemberID(owner: current, index: Int32(index))
        return world.members[index].flags.contains(.abstract)
          ? .fault(.abstractSuper(selected, named: owner)) : .links(selected)
      }
      next = superclass(current)
    }
    let candidates = maximallySpecific(resolved.name, resolved.descriptor, of: start, isOpen: &isOpen)
    let concrete = candidates.filter { !world.members[Int($0.index)].flags.contains(.abstract) }
    if concrete.count == 1 { return .links(concrete[0]) }
    if isOpen { return .links(found) }
    return .fault(made(found, for: start, concrete) ?? .abstractSuper(found, named: found.owner))
  }

  /// What the method throws that the machine makes for a class that no default settles; nil where it makes none.
  func made(_ method: MemberID, for id: ClassID, _ defaults: [MemberID]) -> LinkFault? {
    let facts = world.members[Int(method.index)]
    guard isMade(facts, for: id) else { return nil }
    return defaults.isEmpty
      ? .abstractOverpass(method, receiver: id)
      : .conflictingDefaults(
        method,
        receiver: id,
        candidates: defaultFamily(facts.name, facts.descriptor, of: id)
      )
  }

  /// Whether an interface of a class has code in instance methods: only then the machine makes methods of its own
  /// where a default is wanting.
  func hasDefaults(_ id: ClassID) -> Bool {
    var queue = [id]
    var seen: Set<ClassID> = []
    while let current = queue.popLast() {
      guard seen.insert(current).inserted else { continue }
      let facts = world.facts(current)
      if facts.isInterface {
        for index in facts.methods.range {
          let method = world.members[index]
          if !method.flags.contains(.static), !method.flags.contains(.abstract), method.name != .classInitializer {
            return true
          }
        }
      }
      queue += interfaces(current)
      if let parent = superclass(current) { queue.append(parent) }
    }
    return false
  }
}
