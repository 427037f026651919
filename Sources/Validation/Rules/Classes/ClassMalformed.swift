import ClassFiles
import Findings
import ModulePackages

extension PackageRule {
  /// A class file cannot be read.
  static let classMalformed: PackageRule = .init(
    Rule(
      id: "class.malformed",
      severity: .error,
      title: "A class file cannot be read",
      what: "A class of the package is no well-formed class file.",
      why: "Loading it ends with `java.lang.ClassFormatError`.",
      mend: "Compile it again.",
      platformMessage: "java.lang.ClassFormatError",
      source: "JVMS §4"
    )
  ) { subject in
    (subject.package.classes + subject.package.libraries.flatMap(\.classes)).compactMap { candidate in
      guard case .failure(.malformed(let error)) = candidate.parsed else { return nil }
      return Finding(
        classMalformed.rule,
        "'\(candidate.displayPath)' is no readable class file: \(error)",
        symbol: candidate.simpleName,
        at: candidate.location
      )
    }
  }
}
