import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// A file resource has no bytes.
  static let resourceFileMissing: PackageRule = .init(
    Rule(
      id: "resource.file.missing",
      severity: .error,
      title: "A file resource has no bytes",
      what: "The descriptor declares a `file` resource, and the package has no entry "
        + "`res/<id>.<extension>`.",
      why: "Whoever uses the file (a sound, a class, a library) fails at run time.",
      mend: "Add the entry, or remove the resource.",
      source: "package-format.md section 3.6"
    )
  ) { subject, analysis in
    subject.package.fileResources.compactMap { file in
      guard file.possibleEntries.allSatisfy({ subject.package.entry($0) == nil }) else { return nil }
      return analysis.tell(
        resourceFileMissing.rule,
        "the file '\(file.name)' should lie at '\(file.entry)', which the package does not have",
        symbol: file.name,
        at: ModuleAnalysis.location(file.extras.position)
      )
    }
  }
}
