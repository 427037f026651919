import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// An entry below `res/` that no resource names.
  static let resourceEntryOrphan: PackageRule = .init(
    Rule(
      id: "resource.entry.orphan",
      severity: .notice,
      title: "An entry below res/ that no resource names",
      what: "A file lies in `res/`, and the descriptor has no `file` resource of its id and extension.",
      why: "The appliance finds files by their resource: this one is carried along for nothing.",
      mend: "Remove the entry, or declare the resource.",
      source: "package-format.md sections 1 and 3.6"
    )
  ) { subject, analysis in
    subject.package.entries.compactMap { entry in
      guard entry.path.hasPrefix("res/"), entry.kind != .folder, entry.resource == nil else { return nil }
      return analysis.tell(
        resourceEntryOrphan.rule,
        "no file resource of the descriptor names '\(entry.path)'",
        symbol: entry.path,
        at: Location(entry: entry.path)
      )
    }
  }
}
