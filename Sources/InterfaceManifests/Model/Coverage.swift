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

/// A package as the manifest knows it.
public struct PackageFact: Hashable, Sendable {
  /// Internal form, `java/util`; empty for the unnamed package.
  public var name: String
  /// Whether code outside its module may use it. A package that is not exported exists; access to its public classes
  /// is an `IllegalAccessError` (JVMS §5.4.4), and its classes need not be listed.
  public var isExported: Bool

  /// A package, exported unless said otherwise.
  public init(name: String, isExported: Bool = true) {
    self.name = name
    self.isExported = isExported
  }
}
