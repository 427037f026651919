import ClassFiles

/// What is reached from the roots: methods and classes of the application, each by its shortest way of each level.
///
/// The call graph is that of rapid type analysis: a virtual call reaches the overrides of classes that are made
/// somewhere reached; a class that is made brings its overrides of platform methods with it, for the platform calls them.
struct Reachability {
  let scope: LinkScope
  var map: ReachMap
  /// The code read so far; worth keeping for the next scope of the same world.
  var code: CodeReader
  var dispatch = Dispatch()
  /// Methods yet to be walked, by level: an open way is gone before all others.
  private var queues = [[Int32]](repeating: [], count: ReachLevel.allCases.count)
  private var positions = [Int](repeating: 0, count: ReachLevel.allCases.count)
  /// At which levels each member was followed, whoever uses it: of two ways to the same members the first is the shorter.
  private var followed: [ReachLevels] = []

  var world: World { _read { yield scope.world } }

  init(_ scope: LinkScope, roots: [LinkRoot], code: CodeReader) {
    self.scope = scope
    self.code = code
    map = ReachMap(roots: roots)
    for (number, root) in roots.enumerated() {
      guard let symbol = world.symbols.find(root.className), case .found(let id) = scope.find(symbol),
        world.facts(id).loader == .application
      else { continue }
      let step = ReachStep(root: Int32(number))
      reach(id, step, .open)
      make(id, step, .open)
      guard let slot = self.code.open(id) else { continue }
      for method in self.code.graph.classes[slot].methods.range {
        let name = world.members[Int(self.code.graph.methods[method].member)].name
        if name == .initializer || world.symbols.withBytes(name, { $0.elementsEqual("execute".utf8) }) {
          reach(method, step, .open)
        }
      }
    }
    while let state = next() { walk(state) }
  }

  private mutating func next() -> ReachState? {
    for level in ReachLevel.allCases {
      let number = Int(level.rawValue)
      guard positions[number] < queues[number].count else { continue }
      positions[number] += 1
      return ReachState(Int(queues[number][positions[number] - 1]), level)
    }
    return nil
  }

  mutating func reach(_ method: Int, _ step: ReachStep, _ level: ReachLevel) {
    if map.methods.note(step, to: ReachState(method, level)) { queues[Int(level.rawValue)].append(Int32(method)) }
  }

  /// A class is initialized (JVMS §5.5), its superclasses before it.
  private mutating func reach(_ id: ClassID, _ step: ReachStep, _ level: ReachLevel) {
    var next: ClassID? = id
    while let current = next, world.facts(current).loader == .application, let slot = code.open(current),
      map.classes.note(step, to: ReachState(slot, level)), !scope.loading[Int(current.index)].isFaulty
    {
      for index in world.members(named: .classInitializer, in: world.facts(current).methods).indices {
        reach(MemberID(owner: current, index: Int32(index)), step, level)
      }
      next = scope.superclass(current)
    }
  }

  /// A member runs; the platform's own code is not gone through.
  mutating func reach(_ member: MemberID, _ step: ReachStep, _ level: ReachLevel) {
    guard world.facts(member.owner).loader == .application, code.open(member.owner) != nil,
      let method = code.graph.method(member, in: world)
    else { return }
    reach(method, step, level)
  }

  private mutating func walk(_ state: ReachState) {
    guard let way = map.methods[state] else { return }
    for position in code.graph.methods[state.index].uses.range {
      let use = code.graph.uses[position]
      var step = ReachStep(from: state, handlers: use.handlers, root: way.root, length: way.length + 1)
      let level = state.level.under(code.graph.handlerLevels[Int(use.handlers)])
      switch use.target {
      case .made(let type):
        guard case .found(let id) = scope.find(type) else { continue }
        reach(id, step, level)
        make(id, step, level)
      case .member(let member): follow(member, step, level)
      case .named(let type):
        guard case .found(let id) = scope.find(type), let slot = code.open(id) else { continue }
        step.kind = .reflective
        reach(id, step, level.under(.doubtful))
        make(id, step, level.under(.doubtful))
        for method in code.graph.classes[slot].methods.range
        where world.members[Int(code.graph.methods[method].member)].flags.contains(.public) {
          reach(method, step, level.under(.doubtful))
        }
      }
    }
  }

  private mutating func follow(_ member: Int32, _ step: ReachStep, _ level: ReachLevel) {
    if followed.count < code.graph.members.count {
      followed += repeatElement([], count: code.graph.members.count - followed.count)
    }
    guard !followed[Int(member)].covers(level) else { return }
    followed[Int(member)].insert(ReachLevels(level))
    let use = code.graph.members[Int(member)]
    guard case .found(let owner) = scope.find(use.owner) else { return }
    var step = step
    var level = level
    if use.kind.isHandle {
      // A handle is called by whoever has it.
      step.kind = .later
      level = level.later
    }
    if use.kind.isStatic || use.kind == .handleNew || use.name == .initializer { reach(owner, step, level) }
    if use.kind.isField { return }
    if use.kind == .handleNew { make(owner, step, level) }
    let isVirtual = use.kind.direct == .invokeVirtual || use.kind.direct == .invokeInterface
    var call = Dispatch.Call(owner: owner, name: use.name, descriptor: use.descriptor, step: step, level: level)
    switch scope.resolveMethod(use.name, use.descriptor, in: owner) {
    case .found(let member):
      reach(member, step, level)
      call.resolved = member
    // The declaration is not known; whoever may override it is.
    case .unknown, .contradicted: break
    case .missing: return
    }
    if isVirtual { dispatch(call) }
  }
}
