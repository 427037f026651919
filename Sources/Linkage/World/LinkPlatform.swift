public import InterfaceManifests

/// A platform version to link against: what its manifest knows, on the Java that it runs on.
public struct LinkPlatform: Sendable {
  /// The version as findings name it; nil when only Java counts.
  public let version: String?
  /// The platform's own classes.
  public let view: ManifestView?
  /// Java's classes; nil leaves them unknown.
  public let java: ManifestView?
  /// The feature release of its Java.
  public let javaLevel: Int
  /// How HotSpot names the class loaders there.
  public var loaders: LoaderNames

  /// Joins a platform's view with that of its Java.
  public init(
    version: String?,
    view: ManifestView?,
    java: ManifestView?,
    javaLevel: Int,
    loaders: LoaderNames = LoaderNames()
  ) {
    self.version = version
    self.view = view
    self.java = java
    self.javaLevel = javaLevel
    self.loaders = loaders
  }
}
