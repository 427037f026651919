import ClassFiles
import InterfaceManifests

/// Copies the classes that are asked for out of a manifest into a world, with all their ancestors; nothing else.
struct PlatformClasses {
  let view: ManifestView
  let loader: Loader
  /// Class indices, or why there is none.
  private(set) var map = SymbolMap(capacity: 256)
  /// What this view answered, in the order asked, so that equal answers can be recognised.
  private(set) var found = 0

  init(_ view: ManifestView, loader: Loader) {
    self.view = view
    self.loader = loader
  }

  /// Looks a name up and remembers the answer.
  mutating func add(_ name: Symbol, to world: inout World) {
    guard map[name] == nil, !name.isNone else { return }
    let lookup = world.symbols.withBytes(name) { view.findClass($0) }
    switch lookup {
    case .absent: map[name] = LinkScope.Absence.absent
    case .unknown: map[name] = LinkScope.Absence.unknown
    case .concealed: map[name] = LinkScope.Absence.concealed
    case .found(let record):
      found += 1
      map[name] = Int32(world.classes.count)
      world.classes.append(facts(record, name, &world))
      let index = world.classes.count - 1
      let parents = [world.classes[index].superclass] + world.classes[index].interfaces.range.map { world.names[$0] }
      for parent in parents { add(parent, to: &world) }
    }
  }

  private func facts(_ record: ClassRecord, _ name: Symbol, _ world: inout World) -> ClassFacts {
    let isObserved = view.coverage == .observed
    var facts = ClassFacts(
      name: name,
      flags: AccessFlags(rawValue: record.flags.intersection(.classFile).rawValue),
      loader: loader
    )
    var knowledge: Knowledge = []
    if isObserved { knowledge.formUnion([.membersOpen, .supersOpen, .flagsOpen]) }
    if record.flags.contains(.kindUnknown) { knowledge.insert(.kindOpen) }
    if view.scope == .publicAPI { knowledge.insert(.publicOnly) }
    facts.superclass = record.superclass.map { world.symbols.intern($0.bytes) } ?? (isObserved ? .object : .none)
    facts.package = world.symbols.package(of: name)
    facts.interfaces = list(record.interfaces, &world)
    facts.nestHost = record.nestHost.map { world.symbols.intern($0.bytes) } ?? .none
    facts.nestMembers = list(record.nestMembers, &world)
    facts.permitted = list(record.permittedSubclasses, &world)
    facts.isSealed = !facts.permitted.isEmpty
    let members = record.members
    facts.fields = add(members.filter { !$0.isMethod }, &world)
    facts.methods = add(members.filter { $0.isMethod }, &world)
    facts.hasFinalMethods = world.members[facts.methods.range].contains { $0.isUnoverridable }
    facts.knowledge = knowledge
    world.sortMembers(facts)
    return facts
  }

  private func list(_ names: ManifestNames, _ world: inout World) -> Slice {
    let start = world.names.count
    for name in names { world.names.append(world.symbols.intern(name.bytes)) }
    return Slice(start: UInt32(start), count: UInt32(world.names.count - start))
  }

  private func add(_ members: [MemberRecord], _ world: inout World) -> Slice {
    let start = world.members.count
    for member in members {
      let flags = member.flags.subtracting(.polymorphic)
      world.members.append(
        MemberFacts(
          name: world.symbols.intern(member.name.bytes),
          descriptor: world.symbols.intern(member.descriptor.bytes),
          flags: AccessFlags(rawValue: flags.rawValue),
          isPolymorphic: member.isSignaturePolymorphic
        )
      )
    }
    return Slice(start: UInt32(start), count: UInt32(world.members.count - start))
  }
}
