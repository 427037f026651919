import ClassFiles

extension LinkScope {
  /// What `LambdaMetafactory` refuses although every constant resolves: an interface that is none.
  func refusal(of site: LambdaSite, from user: ClassID) -> LinkFault? {
    let use = site.implementation
    // The factory's class must itself be able to name the class that declares the method.
    if !use.kind.isField, use.name != .initializer, case .found(let owner) = find(use.owner),
      case .found(let member) = resolveMethod(use.name, use.descriptor, in: owner), member.owner != owner,
      world.facts(member.owner).loader != .java,
      world.facts(owner).isInterface || !world.facts(member.owner).isInterface
    {
      if !isAccessible(member.owner, from: user) { return .lambdaRefused(site) }
    }
    if isForeignReceiver(site, user) { return .lambdaRefused(site) }
    guard case .found(let id) = find(site.interface), case let facts = world.facts(id),
      !facts.knowledge.contains(.kindOpen)
    else { return nil }
    return facts.isInterface ? nil : .lambdaRefused(site)
  }

  /// A method that a lambda's interface has come to have and the lambda lacks: whoever calls it gets an
  /// `AbstractMethodError`. Of a lambda with bridges the methods of its own name are left out.
  func openMethod(of site: LambdaSite) -> MemberID? {
    guard case .found(let id) = find(site.interface), world.facts(id).isInterface,
      case .fine = loading[Int(id.index)], case .found(let object) = find(.object, from: .java)
    else { return nil }
    var queue = [id]
    var seen: Set<ClassID> = []
    while let current = queue.popLast() {
      guard seen.insert(current).inserted else { continue }
      let facts = world.facts(current)
      // What a manifest only observed proves nothing.
      if !facts.knowledge.isDisjoint(with: [.membersOpen, .flagsOpen, .kindOpen]) { return nil }
      queue += interfaces(current)
      for index in facts.methods.range {
        let method = world.members[index]
        guard method.flags.contains(.abstract),
          method.name != site.name || !site.hasBridges && method.descriptor != site.descriptor,
          world.method(method.name, method.descriptor, in: world.facts(object)) == nil
        else { continue }
        var isOpen = false
        let candidates = maximallySpecific(method.name, method.descriptor, of: id, isOpen: &isOpen)
        let own = world.method(method.name, method.descriptor, in: world.facts(id))
        let isAbstract =
          own.map { world.members[$0].flags.contains(.abstract) }
          ?? candidates.allSatisfy { world.members[Int($0.index)].flags.contains(.abstract) }
        if isAbstract, !isOpen { return MemberID(owner: current, index: Int32(index)) }
      }
    }
    return nil
  }

  /// A handle to a protected method of a superclass elsewhere takes objects of the caller's class only
  /// (JVMS §5.4.4, MethodHandles.Lookup), which the declared receiver must be.
  private func isForeignReceiver(_ site: LambdaSite, _ user: ClassID) -> Bool {
    let use = site.implementation
    guard use.kind == .handleInvokeVirtual, case .found(let owner) = find(use.owner), owner != user,
      case .found(let member) = resolveMethod(use.name, use.descriptor, in: owner),
      world.members[Int(member.index)].flags.contains(.protected), isSubclass(user, of: member.owner) == true,
      !isSamePackage(world.facts(member.owner), world.facts(user))
    else { return false }
    let isBound = world.symbols.withBytes(site.site) { $0.count > 1 && $0[1] == UInt8(ascii: "L") }
    let declared = classes(inDescriptor: isBound ? site.site : site.instantiated).first
    guard let declared, case .found(let receiver) = find(declared.name) else { return false }
    return isSubclass(receiver, of: user) == false
  }
}
