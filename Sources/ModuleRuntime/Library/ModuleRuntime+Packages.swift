internal import ModuleDescriptors
public import ModulePackages

/// Importing packages, in the platform's order of checks (package-format.md section 1).
extension ModuleRuntime {
  /// The newest `StarfaceModule_SpecVersion` that the platform takes.
  static let newestSpecVersion = 5

  /// Imports a package, or refuses it with the platform's own key.
  ///
  /// - Parameters:
  ///   - replacing: false refuses a module whose id is in the library.
  ///   - keepsData: true for an update through the module manager, which keeps what a plain re-import deletes.
  @discardableResult
  public func importPackage(
    _ package: ModulePackage,
    replacing: Bool = true,
    keepsData: Bool = false
  ) async throws(RuntimeError) -> ImportOutcome {
    if package.entries.isEmpty {
      throw .importRefused(key: "not an archive", reason: "\(package.path) does not open as a ZIP or JAR")
    }
    guard let manifest = package.manifest else {
      throw .importRefused(key: "Manifest fehlt!", reason: "\(package.path) has no META-INF/MANIFEST.MF")
    }
    guard let objectID = manifest.objectID, !objectID.isEmpty else {
      throw .importRefused(key: "error.import.unknown.module.id", reason: "the manifest has no ObjectId")
    }
    guard let specVersion = manifest.specVersion.flatMap({ Int($0) }) else {
      throw .importRefused(
        key: "invalid.version",
        reason: "StarfaceModule_SpecVersion is '\(manifest.specVersion ?? "")' and has to be an integer"
      )
    }
    guard specVersion <= Self.newestSpecVersion else {
      throw .importRefused(
        key: "error.import.incompatible.version",
        reason: "StarfaceModule_SpecVersion is \(specVersion); the newest known is \(Self.newestSpecVersion)"
      )
    }
    guard let descriptor = package.descriptor else {
      throw .importRefused(
        key: "descriptor error",
        reason: package.descriptorError.map { "\($0)" } ?? "module-descriptor.xml is missing"
      )
    }
    guard objectID == descriptor.id else {
      throw .importRefused(
        key: "mismatch",
        reason: "the manifest's ObjectId is \(objectID), the descriptor's module id \(descriptor.id)"
      )
    }
    let unlicensed = ModuleIdentity.noLicenseID(
      moduleID: descriptor.id,
      lastChangedTime: String(descriptor.lastChangedTime)
    )
    let revision = (core.modules[descriptor.id]?.revision ?? 0) + 1
    let outcome = try await importModule(
      descriptor,
      isLicenceFree: unlicensed == descriptor.noLicenseID,
      replacing: replacing,
      keepsData: keepsData
    )
    core.modules[descriptor.id]?.files = PackageFiles(package)
    await javaHost.load(package, moduleID: descriptor.id, revision: revision)
    return outcome
  }
}
