public import ClassFiles

/// Gathers the platform members that packages known to work use: an *observed* manifest in the making.
///
/// What counts is what a package's own classes refer to and neither the package, its libraries nor Java has. Classes of
/// bundled libraries do not testify: a library refers to many optional things that are not there.
public struct Observation {
  private let java: ManifestView?
  private var classes: [String: ObservedClass] = [:]
  private var packageCount = 0

  /// - Parameter java: Java as the observed platform has it; nil: only `java/` counts as Java.
  public init(java: ManifestView?) {
    self.java = java
  }

  /// Adds what one package uses.
  ///
  /// - Parameters:
  ///   - own: the package's own classes.
  ///   - provided: the names of the classes in its bundled libraries.
  /// - Throws: for a class file that cannot be read; nothing of the package counts then.
  public mutating func add(own: [ClassFile], provided: Set<String> = []) throws(ClassFileError) {
    var names = provided
    for file in own { names.insert(try file.name) }
    var uses: [ObservedUse] = []
    for file in own { try ObservedUse.collect(file, into: &uses) }
    packageCount += 1
    for use in uses where !names.contains(use.owner) && !isJava(use.owner) {
      classes[use.owner, default: ObservedClass()].add(use)
    }
  }

  private func isJava(_ name: String) -> Bool {
    guard let java else { return name.hasPrefix("java/") }
    switch java.findClass(name) {
    case .found, .concealed: return true
    case .absent(let packageIsKnown): return packageIsKnown
    case .unknown: return name.hasPrefix("java/")
    }
  }

  /// The manifest of what was gathered.
  public func manifest(line: String, version: PlatformVersion, javaLevel: Int) -> InterfaceManifest {
    let packages = packageCount == 1 ? "1 package" : "\(packageCount) packages"
    var manifest = InterfaceManifest(
      platform: line,
      version: version,
      javaLevel: javaLevel,
      coverage: .observed,
      scope: .publicAPI,
      sources: ["\(packages) known to work on \(version)"]
    )
    manifest.classes = classes.map { $0.value.fact(name: $0.key) }
    manifest.sort()
    return manifest
  }
}

/// What was seen of one class.
private struct ObservedClass {
  var isInterface = false
  var isClass = false
  var members: [String: MemberFact] = [:]

  mutating func add(_ use: ObservedUse) {
    switch use.ownerIsInterface {
    case true: isInterface = true
    case false: isClass = true
    default: break
    }
    guard let member = use.member else { return }
    let flags: ManifestFlags = use.isStatic == true ? [.public, .static] : [.public]
    // A use that says how the member is called outweighs one that does not.
    if members[member.name + " " + member.descriptor] == nil || use.isStatic != nil {
      members[member.name + " " + member.descriptor] = MemberFact(
        name: member.name,
        descriptor: member.descriptor,
        flags: flags
      )
    }
  }

  func fact(name: String) -> ClassFact {
    var flags: ManifestFlags = .public
    if isInterface && !isClass { flags.formUnion([.interface, .abstract]) }
    if isInterface == isClass { flags.insert(.kindUnknown) }
    var fact = ClassFact(name: name, flags: flags)
    fact.members = members.values.sorted(by: MemberFact.precedes)
    return fact
  }
}
