/// What to take from class files.
public struct ExtractionOptions: Hashable, Sendable {
  /// Public and protected members of accessible classes, or everything.
  public var scope: APIScope
  /// Whether to keep generic signatures, which sources compiled against stubs may need.
  public var keepsSignatures: Bool

  /// Options; what is left out has its default.
  public init(scope: APIScope = .publicAPI, keepsSignatures: Bool = true) {
    self.scope = scope
    self.keepsSignatures = keepsSignatures
  }
}

/// A manifest made from class files, and what could not be read.
public struct Extraction: Sendable {
  /// What was made.
  public var manifest: InterfaceManifest
  /// One sentence a class or archive that was left out, with its place.
  public var problems: [String]
  /// Whether something could not be read, so that what the manifest calls absent may be there.
  public var isPartial: Bool
}
