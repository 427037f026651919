import Archives
import Findings
import ModulePackages

extension PackageRule {
  /// The descriptor is missing.
  static let descriptorMissing: PackageRule = .init(
    Rule(
      id: "descriptor.missing",
      severity: .error,
      title: "The descriptor is missing",
      what: "The package has no `module-descriptor.xml` in its root.",
      why: "Without a descriptor there is no module; the import fails.",
      mend: "Put `module-descriptor.xml` into the root of the archive, not into a folder.",
      platformMessage: "descriptor error",
      source: "package-format.md section 1, step 6"
    )
  ) { subject in
    let package = subject.package
    guard !package.entries.isEmpty || package.archive.findings.isEmpty,
      package.entry(PackageEntry.descriptorPath) == nil
    else { return [] }
    return [
      Finding(
        descriptorMissing.rule,
        "the archive has no module-descriptor.xml in its root",
        symbol: PackageEntry.descriptorPath,
        hint: Misplaced(PackageEntry.descriptorPath, in: package)?.hint(for: PackageEntry.descriptorPath)
      )
    ]
  }
}
