import ClassFiles

/// What is reached from the roots: methods and classes of the application, each by its shortest way.
///
/// The call graph is that of rapid type analysis: a virtual call reaches the overrides of classes that are made
/// somewhere reached; a class that is made brings its overrides of platform methods with it, for the platform calls them.
struct Reachability {
  let scope: LinkScope
  private(set) var map: ReachMap
  /// The code read so far; worth keeping for the next scope of the same world.
  private(set) var code: CodeReader
  private var queue: [MethodNode] = []
  private var position = 0
  /// Virtual calls met so far: they may reach classes that are made later.
  private var calls: [UInt64: [(owner: Symbol, step: ReachStep)]] = [:]

  /// What was followed, whoever uses it: of two ways to the same members the first is the shorter one.
  private var followed: Set<MemberUse> = []

  private var world: World { _read { yield scope.world } }

  init(_ scope: LinkScope, roots: [LinkRoot], code: CodeReader) {
    self.scope = scope
    self.code = code
    map = ReachMap(roots: roots)
    for (number, root) in roots.enumerated() {
      guard let symbol = world.symbols.find(root.className), case .found(let id) = scope.find(symbol),
        world.facts(id).loader == .application
      else { continue }
      let step = ReachStep(from: nil, root: number)
      reach(id, step)
      make(id, step)
      guard let file = self.code.file(id) else { continue }
      for (index, method) in file.methods.enumerated() {
        let name = (try? method.name) ?? ""
        if name == "execute" || name == "<init>" { reach(MethodNode(owner: id, method: index), step) }
      }
    }
    while position < queue.count {
      let node = queue[position]
      position += 1
      walk(node)
    }
  }

  private mutating func reach(_ node: MethodNode, _ step: ReachStep) {
    guard map.methods[node] == nil else { return }
    map.methods[node] = step
    queue.append(node)
  }

  private mutating func reach(_ id: ClassID, _ step: ReachStep) {
    guard world.facts(id).loader == .application, map.classes[id] == nil else { return }
    map.classes[id] = step
    if case .faulty = scope.loading[Int(id.index)] { return }
    if let parent = scope.superclass(id) { reach(parent, step) }
    guard let file = code.file(id) else { return }
    for (index, method) in file.methods.enumerated() where (try? method.name) == "<clinit>" {
      reach(MethodNode(owner: id, method: index), step)
    }
  }

  /// An object of a class may exist: earlier virtual calls and the platform may call its methods.
  private mutating func make(_ id: ClassID, _ step: ReachStep) {
    guard world.facts(id).loader == .application, map.made.insert(id).inserted else { return }
    if case .faulty = scope.loading[Int(id.index)] { return }
    var next: ClassID? = id
    while let current = next, world.facts(current).loader == .application {
      guard let file = code.file(current) else { break }
      for (index, method) in file.methods.enumerated() where !method.accessFlags.contains(.static) {
        let name = (try? method.name) ?? ""
        guard name != "<init>", name != "<clinit>", let facts = code.memberFacts(current, index) else { continue }
        if isPlatformOverride(facts, of: current) {
          reach(MethodNode(owner: current, method: index), step)
        }
        for call in calls[facts.key] ?? [] {
          if case .found(let owner) = scope.find(call.owner), scope.isSubclass(id, of: owner) != false {
            reach(MethodNode(owner: current, method: index), call.step)
          }
        }
      }
      next = scope.superclass(current)
    }
    for parent in scope.interfaces(id) { makeDefaults(parent, id, step) }
  }

  private mutating func makeDefaults(_ id: ClassID, _ maker: ClassID, _ step: ReachStep) {
    guard world.facts(id).loader == .application, let file = code.file(id) else { return }
    for (index, method) in file.methods.enumerated() where !method.accessFlags.contains(.static) {
      guard let facts = code.memberFacts(id, index), calls[facts.key] != nil else { continue }
      reach(MethodNode(owner: id, method: index), step)
    }
    for parent in scope.interfaces(id) { makeDefaults(parent, maker, step) }
  }

  /// Whether an ancestor outside the application declares the method, or may: then the platform may call it.
  private func isPlatformOverride(_ method: MemberFacts, of id: ClassID) -> Bool {
    var queue = [id]
    var seen: Set<ClassID> = []
    while let current = queue.popLast() {
      guard seen.insert(current).inserted else { continue }
      let facts = world.facts(current)
      if facts.loader != .application {
        if world.method(method.name, method.descriptor, in: facts) != nil { return true }
        if facts.knowledge.contains(.membersOpen), method.flags.contains(.public) { return true }
      } else if scope.hasUnknownParent(current), method.flags.contains(.public) {
        return true
      }
      queue += scope.interfaces(current)
      if let parent = scope.superclass(current) { queue.append(parent) }
    }
    return false
  }

  private mutating func walk(_ node: MethodNode) {
    guard let root = map.methods[node]?.root else { return }
    let isReflective = map.methods[node]?.isReflective ?? false
    for use in code.uses(node) {
      let step = ReachStep(from: node, caught: use.caught, root: root, isReflective: isReflective)
      switch use.use {
      case .type(let type):
        guard type.kind == .new, case .found(let id) = scope.find(type.type) else { continue }
        reach(id, step)
        make(id, step)
      case .member(let member): follow(member, step)
      case .lambda(let site): follow(site.implementation, step)
      }
    }
    for (name, caught) in code.reflectiveNames(node) {
      guard let symbol = world.symbols.find(name), case .found(let id) = scope.find(symbol),
        world.facts(id).loader == .application
      else { continue }
      let step = ReachStep(from: node, caught: caught, root: root, isReflective: true)
      reach(id, step)
      make(id, step)
      guard let file = code.file(id) else { continue }
      for (index, method) in file.methods.enumerated() where method.accessFlags.contains(.public) {
        reach(MethodNode(owner: id, method: index), step)
      }
    }
  }

  private mutating func follow(_ use: MemberUse, _ step: ReachStep) {
    var anywhere = use
    anywhere.receiver = .none
    anywhere.poolIndex = 0
    guard followed.insert(anywhere).inserted, case .found(let owner) = scope.find(use.owner) else { return }
    if use.kind.isStatic || use.kind == .handleNew || use.name == .initializer { reach(owner, step) }
    guard !use.kind.isField, case .found(let member) = scope.resolveMethod(use.name, use.descriptor, in: owner) else {
      return
    }
    if use.kind == .handleNew { make(owner, step) }
    if world.facts(member.owner).loader == .application, let index = code.methodIndex(member) {
      reach(MethodNode(owner: member.owner, method: index), step)
    }
    guard use.kind.direct == .invokeVirtual || use.kind.direct == .invokeInterface else { return }
    let key = world.members[Int(member.index)].key
    calls[key, default: []].append((use.owner, step))
    for id in map.made where scope.isSubclass(id, of: owner) != false {
      if case .method(let selected) = scope.select(member, receiver: id),
        world.facts(selected.owner).loader == .application, let index = code.methodIndex(selected)
      {
        reach(MethodNode(owner: selected.owner, method: index), step)
      }
    }
  }
}
