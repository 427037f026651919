import ClassFiles

/// A call that selects no code, in HotSpot's terms: which method it takes for resolved, and which for selected.
///
/// Where several interfaces declare a method and none settles it, any of them may stand for the resolved one
/// (JVMS §5.4.3.3, §5.4.3.4); the message of the `AbstractMethodError` shows HotSpot's choice.
struct AbstractCall: Hashable, Sendable {
  var resolved: MemberID
  /// The interface in whose place the machine made a method, which then counts as the resolved one.
  var madeFor: ClassID?
  var receiver: ClassID
  /// The abstract method that was selected; nil where there is none, or where it is the resolved one.
  var selected: MemberID?
}

extension LinkScope {
  /// A call by `use` that `select` found no code for.
  ///
  /// - Parameter abstract: The abstract method of a class that was selected.
  func abstractCall(
    _ member: MemberID,
    through owner: ClassID,
    by kind: UseKind,
    receiver: ClassID,
    selected abstract: MemberID? = nil
  ) -> AbstractCall {
    var call = AbstractCall(resolved: member, receiver: receiver)
    let method = world.members[Int(member.index)]
    if world.facts(member.owner).isInterface, owner != member.owner, !isSettled(method, in: owner) {
      if world.facts(owner).isInterface, isMade(method, for: owner) {
        call.madeFor = owner
      } else {
        call.resolved = firstDeclaration(method, in: transitiveInterfaces(owner)) ?? member
      }
    }
    let isVirtual = kind != .invokeInterface && world.facts(call.resolved.owner).isInterface
    let selected = abstract ?? (isVirtual ? miranda(method, of: receiver) : nil)
    if selected != call.resolved || call.madeFor != nil { call.selected = selected }
    return call
  }

  /// Whether a call of an interface's method runs what the machine made, as a class's does: HotSpot 21 passes over it, 25
  /// does not.
  var interfacesCallWhatIsMade: Bool { javaLevel > 21 }

  /// Whether one default is more specific than all others.
  private func isSettled(_ method: MemberFacts, in id: ClassID) -> Bool {
    var isOpen = false
    let candidates = maximallySpecific(method.name, method.descriptor, of: id, isOpen: &isOpen)
    return candidates.filter { !world.members[Int($0.index)].flags.contains(.abstract) }.count == 1
  }

  /// Whether the machine makes a method that throws, for want of a default that is more specific than all others: where
  /// any interface has code, and one of the class's own, or one that a superclass left to it, declares the method
  /// (`DefaultMethods::generate_default_methods`).
  func isMade(_ method: MemberFacts, for id: ClassID) -> Bool {
    guard hasDefaults(id) else { return false }
    if interfaces(id).contains(where: { firstDeclaration(method, in: [$0] + transitiveInterfaces($0)) != nil }) {
      return true
    }
    return superclass(id).map { isMade(method, for: $0) } ?? false
  }

  /// The superinterfaces in the order in which HotSpot keeps them (`ClassFileParser::compute_transitive_interfaces`).
  private func transitiveInterfaces(_ id: ClassID) -> [ClassID] {
    var list: [ClassID] = []
    var entered: Set<ClassID> = []
    func gather(_ id: ClassID) {
      guard entered.insert(id).inserted else { return }
      if let parent = superclass(id) { gather(parent) }
      for parent in interfaces(id) { gather(parent) }
      for parent in interfaces(id) where !list.contains(parent) { list.append(parent) }
    }
    gather(id)
    return list
  }

  /// The interface method that keeps a method's place in the table of a class that lacks it
  /// (`klassVtable::get_mirandas`): the first that a superclass left open, else of the direct interfaces.
  private func miranda(_ method: MemberFacts, of id: ClassID) -> MemberID? {
    if let parent = superclass(id), let found = miranda(method, of: parent) { return found }
    for parent in interfaces(id) {
      if let found = firstDeclaration(method, in: [parent] + transitiveInterfaces(parent)) { return found }
    }
    return nil
  }

  private func firstDeclaration(_ method: MemberFacts, in interfaces: [ClassID]) -> MemberID? {
    for id in interfaces {
      guard let index = world.method(method.name, method.descriptor, in: world.facts(id)) else { continue }
      let flags = world.members[index].flags
      if flags.contains(.public), !flags.contains(.static) { return MemberID(owner: id, index: Int32(index)) }
    }
    return nil
  }

  /// Every interface method of a name that a class inherits, those that others override, too, in the order in which
  /// HotSpot's walk meets them (`FindMethodsByErasedSig`): the message about conflicting defaults names them all, that of
  /// Java 11 only those that none overrides.
  func defaultFamily(_ name: Symbol, _ descriptor: Symbol, of id: ClassID) -> [MemberID] {
    var family: [MemberID] = []
    var entered: Set<ClassID> = []
    func gather(_ id: ClassID) {
      guard entered.insert(id).inserted else { return }
      let facts = world.facts(id)
      if facts.isInterface, let index = world.method(name, descriptor, in: facts) {
        let flags = world.members[index].flags
        if !flags.contains(.static), !flags.contains(.private) {
          family.append(MemberID(owner: id, index: Int32(index)))
        }
      }
      if let parent = superclass(id) { gather(parent) }
      for parent in interfaces(id) { gather(parent) }
    }
    gather(id)
    guard javaLevel < 12 else { return family }
    var isOpen = false
    let specific = maximallySpecific(name, descriptor, of: id, isOpen: &isOpen)
    return family.filter(specific.contains)
  }
}
