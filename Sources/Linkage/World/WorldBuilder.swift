import InterfaceManifests

/// Joins scanned classes and platforms to one world and a scope for each platform.
struct WorldBuilder {
  private(set) var world = World()
  private let inputs: [LinkInput]
  private var java: [Int: PlatformClasses] = [:]
  private var copies = ClassCopies()
  private var isExpanded = false
  private var wanted: [Symbol] = []
  /// Those of them that a class of ours extends or implements.
  private var inherited: [Symbol] = []
  /// Classes given as class files for the platform's loader, by name.
  private var extra: [Symbol: Int32] = [:]
  private var broken: [LinkFault] = []
  private var brokenApplication: [(name: Symbol, value: Int32, actual: Symbol)] = []
  /// Names of the application that only Java's own loaders may define.
  private var prohibited: [(name: Symbol, value: Int32)] = []

  /// Whether the inputs stand for the platform's own classes, which may lie in packages of `java.*`.
  private let isPlatform: Bool

  /// A builder for the classes of these inputs.
  init(inputs: [LinkInput], isPlatform: Bool = false) {
    self.inputs = inputs
    self.isPlatform = isPlatform
  }

  /// Notes a class file that is not the class that a loader looks for there.
  private mutating func note(_ fault: LinkFault) -> Int32 {
    broken.append(fault)
    return LinkScope.Absence.firstBroken - Int32(broken.count - 1)
  }

  /// Names under which a loader finds no usable class: damaged files, and files that hold another class.
  private mutating func brokenNames(
    _ inputs: [LinkInput],
    _ summaries: [(name: Symbol, unit: Int32)],
    unreadable: [(unit: Int32, error: LinkInputError)]
  ) -> [(name: Symbol, value: Int32, actual: Symbol)] {
    var names: [(Symbol, Int32, Symbol)] = []
    for (actual, unit) in summaries {
      // By symbol first: nearly all of the thousands of classes of a jar lie where they belong.
      guard let expected = inputs[Int(unit)].expectedName, world.symbols.find(expected) != actual,
        world.symbols.text(actual) != expected
      else { continue }
      let name = world.symbols.intern(expected)
      names.append((name, note(.wrongName(expected: name, actual: actual)), actual))
    }
    for (unit, error) in unreadable {
      guard let expected = inputs[Int(unit)].expectedName else { continue }
      let name = world.symbols.intern(expected)
      names.append((name, note(.malformed(name, error.machineMessage ?? error.reason)), .none))
    }
    return names
  }

  /// Takes the application's classes over.
  mutating func addApplication(_ chunk: SummaryChunk, symbols: SymbolTable) {
    _ = world.absorb(chunk, symbols: symbols, loader: .application, uses: true)
  }

  /// Takes class files over as the platform's own.
  mutating func addPlatform(_ chunk: SummaryChunk, symbols: SymbolTable, inputs: [LinkInput]) {
    let unreadableBefore = world.unreadable.count
    let added = world.absorb(chunk, symbols: symbols, loader: .platform, uses: false)
    let own = Array(world.unreadable[unreadableBefore...])
    world.unreadable.removeSubrange(unreadableBefore...)
    for index in added {
      let name = world.classes[index].name
      if extra[name] == nil { extra[name] = Int32(index) }
    }
    let named = zip(added, chunk.classes).map { (name: world.classes[$0].name, unit: $1.unit) }
    for (name, value, actual) in brokenNames(inputs, named, unreadable: own) {
      if !actual.isNone { extra[actual] = nil }
      extra[name] = value
    }
  }

  /// The class names that anybody may ask for; gathered once.
  private mutating func expand() {
    guard !isExpanded else { return }
    isExpanded = true
    brokenApplication = brokenNames(
      inputs,
      world.summaries.map { ($0.facts.name, $0.unit) },
      unreadable: world.unreadable
    )
    for name in world.summaries.map(\.facts.name)
    where !isPlatform && world.symbols.withBytes(name, { $0.starts(with: "java/".utf8) }) {
      prohibited.append((name, note(.prohibitedPackage(name))))
    }
    let standard: [Symbol] = [
      .object, .throwable, .string, .classClass, .methodHandle, .methodType, .varHandle, .cloneable, .serializable,
      .error, .exception,
    ]
    let ours = world.summaries.map(\.facts) + extra.values.filter { $0 >= 0 }.map { world.classes[Int($0)] }
    var parents = OrderedSymbols()
    for facts in ours {
      parents.add(facts.superclass)
      for index in facts.interfaces.range { parents.add(world.names[index]) }
    }
    inherited = parents.list
    var names = OrderedSymbols()
    for mentioned in standard + world.mentionedClassNames() { world.classNames(in: mentioned) { names.add($0) } }
    for name in inherited { names.add(name) }
    wanted = names.list
  }

