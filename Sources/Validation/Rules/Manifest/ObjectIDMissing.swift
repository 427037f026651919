import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// The manifest names no module.
  static let objectIDMissing: PackageRule = .init(
    Rule(
      id: "manifest.objectid.missing",
      severity: .error,
      title: "The manifest names no module",
      what: "The manifest has no `ObjectId`, or an empty one.",
      why: "The appliance cannot tell which module the package is.",
      mend: "Add `ObjectId: <module id>`, the `id` of the descriptor's module.",
      platformMessage: "error.import.unknown.module.id",
      source: "package-format.md section 1, step 3"
    )
  ) { subject in
    guard let manifest = subject.package.manifest, (manifest.objectID ?? "").isEmpty else { return [] }
    return [
      Finding(
        objectIDMissing.rule,
        "the manifest has no ObjectId",
        symbol: "ObjectId",
        at: Location(entry: PackageEntry.manifestPath),
        hint: subject.package.descriptor.map { "add the line 'ObjectId: \($0.id)'" }
      )
    ]
  }
}
