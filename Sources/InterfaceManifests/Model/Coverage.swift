/// What may be concluded from the absence of a class or member.
public enum ManifestCoverage: UInt8, Hashable, Sendable {
  /// Made from the platform itself: absent means absent (except below `uncovered` package prefixes).
  case complete = 1
  /// Gathered from packages known to work: absent means unknown.
  case observed = 2
}

/// Which members were recorded.
public enum APIScope: UInt8, Hashable, Sendable {
  /// Public and protected members; private and package-private ones may exist beside them.
  case publicAPI = 1
  /// Every member of every class.
  case all = 2
}

/// What the JVM makes of a package for code outside its module.
public enum PackageState: Hashable, Sendable {
  /// Its public classes can be used.
  case exported
  /// Exists, but is not exported: its public classes are there and inaccessible (JVMS §5.4.4).
  case concealed
  /// Java has it in a module that no JVM resolves unless asked to (`--add-modules`): its classes are not there.
  case unresolved
}

/// A package as the manifest knows it.
public struct PackageFact: Hashable, Sendable {
  /// Internal form, `java/util`; empty for the unnamed package.
  public var name: String
  /// Whether code outside its module may use it. Of a package that is not exported the classes need not be listed.
  public var state: PackageState

  /// A package, exported unless said otherwise.
  public init(name: String, _ state: PackageState = .exported) {
    self.name = name
    self.state = state
  }
}
