import ClassFiles

/// What is reached from the roots: methods and classes of the application, each by its shortest ways, and what they let out.
///
/// The call graph is that of rapid type analysis: a virtual call reaches the overrides of classes that are made
/// somewhere reached; a class that is made brings its overrides of platform methods with it, for the platform calls them.
struct Reachability {
  let scope: LinkScope
  var map: ReachMap
  /// The code read so far; worth keeping for the next scope of the same world.
  var code: CodeReader
  var dispatch = Dispatch()
  /// Steps to methods yet to be walked: open ways are gone before all others, for these add nothing to them.
  private var open = StepQueue()
  private var guarded = StepQueue()
  /// What the ways let out by which each member was followed, whoever uses it.
  private var followed: [Escapes] = []

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
    while let step = open.next() ?? guarded.next() { walk(step) }
  }

  mutating func reach(_ method: Int, _ step: ReachStep, _ escapes: Escapes) {
    guard let number = map.methods.note(step, to: method, escapes) else { return }
    let length = Int(step.length)
    if escapes.isOpen { open.add(number, length) } else { guarded.add(number, length) }
  }

  /// A class is initialized (JVMS §5.5), its superclasses before it.
  private mutating func reach(_ id: ClassID, _ step: ReachStep, _ escapes: Escapes) {
    var next: ClassID? = id
    while let current = next, world.facts(current).loader == .application, let slot = code.open(current),
      map.classes.note(step, to: slot, escapes) != nil, !scope.loading[Int(current.index)].isFaulty
    {
      for index in world.members(named: .classInitializer, in: world.facts(current).methods).indices {
        reach(MemberID(owner: current, index: Int32(index)), step, escapes)
      }
      next = scope.superclass(current)
    }
  }

  /// A member runs; the platform's own code is not gone through.
  mutating func reach(_ member: MemberID, _ step: ReachStep, _ escapes: Escapes) {
    guard world.facts(member.owner).loader == .application, code.open(member.owner) != nil,
      let method = code.graph.method(member, in: world)
    else { return }
    reach(method, step, escapes)
  }

  /// Goes on from a method with what the step to it gained; all else went on with earlier steps.
  private mutating func walk(_ number: Int32) {
    let way = map.methods[number]
    let step = ReachStep(from: number, root: way.root, length: way.length + 1)
    for position in code.graph.methods[map.methods.place(number)].uses.range {
      let use = code.graph.uses[position]
      let escapes = way.gained.under(code.graph.caught[Int(use.handlers)])
      if escapes.isEmpty { continue }
      switch use.target {
      case .made(let type):
        guard case .found(let id) = scope.find(type) else { continue }
        reach(id, step, escapes)
        make(id, step, escapes)
      case .member(let member): follow(member, step, escapes)
      case .named(let type):
        guard case .found(let id) = scope.find(type), let slot = code.open(id) else { continue }
        let escapes = escapes.reflective
        reach(id, step, escapes)
        make(id, step, escapes)
        for method in code.graph.classes[slot].methods.range
        where world.members[Int(code.graph.methods[method].member)].flags.contains(.public) {
          reach(method, step, escapes)
        }
      }
    }
  }

  private mutating func follow(_ member: Int32, _ step: ReachStep, _ escapes: Escapes) {
    if followed.count < code.graph.members.count {
      followed += repeatElement(.unreached, count: code.graph.members.count - followed.count)
    }
    var escapes = followed[Int(member)].add(escapes)
    if escapes.isEmpty { return }
    let use = code.graph.members[Int(member)]
    guard case .found(let owner) = scope.find(use.owner) else { return }
    // A handle is called by whoever has it.
    if use.kind.isHandle { escapes = escapes.later }
    if use.kind.isStatic || use.kind == .handleNew || use.name == .initializer { reach(owner, step, escapes) }
    if use.kind.isField { return }
    if use.kind == .handleNew { make(owner, step, escapes) }
    let isVirtual = use.kind.direct == .invokeVirtual || use.kind.direct == .invokeInterface
    var call = Dispatch.Call(owner: owner, name: use.name, descriptor: use.descriptor, step: step, escapes: escapes)
    switch scope.resolveMethod(use.name, use.descriptor, in: owner) {
    case .found(let member):
      reach(member, step, escapes)
      call.resolved = member
    // The declaration is not known; whoever may override it is.
    case .unknown, .contradicted: break
    case .missing: return
    }
    if isVirtual { dispatch(call) }
  }
}
