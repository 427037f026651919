import ClassFiles

extension LinkScope {
  /// Checks a use of a type: every class in it, then what the instruction wants of it.
  func check(_ use: TypeUse, from user: ClassID) -> [UseOutcome] {
    if use.kind == .methodType {
      return resolveClasses(inDescriptor: use.type, from: user).compactMap { outcome($0) }
    }
    let resolved = resolveClass(use.type, from: user)
    if use.kind == .new, case .found(let id) = resolved {
      let facts = world.facts(id)
      if facts.flags.contains(.abstract) || facts.isInterface, !facts.knowledge.contains(.kindOpen) {
        return [.fault(.notInstantiable(id))]
      }
    }
    return outcome(resolved).map { [$0] } ?? []
  }

  private func outcome(_ resolved: ClassOutcome) -> UseOutcome? {
    switch resolved {
    case .found, .builtIn: nil
    case .unknown(let name): .unknown(owner: name)
    case .fault(let fault): .fault(fault)
    }
  }

  /// Whether the verifier lets a value of one type pass as another (JVMS §4.10.1.2): interfaces pass always, and the
  /// classes are loaded to find out.
  func check(_ use: Assignment, from user: ClassID) -> UseOutcome? {
    if use.from == use.to || use.to == .object { return nil }
    let (target, targetIsArray) = elementClass(use.to)
    let (source, sourceIsArray) = elementClass(use.from)
    if targetIsArray { return arrays(use, user) }
    switch verifierClass(target, user) {
    case .fault(let fault): return .fault(fault)
    case .unknown(let name): return .unknown(owner: name)
    case .builtIn: return nil
    case .found(let to):
      let facts = world.facts(to)
      if facts.isInterface || facts.knowledge.contains(.kindOpen) { return nil }
      if sourceIsArray { return .fault(.notAssignable(use, in: user)) }
      switch verifierClass(source, user) {
      case .fault(let fault): return .fault(fault)
      case .unknown(let name): return .unknown(owner: name)
      case .builtIn: return nil
      case .found(let from):
        switch isSubclass(from, of: to) {
        case true: return nil
        case false: return .fault(.notAssignable(use, in: user))
        case nil: return .unknown(owner: use.from)
        }
      }
    }
  }

  /// A class as the verifier asks for it: loaded, its access not checked.
  private func verifierClass(_ name: Symbol, _ user: ClassID) -> ClassOutcome {
    switch find(name, from: world.facts(user).loader) {
    case .absent: return .fault(.classMissing(name))
    case .unknown, .concealed: return .unknown(name)
    case .broken(let fault): return .fault(fault)
    case .found(let id):
      if case .faulty(let fault) = loading[Int(id.index)] { return .fault(fault) }
      return .found(id)
    }
  }

  /// Arrays are assignable when their components are.
  private func arrays(_ use: Assignment, _ user: ClassID) -> UseOutcome? {
    let (to, toDepth, toPrimitive) = component(use.to)
    let (from, fromDepth, fromPrimitive) = component(use.from)
    if toPrimitive || fromPrimitive {
      if toDepth == fromDepth, use.from == use.to { return nil }
      if !toPrimitive, toDepth < fromDepth, to == .object || to == .cloneable || to == .serializable { return nil }
      return .fault(.notAssignable(use, in: user))
    }
    if toDepth == fromDepth {
      switch check(Assignment(from: from, to: to, reason: .value), from: user) {
      case .fault(.notAssignable): return .fault(.notAssignable(use, in: user))
      case let other: return other
      }
    }
    if toDepth < fromDepth, to == .object || to == .cloneable || to == .serializable { return nil }
    return .fault(.notAssignable(use, in: user))
  }

  private func component(_ type: Symbol) -> (name: Symbol, depth: Int, isPrimitive: Bool) {
    let depth = world.symbols.withBytes(type) { $0.prefix { $0 == UInt8(ascii: "[") }.count }
    let (name, _) = elementClass(type)
    return (name, depth, name.isNone)
  }

  /// The protected rule of the verifier (JVMS §4.10.1.8): a protected member of a superclass in another package may only
  /// be used on objects of this class or below it.
  func checkReceiver(_ use: MemberUse, from user: ClassID) -> UseOutcome? {
    guard !use.receiver.isNone, !use.kind.isStatic, !use.kind.isHandle else { return nil }
    guard case .found(let owner) = find(use.owner, from: world.facts(user).loader), owner != user,
      isProperSuperclass(owner, of: user)
    else { return nil }
    let resolved =
      use.kind.isField
      ? resolveField(use.name, use.descriptor, in: owner) : resolveMethod(use.name, use.descriptor, in: owner)
    guard case .found(let member) = resolved, world.members[Int(member.index)].flags.contains(.protected),
      !isSamePackage(world.facts(member.owner), world.facts(user)), !world.facts(member.owner).isInterface
    else { return nil }
    // A new object of the superclass itself is no object of this class (JVMS §4.10.1.9.invokespecial).
    if use.name == .initializer { return use.receiver == use.owner ? .fault(.protectedReceiver(use, in: user)) : nil }
    let (receiver, isArray) = elementClass(use.receiver)
    if isArray { return use.name == .clone ? nil : .fault(.protectedReceiver(use, in: user)) }
    guard case .found(let id) = find(receiver, from: world.facts(user).loader) else { return nil }
    return isSubclass(id, of: user) == false ? .fault(.protectedReceiver(use, in: user)) : nil
  }

  private func isProperSuperclass(_ id: ClassID, of user: ClassID) -> Bool {
    var next = superclass(user)
    while let current = next {
      if current == id { return true }
      next = superclass(current)
    }
    return false
  }
}
