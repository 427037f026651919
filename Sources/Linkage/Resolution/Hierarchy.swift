import ClassFiles

extension LinkScope {
  /// A class that is being loaded: which of its parents comes next, and whether an earlier one is unknown.
  private struct Visit {
    let id: ClassID
    var parent: Int
    var isOpen: Bool
  }

  /// Loads a class: its superclass and superinterfaces first, then the checks of JVMS §5.3.5.
  ///
  /// Without recursion: a jar may have tens of thousands of classes that extend each other in one line.
  mutating func load(_ id: ClassID) {
    var path: [Visit] = []
    begin(id, &path)
    while var visit = path.popLast() {
      switch step(&visit) {
      case .loaded(let state): loading[Int(visit.id.index)] = state.isFaulty || !isTooDeep(visit.id) ? state : .open
      case .needs(let parent):
        path.append(visit)
        begin(parent, &path)
      }
    }
  }

  /// The deepest hierarchy that is looked through; real ones have some twenty levels. What lies above is unknown: nothing
  /// is claimed of it, and nobody walks up through sixty thousand classes from each of them.
  private static let deepest: Int32 = 256

  /// Notes how deep a class lies; one that lies too deep loses its parents.
  private mutating func isTooDeep(_ id: ClassID) -> Bool {
    var depth = superclass(id).map { depths[Int($0.index)] + 1 } ?? 0
    for parent in interfaces(id) { depth = max(depth, depths[Int(parent.index)] + 1) }
    guard depth > Self.deepest else {
      depths[Int(id.index)] = depth
      return false
    }
    parents[Int(id.index)] = Parents(hasUnknown: true)
    return true
  }

  private mutating func begin(_ id: ClassID, _ path: inout [Visit]) {
    guard case .waiting = loading[Int(id.index)] else { return }
    loading[Int(id.index)] = .busy
    let facts = world.facts(id)
    path.append(
      Visit(id: id, parent: facts.interfaces.range.lowerBound, isOpen: facts.knowledge.contains(.supersOpen))
    )
  }

  private enum Step {
    case loaded(LoadState)
    case needs(ClassID)
  }

  /// Goes on with a class until it is loaded, or another one must be first.
  ///
  /// JVMS §5.3.5 has the superclass resolved before the superinterfaces. HotSpot's parser resolves the interfaces where it
  /// meets them (`ClassFileParser::parse_interfaces`), before it looks at fields and methods, and the superclass when it has
  /// read the whole file: where several are wanting, the first interface is the one that the error names.
  private mutating func step(_ visit: inout Visit) -> Step {
    let facts = world.facts(visit.id)
    if !facts.version.isRead(byJava: javaLevel) {
      return .loaded(.faulty(.unsupportedVersion(facts.name, facts.version)))
    }
    let defect = world.defects.isEmpty ? nil : world.defects[visit.id]
    if let defect, !defect.isInMembers { return .loaded(.faulty(.malformed(facts.name, defect.message))) }
    let interfaces = facts.interfaces.range
    // The superclass stands behind the last interface.
    while visit.parent <= interfaces.upperBound {
      let isInterface = visit.parent < interfaces.upperBound
      if !isInterface, let defect { return .loaded(.faulty(.malformed(facts.name, defect.message))) }
      let name = isInterface ? world.names[visit.parent] : facts.superclass
      if !name.isNone {
        switch find(name, from: facts.loader) {
        case .absent:
          // A platform's class whose ancestors a manifest does not list is no concern of the application's.
          guard facts.loader != .application, facts.knowledge != [] else {
            return .loaded(.faulty(.classMissing(name)))
          }
          visit.isOpen = true
        case .concealed, .unknown: visit.isOpen = true
        case .broken(let fault): return .loaded(.faulty(fault))
        case .found(let parent):
          switch loading[Int(parent.index)] {
          case .waiting: return .needs(parent)
          case .busy: return .loaded(.faulty(.circular(facts.name)))
          case .faulty(let fault): return .loaded(.faulty(fault))
          case .open: visit.isOpen = true
          case .fine: break
          }
          let other = world.facts(parent)
          if other.isInterface != isInterface, !other.knowledge.contains(.kindOpen) {
            return .loaded(
              .faulty(isInterface ? .interfaceIsClass(visit.id, parent) : .superIsInterface(visit.id, parent))
            )
          }
        }
      }
      visit.parent += 1
    }
    if let fault = parentFault(visit.id, facts) { return .loaded(.faulty(fault)) }
    if facts.loader == .application, let fault = finalOverride(visit.id) { return .loaded(.faulty(fault)) }
    return .loaded(visit.isOpen ? .open : .fine)
  }

  /// A direct superclass must be open to this class and accessible, then every direct superinterface
  /// (JVMS §5.3.5 items 3 and 4).
  private func parentFault(_ id: ClassID, _ facts: ClassFacts) -> LinkFault? {
    if let parent = superclass(id) {
      if isSealedMismatch(id, parent) { return .notPermitted(id, parent) }
      if world.facts(parent).flags.contains(.final) { return .superIsFinal(id, parent) }
      if !isAccessible(parent, from: id) { return .superInaccessible(id, parent) }
    } else if isConcealed(facts.superclass, from: facts) {
      return .superConcealed(id, facts.superclass, isInterface: false)
    }
    for index in facts.interfaces.range {
      let name = world.names[index]
      guard case .found(let parent) = find(name, from: facts.loader) else {
        if isConcealed(name, from: facts) { return .superConcealed(id, name, isInterface: true) }
        continue
      }
      if isSealedMismatch(id, parent) { return .notPermitted(id, parent) }
      if !isAccessible(parent, from: id) { return .interfaceInaccessible(id, parent) }
    }
    return nil
  }

