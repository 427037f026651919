import InterfaceManifests

/// What a class name stands for in one scope.
enum ScopeLookup: Sendable {
  case found(ClassID)
  /// No loader has it.
  case absent
  /// Nobody can say whether the platform has it.
  case unknown
  /// The platform's module has it, and keeps it to itself.
  case concealed
  /// The loader finds bytes that are no such class.
  case broken(LinkFault)
}

/// The world as one platform version sees it: parent first, Java's classes before the platform's before the application's.
struct LinkScope: Sendable {
  let world: World
  /// Class indices, or a negative answer of `Absence`.
  let java: SymbolMap
  let platform: SymbolMap
  /// The application's classes as this Java level sees them.
  let application: SymbolMap
  /// The feature release of the Java that runs the platform.
  let javaLevel: Int
  /// How the loaders are called in messages.
  let loaders: LoaderNames
  /// Whether a manifest of this Java is at hand; else its classes are unknown.
  let isJavaKnown: Bool
  /// The platform's observed manifest, which knows more of a reference than its copied classes tell.
  let observed: ManifestView?
  /// What is wrong with class files that lie where a class should be.
  let broken: [LinkFault]
  /// What loading each class meets; computed once for every class that this scope sees.
  var loading: [LoadState] = []
  /// For each class its parents in this scope.
  var parents: [Parents] = []
  /// How many ancestors lie above each class, on the longest way.
  var depths: [Int32] = []
  private(set) var interfaceIDs: [ClassID] = []
  /// An earlier scope that sees the very same classes: loading comes to the same there, and so does what is reached.
  var twin: Int?

  /// Why a name has no class in a map.
  enum Absence {
    static let absent: Int32 = -1
    static let unknown: Int32 = -2
    static let concealed: Int32 = -3
    /// From here downwards: into `broken`.
    static let firstBroken: Int32 = -10
  }

  /// The class that a name stands for when a class of `loader` asks.
  func find(_ name: Symbol, from loader: Loader = .application) -> ScopeLookup {
    var isUnknown = false
    var isConcealed = false
    // Asked for every reference of every platform: the maps are read in place, never gathered in an array.
    for level in 0...loader.rawValue {
      let value =
        level == Loader.java.rawValue
        ? java[name] : level == Loader.platform.rawValue ? platform[name] : application[name]
      guard let value else { continue }
      if value >= 0 { return .found(ClassID(index: value)) }
      if value <= Absence.firstBroken {
        let index = Int(Absence.firstBroken - value)
        if index < broken.count { return .broken(broken[index]) }
      }
      if value == Absence.unknown { isUnknown = true }
      if value == Absence.concealed { isConcealed = true }
    }
    // Until Java 15 what Java 8 had is open to everybody unless the command line says otherwise (JEP 261, JEP 396).
    if isConcealed { return javaLevel < 16 ? .unknown : .concealed }
    return isUnknown || !isJavaKnown && loader != .application ? .unknown : .absent
  }

  /// What a class names as its parents, looked up once.
  struct Parents: Sendable {
    var superclass: Int32 = -1
    var interfaces = Slice()
    var hasUnknown = false
  }

  /// Loads every class that this scope sees; those of other platforms and Java levels stay as they are.
  mutating func loadAll() {
    loading = [LoadState](repeating: .waiting, count: world.classes.count)
    parents = [Parents](repeating: Parents(), count: world.classes.count)
    depths = [Int32](repeating: 0, count: world.classes.count)
    var visible = java.values + platform.values
    visible.removeAll { $0 < 0 }
    visible += world.applicationIDs.map(\.index)
    for index in visible { parents[Int(index)] = findParents(world.classes[Int(index)]) }
    for index in visible { load(ClassID(index: index)) }
    // Whoever is on a cycle is told by its own name, since it is the class that is asked for twice.
    let circular = world.classes.indices.filter {
      if case .faulty(.circular) = loading[$0] { true } else { false }
    }
    nameCycles(circular)
  }

  /// Takes over what loading came to in a scope that sees the same classes.
  mutating func load(as twin: LinkScope) {
    loading = twin.loading
    parents = twin.parents
    depths = twin.depths
    interfaceIDs = twin.interfaceIDs
  }

  /// Those on a cycle are told by their own names; those below one by the name of the first ancestor on it.
  private mutating func nameCycles(_ circular: [Int]) {
    let onCycle = ClassCycles(circular) { ancestors(ClassID(index: Int32($0))).map { Int($0.index) } }.members
    for index in onCycle { loading[index] = .faulty(.circular(world.classes[index].name)) }
    var children: [Int: [Int]] = [:]
    for index in circular where !onCycle.contains(index) {
      for parent in ancestors(ClassID(index: Int32(index))) { children[Int(parent.index), default: []].append(index) }
    }
    // Downwards, a generation at a time: every class is named once, however long the line.
    var generation = onCycle
    var named = onCycle
    while !generation.isEmpty {
      var next: Set<Int> = []
      for parent in generation { next.formUnion((children[parent] ?? []).filter { !named.contains($0) }) }
      for index in next {
        let first = ancestors(ClassID(index: Int32(index))).first { generation.contains(Int($0.index)) }
        if let first { loading[index] = loading[Int(first.index)] }
      }
      named.formUnion(next)
      generation = next
    }
  }

  private mutating func findParents(_ facts: ClassFacts) -> Parents {
    var found = Parents(hasUnknown: facts.knowledge.contains(.supersOpen))
    if !facts.superclass.isNone {
      switch find(facts.superclass, from: facts.loader) {
      case .found(let id): found.superclass = id.index
      case .unknown, .concealed: found.hasUnknown = true
      case .absent: found.hasUnknown = found.hasUnknown || facts.loader != .application
      case .broken: break
      }
    }
    found.interfaces.start = UInt32(interfaceIDs.count)
    for index in facts.interfaces.range {
      switch find(world.names[index], from: facts.loader) {
      case .found(let id): interfaceIDs.append(id)
      case .unknown, .concealed: found.hasUnknown = true
      case .absent: found.hasUnknown = found.hasUnknown || facts.loader != .application
      case .broken: break
      }
    }
    found.interfaces.count = UInt32(interfaceIDs.count) - found.interfaces.start
    return found
  }

  private func ancestors(_ id: ClassID) -> [ClassID] { [superclass(id)].compactMap { $0 } + interfaces(id) }
}

/// How HotSpot describes the loaders in messages.
public struct LoaderNames: Sendable {
  /// `'app'`, or a class name for a loader without a name.
  public var platform: String
  /// `'module'`, or a class name for a loader without a name.
  public var application: String

  /// Whether the platform's loader is the machine's own, of which messages tell no hash code.
  var isPlatformBuiltIn: Bool { platform == "'app'" }

  /// Names the loaders as messages have them.
  public init(platform: String = "'app'", application: String = "'module'") {
    self.platform = platform
    self.application = application
  }
}

/// What loading a class comes to (JVMS §5.3.5).
enum LoadState: Sendable {
  case waiting
  case busy
  case fine
  /// An ancestor is unknown: members may come from there.
  case open
  case faulty(LinkFault)

  var isFaulty: Bool { if case .faulty = self { true } else { false } }
}
