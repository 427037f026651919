import ClassFiles
import InterfaceManifests

/// What using a member comes to.
enum UseOutcome: Sendable {
  /// It links; the member it resolves to.
  case links(MemberID)
  /// It links to something without a declaration, such as an array's `clone`.
  case builtIn
  /// An observed manifest has seen it used.
  case known
  /// An observed manifest says nothing of this owner.
  case unknown(owner: Symbol)
  case fault(LinkFault)
  /// An observed manifest speaks against it: likely, not proven.
  case contradicted(LinkFault)
}

extension LinkScope {
  /// Resolves a reference and checks it for the instruction that uses it (JVMS §5.4.3, §6.5).
  func check(_ use: MemberUse, from user: ClassID) -> UseOutcome {
    var owner: ClassID
    if world.symbols.firstByte(use.owner) == UInt8(ascii: "[") {
      switch resolveClass(use.owner, from: user) {
      case .fault(let fault): return .fault(fault)
      case .unknown(let name): return .unknown(owner: name)
      case .builtIn, .found: break
      }
      if use.name == .clone { return .builtIn }
      guard case .found(let object) = find(.object, from: .java) else { return .builtIn }
      owner = object
    } else {
      switch resolveClass(use.owner, from: user) {
      case .fault(let fault): return .fault(fault)
      case .unknown(let name): return .unknown(owner: name)
      case .builtIn: return .builtIn
      case .found(let id): owner = id
      }
    }
    if use.kind.isHandle, !handlesResolveMembersFirst, let fault = typeFault(use, user) { return .fault(fault) }
    if let view = observed, world.facts(owner).loader == .platform, world.facts(owner).knowledge.contains(.membersOpen)
    {
      return checkObserved(use, owner, view)
    }
    let outcome = use.kind.isField ? checkField(use, owner, user) : checkMethod(use, owner, user)
    if use.kind.isHandle, case .links(let member) = outcome {
      if handlesResolveMembersFirst, let fault = typeFault(use, user) { return .fault(fault) }
      if isConstrained(member) { return .fault(.loaderConstraint(use, member)) }
    }
    return outcome
  }

  /// A method handle's member is resolved before the types of its descriptor (JVMS §5.4.3.5). HotSpot 11 and later do
  /// so; for older ones the types come first, which no such Java has judged here.
  private var handlesResolveMembersFirst: Bool { javaLevel >= 11 }

  /// The first type in the descriptor of a method handle, or of a call by one, that cannot be resolved.
  private func typeFault(_ use: MemberUse, _ user: ClassID) -> LinkFault? {
    for outcome in resolveClasses(inDescriptor: use.descriptor, from: user) {
      guard case .fault(let fault) = outcome else { continue }
      // The type of a field is found, its access not checked.
      if use.kind.isField, case .classInaccessible = fault { continue }
      return fault
    }
    return nil
  }

  /// Whether the loader of a member's own class lacks a class that the application's has: a method handle to the member
  /// wants both to mean the same (`MemberName.checkForTypeAlias`).
  ///
  /// Other uses never violate a loader constraint (JVMS §5.3.4): a loader asks its parent first, so what both have is one class.
  private func isConstrained(_ member: MemberID) -> Bool {
    let loader = world.facts(member.owner).loader
    guard loader != .application else { return false }
    return classes(inDescriptor: world.members[Int(member.index)].descriptor).contains { one in
      guard case .absent = find(one.name, from: loader), case .found = find(one.name) else { return false }
      return true
    }
  }

  /// What an observed line says of a reference; never more than a contradiction (design, Manifests).
  private func checkObserved(_ use: MemberUse, _ owner: ClassID, _ view: ManifestView) -> UseOutcome {
    let knowledge = world.symbols.withBytes(use.owner) { ownerBytes in
      world.symbols.withBytes(use.name) { nameBytes in
        world.symbols.withBytes(use.descriptor) { descriptorBytes in
          view.knowledge(
            of: ObservedReference(
              owner: ownerBytes,
              name: nameBytes,
              descriptor: descriptorBytes,
              isStatic: use.kind.isStatic,
              ownerIsInterface: use.kind.isField ? nil : use.isInterface
            )
          )
        }
      }
    }
    switch knowledge {
    case .present: return .known
    case .unknown: return .unknown(owner: use.owner)
    case .contradicted(let contradiction):
      switch contradiction.kind {
      case .otherType:
        return .contradicted(
          use.kind.isField ? .fieldMissing(use, in: owner) : .methodMissing(use, in: world.facts(owner).name)
        )
      case .isInterface: return .contradicted(.interfaceFound(owner))
      case .isClass: return .contradicted(.classFound(owner))
      case .isStatic, .isInstance: return .contradicted(.dispatchChanged(use, owner: owner))
      }
    }
  }

