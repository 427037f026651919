public import ModulePackages

extension LinkageCheck {
  /// Checks a package: reached is what its entry points lead to.
  public init(_ package: ModulePackage, platforms: [LinkPlatform], jobs: Int = 2) {
    self.init(
      inputs: LinkInput.all(of: package),
      platforms: platforms,
      roots: package.descriptor == nil ? nil : LinkRoot.all(of: package),
      jobs: jobs
    )
    services = ServiceProvider.all(of: MetadataFile.all(of: package.archive), package.libraries)
    sealedJars = package.libraries.compactMap { SealedJar($0) }
    signedJars = package.libraries.compactMap { SignedJar($0) }
  }

  /// Checks a jar or a folder of classes: all code counts as reached.
  public init(_ set: ClassSet, platforms: [LinkPlatform], jobs: Int = 2) {
    self.init(inputs: LinkInput.all(of: set), platforms: platforms, roots: nil, jobs: jobs)
    services = ServiceProvider.all(of: set.metadata, set.libraries)
    sealedJars = set.libraries.compactMap { SealedJar($0) }
    signedJars = set.libraries.compactMap { SignedJar($0) }
  }
}
