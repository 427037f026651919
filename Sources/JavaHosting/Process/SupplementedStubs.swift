import ClassFiles
import InterfaceManifests
import ModulePackages

/// Stubs for one module: an observed manifest does not know everything that the platform has, so that what the module
/// uses and nothing speaks against is stubbed as well. Without it the JVM would miss classes that the platform has.
///
/// A member that other versions contradict is left out: there the JVM raises its own error.
struct SupplementedStubs {
  /// The jar; nil when the manifest's own stubs are enough.
  let bytes: [UInt8]?

  init(_ view: ManifestView, for package: ModulePackage) throws(ManifestError) {
    guard view.coverage == .observed else {
      bytes = nil
      return
    }
    let classes = package.classes + package.libraries.flatMap(\.classes)
    var manifest = view.inferredManifest()
    var platform = Self.classes(of: manifest)
    var provided: Set<String>
    var used: InterfaceManifest
    repeat {
      // A class that the platform has, too, is the platform's: parent first. Its uses are uses of the platform.
      provided = Set(classes.compactMap(\.internalName)).subtracting(platform)
      var observation = Observation(java: try PlatformLine.java().javaView(level: view.javaLevel))
      let own = package.classes.filter { $0.internalName.map(platform.contains) != true }
      // A class that cannot be read is the JVM's to refuse.
      do throws(ClassFileError) {
        try observation.add(own: own.compactMap(\.file), provided: provided)
      } catch {
        bytes = nil
        return
      }
      used = observation.manifest(line: view.line.name, version: view.version, javaLevel: view.javaLevel)
      // What the platform's methods take and return is the platform's as well.
      platform.formUnion(Self.classes(of: used))
    } while !provided.isDisjoint(with: platform)
    var positions: [String: Int] = [:]
    for (position, fact) in manifest.classes.enumerated() { positions[fact.name] = position }
    var isSupplemented = false
    for use in used.classes {
      var fact = use
      fact.members = use.members.filter { Self.isUnknown($0, of: use, in: view) }
      if let position = positions[use.name] {
        guard !fact.members.isEmpty else { continue }
        manifest.classes[position].members += fact.members
      } else {
        manifest.classes.append(fact)
      }
      isSupplemented = true
    }
    guard isSupplemented else {
      bytes = nil
      return
    }
    manifest.sort()
    // What stubs mention and only the module has stays the module's.
    bytes = try StubJar(manifest, java: PlatformLine.java().javaView(level: view.javaLevel))
      .bytes(includingHook: false, without: provided)
  }

  /// The classes that the platform has: those that are known, and those that their members name, of which nothing else
  /// may be known. A package that brings one of them along only shadows it.
  private static func classes(of manifest: InterfaceManifest) -> Set<String> {
    var names: Set<String> = []
    for fact in manifest.classes {
      names.insert(fact.name)
      for member in fact.members { names.formUnion(ClassNames(in: member.descriptor)) }
    }
    return names
  }

  private static func isUnknown(_ member: MemberFact, of fact: ClassFact, in view: ManifestView) -> Bool {
    let isInterface: Bool? = fact.flags.contains(.kindUnknown) ? nil : fact.flags.contains(.interface)
    let knowledge = view.knowledge(
      ofMember: member.name,
      member.descriptor,
      in: fact.name,
      isStatic: member.flags.contains(.static),
      ownerIsInterface: isInterface
    )
    if case .unknown = knowledge { return true }
    return false
  }
}
