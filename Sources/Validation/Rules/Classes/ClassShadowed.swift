import Findings
import ModulePackages

extension PackageRule {
  /// A class that the platform has as well.
  static let classShadowed: PackageRule = .init(
    Rule(
      id: "class.shadowed",
      severity: .warning,
      title: "A class that the platform has as well",
      what: "A class of the package has the full name of one that STARFACE or Java is known to have.",
      why: "The platform's classes always win: the one in the package is never loaded.",
      mend: "Remove it, or move it to a Java package of your own.",
      source: "package-format.md section 1"
    )
  ) { subject in
    subject.package.classes.compactMap { candidate in
      guard let name = candidate.internalName, subject.platform.has(name) else { return nil }
      return Finding(
        classShadowed.rule,
        "the platform has the class \(name.dotted) itself, and loads its own",
        symbol: name,
        at: candidate.location
      )
    }
  }
}
