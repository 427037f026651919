import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// The class of a Java function is missing.
  static let functionClassMissing: PackageRule = .init(
    Rule(
      id: "function.class.missing",
      severity: .error,
      title: "The class of a Java function is missing",
      what: "The descriptor declares a Java function, and the package has no class file for it, neither "
        + "in the root nor among the file resources.",
      why: "Calling the function ends with `java.lang.ClassNotFoundException`.",
      mend: "Add the class file, or remove the function.",
      platformMessage: "java.lang.ClassNotFoundException",
      source: "package-format.md sections 3.3 and 4"
    )
  ) { subject in
    subject.package.javaFunctions.compactMap { java in
      guard java.implementation == nil else { return nil }
      let entries = java.expectedEntries.map { "'\($0)'" }.joined(separator: " or ")
      return subject.tell(
        functionClassMissing.rule,
        "the Java function '\(java.function.name)' has no class: \(entries) is not in the package",
        symbol: java.function.id,
        at: ModuleAnalysis.location(java.function.extras.position, function: java.function.name)
      )
    }
  }
}
