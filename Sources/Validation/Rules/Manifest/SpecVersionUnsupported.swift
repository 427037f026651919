import Archives
import Findings
import ModulePackages

extension PackageRule {
  /// The format version is too new.
  static let specVersionUnsupported: PackageRule = .init(
    Rule(
      id: "manifest.specversion.unsupported",
      severity: .error,
      title: "The format version is too new",
      what: "The manifest's `StarfaceModule_SpecVersion` is above 5.",
      why: "No known appliance reads it.",
      mend: "Write `StarfaceModule_SpecVersion: 5`.",
      platformMessage: "error.import.incompatible.version",
      source: "package-format.md section 1, step 5"
    )
  ) { subject in
    guard let manifest = subject.package.manifest, let text = manifest.specVersion, let version = Int32(text),
      version > 5
    else { return [] }
    return [
      Finding(
        specVersionUnsupported.rule,
        "StarfaceModule_SpecVersion is \(version); appliances read versions up to 5",
        symbol: "StarfaceModule_SpecVersion",
        at: Location(
          entry: PackageEntry.manifestPath,
          line: manifest.attributes.attribute("StarfaceModule_SpecVersion")?.line
        )
      )
    ]
  }
}
