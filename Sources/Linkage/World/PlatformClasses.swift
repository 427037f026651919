import ClassFiles
import InterfaceManifests

/// Copies the classes that are asked for out of a manifest into a world, with all their ancestors; nothing else.
struct PlatformClasses {
  let view: ManifestView
  let loader: Loader
  /// Class indices, or why there is none.
  private(set) var map = SymbolMap(capacity: 256)
  /// The classes of which every member is there.
  private var whole = SymbolMap()
  /// By package, why it lacks a class: one answer for all that it lacks.
  private var absences = SymbolMap(capacity: 256)
  /// The classes found, in the order in which they were asked for.
  private(set) var classes: [ClassID] = []

  init(_ view: ManifestView, loader: Loader) {
    self.view = view
    self.loader = loader
  }

  /// Looks a name up and remembers the answer.
  ///
  /// - Parameter extent: how much of the class is copied, and of its ancestors.
  mutating func add(_ name: Symbol, _ extent: ClassCopies.Extent, to world: inout World, _ copies: inout ClassCopies) {
    guard !name.isNone else { return }
    if let known = map[name], known < 0 || extent == .named || whole[name] != nil { return }
    guard let record = world.symbols.withBytes(name, { view.classRecord($0) }) else {
      map[name] = absence(of: name, &world)
      return
    }
    let id = copies.copy(record, name, loader, extent, to: &world)
    map[name] = id.index
    if extent == .whole { whole[name] = id.index }
    classes.append(id)
    let facts = world.facts(id)
    add(facts.superclass, extent, to: &world, &copies)
    for index in facts.interfaces.range { add(world.names[index], extent, to: &world, &copies) }
  }

  private mutating func absence(of name: Symbol, _ world: inout World) -> Int32 {
    let package = world.symbols.package(of: name)
    if let known = absences[package] { return known }
    let absence =
      switch world.symbols.withBytes(name, { view.missingClass($0) }) {
      case .concealed: LinkScope.Absence.concealed
      case .unknown, .found: LinkScope.Absence.unknown
      case .absent: LinkScope.Absence.absent
      }
    absences[package] = absence
    return absence
  }
}

/// The classes copied out of manifests. Versions that have a class just so share a copy: from one version to the next most
/// stay as they are.
struct ClassCopies {
  /// How much of a class is copied.
  enum Extent {
    /// Every member: an application's class inherits from it.
    case whole
    /// The members whose names the application has, which is a small part of what Java's classes have.
    case named
  }

  private struct Copy {
    var record: ClassRecord
    var extent: Extent
    var id: ClassID
    /// An earlier copy of the same name.
    var earlier: Int32?
  }

  private var copies: [Copy] = []
  /// By name, the last copy.
  private var last = SymbolMap(capacity: 256)
  private var methods: [MemberFacts] = []

  /// The copy of a class, made if there is none.
  mutating func copy(
    _ record: ClassRecord,
    _ name: Symbol,
    _ loader: Loader,
    _ extent: Extent,
    to world: inout World
  ) -> ClassID {
    var next = last[name]
    while let number = next {
      let copy = copies[Int(number)]
      if copy.extent == .whole || extent == .named, copy.record.isSame(as: record) { return copy.id }
      next = copy.earlier
    }
    let id = ClassID(index: Int32(world.classes.count))
    let copied = facts(record, name, loader, extent, &world)
    world.classes.append(copied)
    let earlier = last[name]
    last[name] = Int32(copies.count)
    copies.append(Copy(record: record, extent: extent, id: id, earlier: earlier))
    return id
  }

  private mutating func facts(
    _ record: ClassRecord,
    _ name: Symbol,
    _ loader: Loader,
    _ extent: Extent,
    _ world: inout World
  ) -> ClassFacts {
    let isObserved = record.view.coverage == .observed
    let declared = record.flags
    var facts = ClassFacts(
      name: name,
      flags: AccessFlags(rawValue: declared.intersection(.classFile).rawValue),
      loader: loader
    )
    if isObserved { facts.knowledge.formUnion([.membersOpen, .supersOpen, .flagsOpen]) }
    if declared.contains(.kindUnknown) { facts.knowledge.insert(.kindOpen) }
    if record.view.scope == .publicAPI { facts.knowledge.insert(.publicOnly) }
    facts.superclass = record.superclass.map { world.symbols.intern($0.bytes) } ?? (isObserved ? .object : .none)
    facts.package = world.symbols.package(of: name)
    facts.interfaces = list(record.interfaces, &world)
    facts.nestHost = record.nestHost.map { world.symbols.intern($0.bytes) } ?? .none
    facts.nestMembers = list(record.nestMembers, &world)
    facts.permitted = list(record.permittedSubclasses, &world)
    facts.isSealed = !facts.permitted.isEmpty
    addMembers(record, extent, &facts, &world)
    world.sortMembers(facts)
    return facts
  }

  private func list(_ names: ManifestNames, _ world: inout World) -> Slice {
    let start = world.names.count
    for name in names { world.names.append(world.symbols.intern(name.bytes)) }
    return Slice(start: UInt32(start), count: UInt32(world.names.count - start))
  }

  private mutating func addMembers(
    _ record: ClassRecord,
    _ extent: Extent,
    _ facts: inout ClassFacts,
    _ world: inout World
  ) {
    methods.removeAll(keepingCapacity: true)
    let start = world.members.count
    record.forEachMember { name, descriptor, flags in
      // A lambda implements what is abstract, whatever its name.
      guard extent == .whole || flags.contains(.abstract) || world.symbols.find(name) != nil else { return }
      let member = MemberFacts(
        name: world.symbols.intern(name),
        descriptor: world.symbols.intern(descriptor),
        flags: AccessFlags(rawValue: flags.subtracting(.polymorphic).rawValue),
        isPolymorphic: flags.contains(.polymorphic)
      )
      if descriptor.first == UInt8(ascii: "(") { methods.append(member) } else { world.members.append(member) }
    }
    let fields = world.members.count - start
    world.members += methods
    facts.fields = Slice(start: UInt32(start), count: UInt32(fields))
    facts.methods = Slice(start: UInt32(start + fields), count: UInt32(methods.count))
    facts.hasFinalMethods = methods.contains { $0.isUnoverridable }
  }
}
