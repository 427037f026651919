import Archives
import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// Manifest and descriptor name different writers.
  static let createdByDiffers: PackageRule = .init(
    Rule(
      id: "manifest.createdby.differs",
      severity: .notice,
      title: "Manifest and descriptor name different writers",
      what: "The manifest's `Created-By` states another platform version than the descriptor's `createdWith`. "
        + "Every appliance writes both alike.",
      why: "One of the two was changed by hand; sfm goes by `createdWith` when it asks for the platform's Java.",
      mend: "Make both the same; `sfm build` does.",
      source: "package-format.md sections 1 and 3.2"
    )
  ) { subject in
    guard let manifest = subject.package.manifest, let module = subject.package.descriptor,
      let writer = manifest.createdBy, let stated = writer.lastWord, let expected = module.createdWith.lastWord,
      stated != expected
    else { return [] }
    return [
      Finding(
        createdByDiffers.rule,
        "Created-By is '\(writer)', but the descriptor was created with '\(module.createdWith)'",
        symbol: "Created-By",
        at: Location(entry: PackageEntry.manifestPath, line: manifest.attributes.attribute("Created-By")?.line)
      )
    ]
  }
}

extension String {
  /// What stands behind the last space.
  fileprivate var lastWord: Substring? { split(separator: " ").last }
}
