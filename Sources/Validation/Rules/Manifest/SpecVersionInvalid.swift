import Archives
import Findings
import ModulePackages

extension PackageRule {
  /// The format version is no integer.
  static let specVersionInvalid: PackageRule = .init(
    Rule(
      id: "manifest.specversion.invalid",
      severity: .error,
      title: "The format version is no integer",
      what: "The manifest's `StarfaceModule_SpecVersion` is missing or no integer.",
      why: "The appliance refuses the import.",
      mend: "Write `StarfaceModule_SpecVersion: 5`.",
      platformMessage: "invalid.version",
      source: "package-format.md section 1, step 4"
    )
  ) { subject in
    guard let manifest = subject.package.manifest else { return [] }
    let text = manifest.specVersion
    if let text, Int32(text) != nil { return [] }
    return [
      Finding(
        specVersionInvalid.rule,
        text.map { "StarfaceModule_SpecVersion is '\($0)', expected an integer" }
          ?? "the manifest has no StarfaceModule_SpecVersion",
        symbol: "StarfaceModule_SpecVersion",
        at: Location(
          entry: PackageEntry.manifestPath,
          line: manifest.attributes.attribute("StarfaceModule_SpecVersion")?.line
        ),
        hint: "write 'StarfaceModule_SpecVersion: 5'"
      )
    ]
  }
}
