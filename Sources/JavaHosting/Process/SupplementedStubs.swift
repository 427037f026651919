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
    var observation = Observation(java: try PlatformLine.java().javaView(level: view.javaLevel))
    // A class that the platform has, too, is the platform's: parent first. Its uses are uses of the platform.
    let own = package.classes.filter { !Self.isOfPlatform($0, view) }
    let libraries = package.libraries.flatMap(\.classes).filter { !Self.isOfPlatform($0, view) }
    let provided = Set((own + libraries).compactMap(\.internalName))
    // A class that cannot be read is the JVM's to refuse.
    do throws(ClassFileError) {
      try observation.add(own: own.compactMap(\.file), provided: provided)
    } catch {
      bytes = nil
      return
    }
    var manifest = view.inferredManifest()
    var positions: [String: Int] = [:]
    for (position, fact) in manifest.classes.enumerated() { positions[fact.name] = position }
    var isSupplemented = false
    let used = observation.manifest(line: view.line.name, version: view.version, javaLevel: view.javaLevel)
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

  private static func isOfPlatform(_ candidate: PackageClass, _ view: ManifestView) -> Bool {
    candidate.internalName.map { view.findClass($0).record != nil } ?? false
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
