import ClassFiles

/// Turns class entries into the classes and packages of a manifest.
struct ClassCollector {
  let options: ExtractionOptions
  private var entries: [String: ClassEntry] = [:]
  private var order: [String] = []
  private var unresolved: Set<String> = []
  /// The modules of which classes were left out.
  private(set) var unresolvedModules: Set<String> = []
  private var problems: [String] = []
  private var isPartial = false

  init(_ options: ExtractionOptions) {
    self.options = options
  }

  /// Adds a class; of two with one name the first wins, as on a class path.
  mutating func add(_ entry: ClassEntry) {
    guard entries[entry.name] == nil else { return }
    entries[entry.name] = entry
    order.append(entry.name)
  }

  /// Notes the package of a class that Java has in a module that no JVM resolves unless asked to.
  mutating func leaveOut(_ name: String, of module: String) {
    unresolved.insert(ClassEntry.package(of: name))
    unresolvedModules.insert(module)
  }

  /// - Parameter leavesOut: whether what was left out may be there for a JVM.
  mutating func report(_ problem: String, leavesOut: Bool) {
    problems.append(problem)
    if leavesOut { isPartial = true }
  }

  /// A manifest with what was met on the way to it.
  func extraction(_ manifest: InterfaceManifest) -> Extraction {
    Extraction(manifest: manifest, problems: problems, isPartial: isPartial)
  }

  /// The packages of all classes added or left out.
  var packages: [PackageFact] {
    var states: [String: PackageState] = [:]
    for package in unresolved { states[package] = .unresolved }
    for entry in entries.values { states[entry.packageName] = entry.isExported ? .exported : .concealed }
    return states.map { PackageFact(name: $0.key, $0.value) }
  }

  /// Reads the classes.
  ///
  /// With `publicAPI`: the public classes of exported packages, and all their superclasses and superinterfaces,
  /// because public members are inherited through package-private and concealed ones too (`AbstractStringBuilder`).
  mutating func classes() -> [ClassFact] {
    var facts: [ClassFact] = []
    var seen: Set<String> = []
    var pending: [String] = []
    for name in order {
      guard let entry = entries[name], options.scope == .all || entry.isExported, let fact = read(entry) else {
        continue
      }
      guard options.scope == .all || fact.flags.contains(.public) else { continue }
      seen.insert(name)
      pending += fact.interfaces
      if let superclass = fact.superclass { pending.append(superclass) }
      facts.append(fact)
    }
    while let name = pending.popLast() {
      guard seen.insert(name).inserted, let entry = entries[name], let fact = read(entry) else { continue }
      pending += fact.interfaces
      if let superclass = fact.superclass { pending.append(superclass) }
      facts.append(fact)
    }
    return facts
  }

  private mutating func read(_ entry: ClassEntry) -> ClassFact? {
    do {
      let file = try ClassFile(try entry.read())
      let fact = try ClassFact(file, options)
      guard fact.name == entry.name else {
        report("\(entry.place): holds class \(fact.name), which cannot be loaded from there", leavesOut: false)
        return nil
      }
      return fact
    } catch let error as ClassFileError {
      report("\(entry.place): not a class file: \(error)", leavesOut: true)
    } catch {
      report("\(entry.place): \(error)", leavesOut: true)
    }
    return nil
  }
}