  private func checkField(_ use: MemberUse, _ owner: ClassID, _ user: ClassID) -> UseOutcome {
    let found: MemberID
    switch resolveField(use.name, use.descriptor, in: owner) {
    case .missing: return .fault(.fieldMissing(use, in: owner))
    case .unknown: return .unknown(owner: use.owner)
    case .contradicted: return .contradicted(.fieldMissing(use, in: owner))
    case .found(let member): found = member
    }
    if case .denied(let nest) = access(found, through: owner, from: user) {
      return .fault(.fieldInaccessible(found, from: user, nest: nest))
    }
    let flags = world.members[Int(found.index)].flags
    let isOpen = world.facts(found.owner).knowledge.contains(.flagsOpen)
    if flags.contains(.static) != use.kind.isStatic {
      let fault: LinkFault =
        use.kind.isStatic ? .staticExpected(use, found, owner: owner) : .instanceExpected(use, found, owner: owner)
      return isOpen ? .contradicted(fault) : .fault(fault)
    }
    // JVMS §6.5.putfield, §6.5.putstatic: by the class alone, and since version 53 by the field's initializer alone.
    if use.kind.isWrite, flags.contains(.final) {
      if found.owner != user { return .fault(.finalWritten(found, owner: owner, from: user)) }
      if !use.writer.isNone { return .fault(.finalRewritten(found, owner: owner, by: use.writer)) }
    }
    return .links(found)
  }

  private func checkMethod(_ use: MemberUse, _ owner: ClassID, _ user: ClassID) -> UseOutcome {
    let facts = world.facts(owner)
    let kind = use.kind.direct
    if !facts.knowledge.contains(.kindOpen), let fault = kindMismatch(use, kind, owner, facts, user) {
      // Class against interface is one of the contradictions that an observed line can prove likely.
      return facts.knowledge.contains(.membersOpen) ? .contradicted(fault) : .fault(fault)
    }
    let found: MemberID
    switch resolveMethod(use.name, use.descriptor, in: owner) {
    case .missing: return .fault(.methodMissing(use, in: facts.name))
    case .unknown: return .unknown(owner: use.owner)
    case .contradicted: return .contradicted(.methodMissing(use, in: facts.name))
    case .found(let member): found = member
    }
    let method = world.members[Int(found.index)]
    // Such a call is linked for its own types (JVMS §5.4.3.3, §6.5.invokevirtual).
    if method.isPolymorphic { return typeFault(use, user).map { .fault($0) } ?? .links(found) }
    if use.name == .initializer, found.owner != owner, !isUnknownBetween(owner, found.owner) {
      if case .denied(let nest) = access(found, through: owner, from: user) {
        return .fault(.methodInaccessible(found, from: user, nest: nest))
      }
      return .fault(.constructorMissing(use, in: owner))
    }
    if case .denied(let nest) = access(found, through: owner, from: user) {
      return .fault(.methodInaccessible(found, from: user, nest: nest))
    }
    if kind == .invokeSpecial, facts.isInterface, owner != user, use.name != .initializer,
      !interfaces(user).contains(owner), world.facts(user).loader == .application
    {
      return .fault(.indirectSuperinterface(use, owner: owner))
    }
    let isStatic = method.flags.contains(.static)
    if isStatic != (kind == .invokeStatic) {
      let fault: LinkFault =
        isStatic ? .instanceExpected(use, found, owner: owner) : .staticExpected(use, found, owner: owner)
      return world.facts(found.owner).knowledge.contains(.membersOpen) ? .contradicted(fault) : .fault(fault)
    }
    if kind == .invokeSpecial, use.name != .initializer {
      if owner != user || facts.isInterface { return checkSuperCall(found, owner, user) }
      if method.flags.contains(.abstract) {
        return .fault(made(found, for: owner, []) ?? .abstractSuper(found, named: owner))
      }
    }
    return .links(found)
  }

  private func isUnknownBetween(_ id: ClassID, _ ancestor: ClassID) -> Bool {
    world.facts(id).knowledge.contains(.membersOpen)
  }

  /// Class against interface: by the instruction, then by the kind of the constant.
  private func kindMismatch(
    _ use: MemberUse,
    _ kind: UseKind,
    _ owner: ClassID,
    _ facts: ClassFacts,
    _ user: ClassID
  ) -> LinkFault? {
    if use.kind.isHandle, javaLevel >= 9, facts.isInterface != use.isInterface {
      return .wrongConstant(use, owner: owner, wantsInterface: facts.isInterface)
    }
    switch kind {
    case .invokeVirtual where facts.isInterface: return .interfaceFound(owner)
    case .invokeInterface where !facts.isInterface: return .classFound(owner)
    case .invokeStatic, .invokeSpecial:
      // Class files before 53 may name an interface by a Methodref since HotSpot 8 did not look; 9 and later do.
      if javaLevel >= 9, facts.isInterface != use.isInterface {
        return .wrongConstant(use, owner: owner, wantsInterface: facts.isInterface)
      }
      return nil
    default: return nil
    }
  }
}
