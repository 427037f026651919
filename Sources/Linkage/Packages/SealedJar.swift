import Archives
import ModulePackages

/// A jar whose manifest closes packages to classes from elsewhere (JAR File Specification, Package Sealing).
struct SealedJar: Sendable {
  /// Its path, as in the entries of its classes.
  let path: String
  /// Whether its packages are sealed unless said otherwise.
  private let isSealed: Bool
  /// The packages that have a word of their own, with slashes.
  private let own: [String: Bool]

  /// Reads a bundled jar's manifest; nil when it seals nothing.
  init?(_ library: PackageLibrary) {
    guard let manifest = library.metadata.manifest else { return nil }
    path = library.path
    isSealed = manifest["Sealed"]?.lowercased() == "true"
    var own: [String: Bool] = [:]
    for section in manifest.sections where section.name.hasSuffix("/") {
      guard let value = section.attributes.last(where: { $0.name.lowercased() == "sealed" })?.value else { continue }
      own[String(section.name.dropLast())] = value.lowercased() == "true"
    }
    self.own = own
    guard isSealed || own.values.contains(true) else { return nil }
  }

  /// Whether it closes a package, given with slashes.
  func seals(_ package: String) -> Bool { own[package] ?? isSealed }
}