  /// The scope of a platform; its world is only complete after the last scope was prepared.
  mutating func prepare(_ platform: LinkPlatform) -> PreparedScope {
    expand()
    if java[platform.javaLevel] == nil, let view = platform.java {
      var classes = PlatformClasses(view, loader: .java)
      for name in inherited { classes.add(name, .whole, to: &world, &copies) }
      for name in wanted { classes.add(name, .named, to: &world, &copies) }
      java[platform.javaLevel] = classes
    }
    var own = SymbolMap(capacity: 64)
    if let view = platform.view {
      var classes = PlatformClasses(view, loader: .platform)
      let javaMap = java[platform.javaLevel]?.map
      for name in wanted where (javaMap?[name] ?? -1) < 0 { classes.add(name, .whole, to: &world, &copies) }
      own = classes.map
      // Ancestors on the Java side of what the platform's classes extend.
      if var javaClasses = java[platform.javaLevel] {
        for id in classes.classes {
          let facts = world.facts(id)
          javaClasses.add(facts.superclass, .whole, to: &world, &copies)
          for index in facts.interfaces.range {
            javaClasses.add(world.names[index], .whole, to: &world, &copies)
          }
        }
        java[platform.javaLevel] = javaClasses
      }
    }
    for (name, index) in extra { own[name] = index }
    return PreparedScope(platform: platform, own: own)
  }

  /// A platform whose map is made, its world not yet frozen.
  struct PreparedScope {
    var platform: LinkPlatform
    var own: SymbolMap
  }

  /// The scopes of all platforms over the finished world.
  func scopes(_ prepared: [PreparedScope]) -> [LinkScope] {
    var byLevel: [Int: SymbolMap] = [:]
    var scopes: [LinkScope] = []
    for one in prepared {
      let level = one.platform.javaLevel
      let application = byLevel[level] ?? applicationMap(javaLevel: level)
      byLevel[level] = application
      var scope = LinkScope(
        world: world,
        java: java[level]?.map ?? SymbolMap(),
        platform: one.own,
        application: application,
        javaLevel: level,
        loaders: one.platform.loaders,
        isJavaKnown: java[level] != nil,
        observed: one.platform.view.flatMap { $0.coverage == .observed ? $0 : nil },
        broken: broken
      )
      scope.twin = scopes.firstIndex { $0.javaLevel == level && $0.platform == one.own }
      if let twin = scope.twin {
        scope.load(as: scopes[twin])
      } else {
        scope.loadAll()
      }
      scopes.append(scope)
    }
    return scopes
  }

  /// The first class of each name; of a multi-release jar the newest that this Java looks for.
  private func applicationMap(javaLevel: Int) -> SymbolMap {
    var map = SymbolMap(capacity: world.summaries.count)
    let misplaced = Set(brokenApplication.map(\.actual))
    let hasReleases = inputs.contains { $0.release != nil }
    /// Which input each name was taken from, where a release directory may yet take its place.
    var taken = SymbolMap(capacity: hasReleases ? world.summaries.count : 1)
    for (number, summary) in world.summaries.enumerated() {
      // A class under another class's name is not found under its own.
      if misplaced.contains(summary.facts.name), isMisplaced(summary) { continue }
      let name = summary.facts.name
      if let release = inputs[Int(summary.unit)].release, !Self.looks(javaLevel, into: release) { continue }
      if map[name] != nil {
        guard hasReleases, let other = taken[name], isNewer(Int(summary.unit), than: Int(other)) else { continue }
      }
      map[name] = world.applicationIDs[number].index
      if hasReleases { taken[name] = summary.unit }
    }
    for (name, value, _) in brokenApplication where map[name] == nil { map[name] = value }
    // A Java that is not known may have them itself.
    if java[javaLevel] != nil { for (name, value) in prohibited { map[name] = value } }
    return map
  }

  /// Java knows release directories since 9, and none of an earlier release (JAR File Specification).
  private static func looks(_ javaLevel: Int, into release: Int) -> Bool { release >= 9 && release <= javaLevel }

  /// Whether a class of a release directory stands in for another one of the same jar.
  private func isNewer(_ unit: Int, than other: Int) -> Bool {
    inputs[unit].release ?? 0 > inputs[other].release ?? 0 && inputs[unit].jar == inputs[other].jar
  }

  private func isMisplaced(_ summary: ClassSummary) -> Bool {
    guard let expected = inputs[Int(summary.unit)].expectedName else { return false }
    return expected != world.symbols.text(summary.facts.name)
  }
}
