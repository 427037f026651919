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
