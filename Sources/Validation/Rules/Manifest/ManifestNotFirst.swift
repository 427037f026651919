import Findings
import ModulePackages

extension PackageRule {
  /// The manifest is not the first entry.
  static let manifestNotFirst: PackageRule = .init(
    Rule(
      id: "manifest.not-first",
      severity: .warning,
      title: "The manifest is not the first entry",
      what: "Another entry stands before `META-INF/MANIFEST.MF`.",
      why: "Java programs that read a JAR as a stream look for the manifest in the first entry only "
        + "(`java.util.jar.JarInputStream`).",
      mend: "Build with `sfm build`, which writes it first.",
      source: "package-format.md section 1"
    )
  ) { subject in
    let files = subject.package.entries.filter { $0.kind != .folder }
    guard subject.package.manifest != nil, let first = files.first, first.kind != .manifest else { return [] }
    return [
      Finding(
        manifestNotFirst.rule,
        "the first entry is '\(first.path)', not META-INF/MANIFEST.MF",
        symbol: PackageEntry.manifestPath,
        at: Location(entry: PackageEntry.manifestPath)
      )
    ]
  }
}