  /// Whether an application's class names one that its module keeps to itself.
  private func isConcealed(_ name: Symbol, from facts: ClassFacts) -> Bool {
    guard facts.loader == .application, !name.isNone, case .concealed = find(name, from: facts.loader) else {
      return false
    }
    return true
  }

  /// A sealed class's permitted subclasses are in its own run-time module, which across loaders nobody is.
  private func isSealedMismatch(_ id: ClassID, _ parent: ClassID) -> Bool {
    let facts = world.facts(id)
    let other = world.facts(parent)
    guard other.isSealed, javaLevel >= 17 else { return false }
    if facts.loader != other.loader { return true }
    let isNamed = other.permitted.range.contains { world.names[$0] == facts.name }
    return !isNamed || (facts.package != other.package && !facts.flags.contains(.public))
  }

  /// The first method that overrides a final one, and the nearest of those (JVMS §5.3.5 item 3).
  private func finalOverride(_ id: ClassID) -> LinkFault? {
    let facts = world.facts(id)
    guard !facts.isInterface else { return nil }
    var methods = facts.methods.range
    var fault: LinkFault?
    var ancestor = facts.superclass
    var from = facts.loader
    var left = Self.deepest
    while left > 0, !ancestor.isNone, case .found(let parent) = find(ancestor, from: from) {
      left -= 1
      let other = world.facts(parent)
      if other.hasFinalMethods, let (index, found) = finalOverride(facts, methods, of: other) {
        fault = .finalOverridden(id, MemberID(owner: parent, index: Int32(found)))
        methods = methods.lowerBound..<index
      }
      ancestor = other.superclass
      from = other.loader
    }
    return fault
  }

  /// The first of a class's methods that overrides a final one of an ancestor, and that one.
  private func finalOverride(_ facts: ClassFacts, _ methods: Range<Int>, of other: ClassFacts) -> (Int, Int)? {
    let isSamePackage = isSamePackage(facts, other)
    for index in methods {
      let method = world.members[index]
      if method.flags.contains(.static) || method.flags.contains(.private) { continue }
      if method.name == .initializer || method.name == .classInitializer { continue }
      guard let found = world.method(method.name, method.descriptor, in: other) else { continue }
      let theirs = world.members[found]
      if theirs.isUnoverridable,
        theirs.flags.contains(.public) || theirs.flags.contains(.protected) || isSamePackage
      {
        return (index, found)
      }
    }
    return nil
  }

  /// Whether two classes share a run-time package: name and loader (JVMS §5.3).
  @inline(__always)
  func isSamePackage(_ a: ClassFacts, _ b: ClassFacts) -> Bool { a.package == b.package && a.loader == b.loader }

  /// Whether a class is public or in the same run-time package (JVMS §5.4.4).
  func isAccessible(_ id: ClassID, from user: ClassID) -> Bool {
    let facts = world.facts(id)
    return facts.flags.contains(.public) || isSamePackage(facts, world.facts(user))
      || facts.knowledge.contains(.flagsOpen)
  }

  /// The superclass, if it is known.
  @inline(__always)
  func superclass(_ id: ClassID) -> ClassID? {
    let index = parents[Int(id.index)].superclass
    return index < 0 ? nil : ClassID(index: index)
  }

  /// The direct superinterfaces that are known.
  @inline(__always)
  func interfaces(_ id: ClassID) -> ArraySlice<ClassID> { interfaceIDs[parents[Int(id.index)].interfaces.range] }

  /// Whether a class is another one or below it; nil when an unknown ancestor leaves it open.
  func isSubclass(_ id: ClassID, of ancestor: ClassID) -> Bool? {
    if id == ancestor { return true }
    let wanted = world.facts(ancestor)
    if wanted.name == .object { return true }
    if !wanted.isInterface, !wanted.knowledge.contains(.kindOpen) { return isBelowClass(id, ancestor) }
    var isOpen = false
    // Each ancestor once. They are few, so looking through them is faster than a set's hashing.
    var ancestors = [id]
    var position = 0
    while position < ancestors.count {
      let next = ancestors[position]
      position += 1
      if hasUnknownParent(next) { isOpen = true }
      if let parent = superclass(next), !ancestors.contains(parent) {
        if parent == ancestor { return true }
        ancestors.append(parent)
      }
      for parent in interfaces(next) where !ancestors.contains(parent) {
        if parent == ancestor { return true }
        ancestors.append(parent)
      }
    }
    return isOpen ? nil : false
  }

  /// A class lies only on the chain of superclasses.
  private func isBelowClass(_ id: ClassID, _ ancestor: ClassID) -> Bool? {
    var isOpen = false
    var next: ClassID? = id
    // A cycle of superclasses would never end.
    for _ in 0..<4_096 {
      guard let current = next else { break }
      if current == ancestor { return true }
      if hasUnknownParent(current) { isOpen = true }
      next = superclass(current)
    }
    return isOpen ? nil : false
  }

  /// Whether a direct ancestor of a class is not known.
  @inline(__always)
  func hasUnknownParent(_ id: ClassID) -> Bool { parents[Int(id.index)].hasUnknown }
}
