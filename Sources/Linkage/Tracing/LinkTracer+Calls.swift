import ClassFiles

/// Which method a call runs, and what it meets there.
extension LinkTracer {
  /// Calls a method on an object of exactly one class (JVMS §5.4.6, §6.5.invokevirtual, §6.5.invokeinterface).
  mutating func dispatch(
    _ use: MemberUse,
    _ member: MemberID,
    receiver: ClassID,
    _ arguments: [FlowType] = []
  ) -> Raised? {
    let owner = world.facts(member.owner)
    if owner.isInterface, case .found(let interface) = scope.find(use.owner), world.facts(interface).isInterface,
      scope.isSubclass(receiver, of: interface) == false
    {
      return raise(.notImplemented(receiver: receiver, interface: interface), isPossible: false)
    }
    /// What the machine made for want of a default is not what the call runs.
    let isPassedOver = use.kind.direct == .invokeInterface && !scope.interfacesCallWhatIsMade
    switch scope.select(member, receiver: receiver) {
    case .unknown: return nil
    case .abstract(let selected) where use.kind.direct == .invokeInterface && !scope.isOpenToInterfaces(selected):
      return raise(.selectedNotPublic(member, receiver: receiver, selected), isPossible: false)
    case .abstract(let selected): return raiseAbstract(use, member, receiver: receiver, selected: selected)
    case .none:
      let method = world.members[Int(member.index)]
      if isPassedOver || !scope.isMade(method, for: receiver) {
        return raiseAbstract(use, member, receiver: receiver)
      }
      return inside(member, of: receiver) { $0.raise(.abstractOverpass(member, receiver: receiver), isPossible: false) }
    case .conflict(let candidates):
      if isPassedOver { return raiseAbstract(use, member, receiver: receiver) }
      return inside(member, of: receiver) {
        $0.raise(.conflictingDefaults(member, receiver: receiver, candidates: candidates), isPossible: false)
      }
    case .method(let selected):
      if use.kind.direct == .invokeInterface, !scope.isOpenToInterfaces(selected) {
        return raise(.selectedNotPublic(member, receiver: receiver, selected), isPossible: false)
      }
      return enter(selected, arguments)
    }
  }

  func raiseAbstract(
    _ use: MemberUse,
    _ member: MemberID,
    receiver: ClassID,
    selected: MemberID? = nil
  ) -> Raised {
    var owner = member.owner
    if case .found(let named) = scope.find(use.owner) { owner = named }
    let call = scope.abstractCall(member, through: owner, by: use.kind.direct, receiver: receiver, selected: selected)
    return raise(.abstractCalled(call), isPossible: false)
  }

  /// Goes into a method of the application.
  mutating func enter(_ member: MemberID, _ arguments: [FlowType] = []) -> Raised? {
    guard world.facts(member.owner).loader == .application, let file = file(member.owner) else { return nil }
    let facts = world.members[Int(member.index)]
    let name = world.symbols.text(facts.name)
    let descriptor = world.symbols.text(facts.descriptor)
    for (index, method) in file.methods.enumerated()
    where (try? method.name) == name && (try? method.descriptor) == descriptor {
      if method.accessFlags.contains(.native) {
        stack.append(Frame(owner: member.owner, method: index, line: -2))
        defer { stack.removeLast() }
        return raise(.nativeMissing(member), isPossible: false)
      }
      return run(member.owner, index, arguments)
    }
    return nil
  }

  /// Calls what a lambda or method reference stands for.
  mutating func call(_ one: Made, _ arguments: [FlowType] = []) -> Raised? {
    let use = one.site.implementation
    guard case .links(let member) = scope.check(use, from: stack.last?.owner ?? ClassID(index: 0)) else { return nil }
    switch use.kind {
    case .handleNew:
      if world.facts(member.owner).flags.contains(.abstract) {
        return raise(.notInstantiable(member.owner), isPossible: false)
      }
      if let raised = initialize(member.owner) { return raised }
      return enter(member)
    case .handleInvokeStatic:
      if let raised = initialize(member.owner) { return raised }
      return enter(member)
    case .handleInvokeSpecial: return enter(member)
    default:
      if let receiver = one.captured.first ?? arguments.first, receiver.isExact,
        case .found(let type) = scope.find(receiver.symbol)
      {
        return dispatch(use, member, receiver: type)
      }
      return world.members[Int(member.index)].flags.contains(.abstract) ? nil : enter(member)
    }
  }
}
