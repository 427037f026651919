import Findings
import ModulePackages

extension PackageRule {
  /// A bundled library that the platform has as well.
  static let libraryShadowed: PackageRule = .init(
    Rule(
      id: "library.shadowed",
      severity: .notice,
      title: "A bundled library that the platform has as well",
      what: "A bundled jar has classes that STARFACE or Java is known to have.",
      why: "The platform's classes always win: the module runs against the platform's version of the library, "
        + "whichever it bundles.",
      mend: "Compile against the platform's version and leave the jar out, or move the library's classes to a package "
        + "of your own.",
      source: "package-format.md sections 1 and 4"
    )
  ) { subject in
    subject.package.libraries.compactMap { library in
      let shadowed = library.classes.lazy.compactMap { candidate -> String? in
        if case .versioned = candidate.origin { return nil }
        let name = candidate.path.hasSuffix(".class") ? String(candidate.path.dropLast(6)) : candidate.path
        return subject.platform.has(name) ? name : nil
      }
      guard let first = shadowed.first else { return nil }
      let count = shadowed.count
      return Finding(
        libraryShadowed.rule,
        "the platform has \(count) of the \(library.classes.count) classes of '\(library.name)' itself, "
          + "\(count == 1 ? "namely" : "such as") \(first.dotted)",
        symbol: library.name,
        at: Location(entry: library.path)
      )
    }
  }
}
