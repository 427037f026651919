import ModuleDescriptors
public import ModulePackages

/// What is in a package, as `sfm inspect` tells it.
public struct ModuleInspection: Sendable {
  let package: ModulePackage

  /// Looks at a package.
  public init(_ package: ModulePackage) { self.package = package }

  /// The module's licence in a word: a matching hash means that the platform asks for none (package-format.md section 2).
  func licence(of module: ModuleDescriptor) -> String {
    let free = ModuleIdentity.noLicenseID(moduleID: module.id, lastChangedTime: String(module.lastChangedTime))
    return module.noLicenseID == free ? "none needed" : "required"
  }

  /// Java functions by the id of their function.
  var javaFunctions: [String: JavaFunction] {
    Dictionary(package.javaFunctions.map { ($0.function.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Milliseconds since 1970 as `yyyy-MM-dd HH:mm`, UTC; nil when not set.
func dateText(_ milliseconds: Int) -> String? {
  guard milliseconds > 0 else { return nil }
  let date = Timestamp.manifestDate(milliseconds: milliseconds)
  return String(date.prefix(10)) + " " + String(date.dropFirst(11).prefix(5))
}
