import ClassFiles

/// What one place of the code asks of the machine: members, types, constants, call sites.
extension LinkTracer {
  /// A lambda or method reference that was made and may be called.
  struct Made {
    var site: LambdaSite
    var captured: [FlowType]
    var isCalled = false
  }

  mutating func process(_ event: TraceEvent, _ id: ClassID, _ made: inout [Made]) -> Raised? {
    switch event.kind {
    case .member(let use, let receiver, let arguments): return processMember(use, receiver, arguments, id, &made)
    case .type(let use, let value):
      if use.kind == .cast || use.kind == .instanceOf, value == .null { return nil }
      return processType(use, id)
    case .constant(let uses):
      for use in uses {
        if let raised = fault(use, id) { return raised }
      }
      return nil
    case .dynamic(let uses, let captured):
      for use in uses {
        if var raised = fault(use, id) {
          // Until Java 8 every failure of a call site is wrapped (JVMS SE8 §6.5.invokedynamic), later what is no Error.
          if scope.javaLevel < 9 || raised.error == .security { raised.error = .bootstrapMethod }
          return raised
        }
        if case .lambda(let site) = use { made.append(Made(site: site, captured: captured)) }
      }
      return nil
    }
  }

  func fault(_ use: PoolUse, _ id: ClassID) -> Raised? {
    switch use {
    case .member(let use): return raised(scope.check(use, from: id))
    case .type(let use): return scope.check(use, from: id).lazy.compactMap { raised($0) }.first
    case .lambda(let site): return scope.refusal(of: site, from: id).map { raise($0, isPossible: false) }
    }
  }

  func raised(_ outcome: UseOutcome) -> Raised? {
    switch outcome {
    case .fault(let fault): raise(fault, isPossible: false)
    case .contradicted(let fault): raise(fault, isPossible: true)
    case .links, .builtIn, .known, .unknown: nil
    }
  }

  private mutating func processType(_ use: TypeUse, _ id: ClassID) -> Raised? {
    for outcome in scope.check(use, from: id) {
      if let raised = raised(outcome) { return raised }
    }
    guard use.kind == .new, case .found(let made) = scope.find(use.type) else { return nil }
    return initialize(made)
  }

  private mutating func processMember(
    _ use: MemberUse,
    _ receiver: FlowType,
    _ arguments: [FlowType],
    _ id: ClassID,
    _ made: inout [Made]
  ) -> Raised? {
    let outcome = scope.check(use, from: id)
    switch outcome {
    case .fault(let fault):
      // Thrown by a method that the machine made.
      switch fault {
      case .abstractOverpass(let member, let owner), .conflictingDefaults(let member, let owner, _):
        return inside(member, of: owner) { $0.raise(fault, isPossible: false) }
      default: break
      }
    default: break
    }
    if let raised = raised(outcome) { return raised }
    guard case .links(let member) = outcome else { return nil }
    let flags = world.members[Int(member.index)].flags
    if use.kind.isStatic, let raised = initialize(member.owner) { return raised }
    guard !use.kind.isField else { return nil }
    if use.kind == .invokeStatic || use.kind == .invokeSpecial { return enter(member, arguments) }
    if receiver.isExact, case .found(let type) = scope.find(receiver.symbol) {
      return dispatch(use, member, receiver: type, arguments)
    }
    if let index = made.lastIndex(where: { $0.site.interface == use.owner && $0.site.name == use.name }) {
      made[index].isCalled = true
      return call(made[index], Array(arguments.dropFirst()))
    }
    return flags.contains(.abstract) ? nil : enter(member, arguments)
  }
}
