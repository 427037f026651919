import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// The module needs a platform licence.
  static let licenceMismatch: PackageRule = .init(
    Rule(
      id: "identity.licence.required",
      severity: .warning,
      title: "The module needs a platform licence",
      what: "The `noLicenseId` is not the hash of id, last change and platform that frees a module from "
        + "licensing.",
      why: "Activating an instance is refused with an insufficient-licence error unless the appliance "
        + "holds a licence for the module.",
      mend: "If the module is yours, build it from its sources with `sfm build`, which computes the hash. "
        + "A vendor's package is as its vendor wants it.",
      platformMessage: "insufficient module licence",
      source: "package-format.md section 2"
    )
  ) { _, analysis in
    let module = analysis.module
    let expected = ModuleIdentity.noLicenseID(moduleID: module.id, lastChangedTime: String(module.lastChangedTime))
    guard module.noLicenseID != expected else { return [] }
    return [
      Finding(
        licenceMismatch.rule,
        module.noLicenseID.isEmpty
          ? "the module has no noLicenseId: activating it needs a licence"
          : "the noLicenseId does not fit id and lastChangedTime: activating the module needs a licence",
        symbol: "noLicenseId",
        at: ModuleAnalysis.location(module.extras.position)
      )
    ]
  }
}
