import ClassFiles

/// Virtual calls and the classes that may answer them, each waiting for the other.
struct Dispatch {
  /// A virtual call that was met.
  struct Call {
    /// The class that the call names.
    var owner: ClassID
    var name: Symbol
    var descriptor: Symbol
    /// What the call resolves to; nil when that is not known.
    var resolved: MemberID?
    var step: ReachStep
    /// What the way to the call lets out.
    var escapes: Escapes

    /// Name and descriptor as one number, as that of a member.
    var key: UInt64 { UInt64(name.id) << 32 | UInt64(descriptor.id) }
  }

  /// By name and descriptor: calls met so far, which may reach classes that are made later.
  var calls: [UInt64: [Call]] = [:]
  /// By name and descriptor: classes made so far that have such a method, their own or inherited within the application.
  var receivers: [UInt64: [ClassID]] = [:]
}

/// What may be called on an object of a class: its methods from the application, and what the platform knows it as.
struct ObjectMethods {
  /// The methods that a call may end at; of one name and descriptor several only where they are defaults.
  private(set) var methods: [MemberID] = []
  private var platform: [ClassFacts] = []
  /// Whether an ancestor may declare what nobody knows of.
  private var isOpen = false

  init(_ id: ClassID, _ scope: LinkScope) {
    let (ancestors, classes) = scope.ancestry(id)
    var inherited = KeySet()
    for (position, current) in ancestors.enumerated() {
      let facts = scope.world.facts(current)
      if scope.hasUnknownParent(current) { isOpen = true }
      guard facts.loader == .application else {
        platform.append(facts)
        if facts.knowledge.contains(.membersOpen) { isOpen = true }
        continue
      }
      // The nearest class's method hides all others; a default only counts where no class has one (JVMS §5.4.6).
      for index in facts.methods.range {
        let method = scope.world.members[index]
        guard method.isDispatched else { continue }
        if position < classes ? inherited.insert(method.key) : !inherited.contains(method.key) {
          methods.append(MemberID(owner: current, index: Int32(index)))
        }
      }
    }
  }

  /// Whether the platform may call a method, since an ancestor there declares it, or may.
  func isCalledByPlatform(_ method: MemberFacts, in world: World) -> Bool {
    if isOpen, method.flags.contains(.public) || method.flags.contains(.protected) { return true }
    return platform.contains { world.method(method.name, method.descriptor, in: $0) != nil }
  }
}

extension MemberFacts {
  /// Whether the object decides which method a call of it ends at.
  fileprivate var isDispatched: Bool {
    !flags.contains(.static) && !flags.contains(.private) && name != .initializer
  }
}

extension LinkScope {
  /// A class and its ancestors, each once: the superclasses, nearest first, then the interfaces; and how many are classes.
  fileprivate func ancestry(_ id: ClassID) -> (ancestors: [ClassID], classes: Int) {
    var ancestors: [ClassID] = []
    var next: ClassID? = id
    while let current = next {
      ancestors.append(current)
      next = superclass(current)
    }
    let classes = ancestors.count
    var seen = KeySet()
    var position = 0
    while position < ancestors.count {
      for parent in interfaces(ancestors[position]) where seen.insert(UInt64(parent.index)) { ancestors.append(parent) }
      position += 1
    }
    return (ancestors, classes)
  }

  /// The application's methods of a name and descriptor that an object of a class may have.
  fileprivate func candidates(_ name: Symbol, _ descriptor: Symbol, on id: ClassID) -> [MemberID] {
    let (ancestors, classes) = ancestry(id)
    var found: [MemberID] = []
    for (position, current) in ancestors.enumerated() {
      let facts = world.facts(current)
      guard facts.loader == .application, let index = world.method(name, descriptor, in: facts),
        world.members[index].isDispatched
      else { continue }
      found.append(MemberID(owner: current, index: Int32(index)))
      if position < classes { return found }
    }
    return found
  }
}

extension Reachability {
  /// An object of a class may exist: earlier virtual calls and the platform may call its methods.
  mutating func make(_ id: ClassID, _ step: ReachStep, _ escapes: Escapes) {
    guard world.facts(id).loader == .application, let slot = code.open(id) else { return }
    let isNew = !map.made.contains(slot)
    guard map.made.note(step, to: slot, escapes) != nil, !scope.loading[Int(id.index)].isFaulty else { return }
    let object = ObjectMethods(id, scope)
    for member in object.methods {
      let method = world.members[Int(member.index)]
      if object.isCalledByPlatform(method, in: world) { reach(member, step, escapes.later) }
      guard isNew, dispatch.receivers[method.key]?.last != id else { continue }
      dispatch.receivers[method.key, default: []].append(id)
      for call in dispatch.calls[method.key] ?? [] { answer(call, on: id) }
    }
  }

  /// Notes a virtual call, and follows it to the classes made so far.
  mutating func dispatch(_ call: Dispatch.Call) {
    dispatch.calls[call.key, default: []].append(call)
    for id in dispatch.receivers[call.key] ?? [] { answer(call, on: id) }
  }

  /// The method of a made class that a call ends at (JVMS §5.4.6).
  private mutating func answer(_ call: Dispatch.Call, on id: ClassID) {
    guard scope.isSubclass(id, of: call.owner) != false else { return }
    if let resolved = call.resolved {
      switch scope.select(resolved, receiver: id) {
      case .method(let selected): return reach(selected, call.step, call.escapes)
      case .abstract, .none, .conflict: return
      case .unknown: break
      }
    }
    for member in scope.candidates(call.name, call.descriptor, on: id) { reach(member, call.step, call.escapes) }
  }
}
