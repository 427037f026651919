import Archives
import Findings
import ModulePackages

extension PackageRule {
  /// A bundled jar cannot be opened.
  static let libraryMalformed: PackageRule = .init(
    Rule(
      id: "library.malformed",
      severity: .error,
      title: "A bundled jar cannot be opened",
      what: "A `.jar` of the package is no archive that can be read.",
      why: "None of its classes is found at run time.",
      mend: "Replace it with an intact copy.",
      source: "package-format.md section 1"
    )
  ) { subject in
    subject.package.libraries.compactMap { library in
      // What is wrong with the archive itself is told once.
      if library.findings.contains(where: { $0.severity == .error }) { return nil }
      switch library.opened {
      case .success(let content) where !content.archive.entries.isEmpty: return nil
      case .success:
        return Finding(
          libraryMalformed.rule,
          "the bundled jar '\(library.name)' holds nothing that can be read",
          symbol: library.name,
          at: Location(entry: library.path)
        )
      case .failure(let error):
        return Finding(
          libraryMalformed.rule,
          "the bundled jar '\(library.name)' cannot be opened: \(error)",
          symbol: library.name,
          at: Location(entry: library.path)
        )
      }
    }
  }
}
