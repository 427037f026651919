/// The interface of one version of a platform: its classes with their members, and how complete that knowledge is.
public struct InterfaceManifest: Hashable, Sendable {
  /// The platform line: `starface`, `java`, or a name of the user's.
  public var platform: String
  /// Which version of it.
  public var version: PlatformVersion
  /// The feature version of the Java that runs it: 8, 17, 21.
  public var javaLevel: Int
  /// What absence means.
  public var coverage: ManifestCoverage
  /// Which members were recorded.
  public var scope: APIScope
  /// Where the facts came from, in words; a fact's `source` is an index into this list. Never empty in a manifest
  /// that has facts.
  public var sources: [String]
  /// Package prefixes (`sun/`) of which the manifest knows only the packages it lists, although it is `complete`.
  public var uncovered: [String] = []
  /// Sorted by name. A package that is not listed is absent from a complete manifest.
  public var packages: [PackageFact] = []
  /// Sorted by name.
  public var classes: [ClassFact] = []

  /// A manifest without classes yet.
  public init(
    platform: String,
    version: PlatformVersion,
    javaLevel: Int,
    coverage: ManifestCoverage,
    scope: APIScope,
    sources: [String]
  ) {
    self.platform = platform
    self.version = version
    self.javaLevel = javaLevel
    self.coverage = coverage
    self.scope = scope
    self.sources = sources
  }

  /// Puts packages, classes and members into the one order that every form of a manifest has.
  public mutating func sort() {
    packages.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    classes.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for index in classes.indices {
      classes[index].members.sort(by: MemberFact.precedes)
    }
  }
}
