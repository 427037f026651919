import Archives
import Findings
import ModulePackages

extension PackageRule {
  /// The manifest is missing.
  static let manifestMissing: PackageRule = .init(
    Rule(
      id: "manifest.missing",
      severity: .error,
      title: "The manifest is missing",
      what: "The package has no `META-INF/MANIFEST.MF`.",
      why: "A package is a JAR; the appliance refuses a bare ZIP.",
      mend: "Build with `sfm build`, which writes the manifest. A zip tool makes no package.",
      platformMessage: "Manifest fehlt!",
      source: "package-format.md section 1, step 2"
    )
  ) { subject in
    let package = subject.package
    // Of what is no archive at all something else is said.
    guard package.manifest == nil, !package.entries.isEmpty || package.archive.findings.isEmpty else { return [] }
    // One that is there but cannot be read has the finding that says why.
    guard !package.entries.contains(where: { $0.path == PackageEntry.manifestPath }) else { return [] }
    return [
      Finding(
        manifestMissing.rule,
        "the archive has no META-INF/MANIFEST.MF; the appliance refuses it as no package",
        symbol: PackageEntry.manifestPath,
        hint: Misplaced(PackageEntry.manifestPath, in: package)?.hint(for: PackageEntry.manifestPath)
          ?? "build the package with `sfm build`; a zip tool does not write a manifest"
      )
    ]
  }
}
