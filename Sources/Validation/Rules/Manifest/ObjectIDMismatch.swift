import Archives
import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// Manifest and descriptor name different modules.
  static let objectIDMismatch: PackageRule = .init(
    Rule(
      id: "manifest.objectid.mismatch",
      severity: .error,
      title: "Manifest and descriptor name different modules",
      what: "The manifest's `ObjectId` is not the `id` of the descriptor's module.",
      why: "The import ends with a mismatch.",
      mend: "Make both the same; `sfm build` does.",
      platformMessage: "mismatch of ObjectId and module id",
      source: "package-format.md section 1, step 8"
    )
  ) { subject in
    guard let id = subject.package.manifest?.objectID, !id.isEmpty, let module = subject.package.descriptor,
      module.id != id
    else { return [] }
    return [
      Finding(
        objectIDMismatch.rule,
        "ObjectId is '\(id)', but the descriptor's module is '\(module.id)'",
        symbol: "ObjectId",
        at: Location(
          entry: PackageEntry.manifestPath,
          line: subject.package.manifest?.attributes.attribute("ObjectId")?.line
        )
      )
    ]
  }
}
