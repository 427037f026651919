import Findings
import ModulePackages

extension PackageRule {
  /// Two classes of one simple name.
  static let classNameCollision: PackageRule = .init(
    Rule(
      id: "class.name.collision",
      severity: .warning,
      title: "Two classes of one simple name",
      what: "Two classes of the package have the same simple name although their packages differ, or one "
        + "class stands in it twice.",
      why: "Classes lie flat in a package, named by their simple name: one of the two shadows the other.",
      mend: "Rename one of them, or put it into a bundled jar.",
      source: "package-format.md sections 1 and 4"
    )
  ) { subject in
    var first: [String: PackageClass] = [:]
    return subject.package.classes.compactMap { candidate in
      if case .folder = candidate.origin { return nil }
      if case .versioned = candidate.origin { return nil }
      guard let earlier = first[candidate.simpleName] else {
        first[candidate.simpleName] = candidate
        return nil
      }
      return Finding(
        classNameCollision.rule,
        "'\(candidate.displayPath)' and '\(earlier.displayPath)' both hold a class named '\(candidate.simpleName)'",
        symbol: candidate.simpleName,
        at: candidate.location
      )
    }
  }
}
