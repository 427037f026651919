import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// A Java function without @Function.
  static let functionAnnotationMissing: PackageRule = .init(
    Rule(
      id: "function.annotation.missing",
      severity: .error,
      title: "A Java function without @Function",
      what: "The class of a Java function does not carry the annotation `@Function`.",
      why: "The appliance takes only annotated classes for functions.",
      mend: "Annotate the class with `@Function`.",
      source: "package-format.md section 5"
    )
  ) { subject in
    subject.package.javaFunctions.compactMap { java in
      guard let signature = java.signature, !signature.isAnnotated else { return nil }
      return Finding(
        functionAnnotationMissing.rule,
        "the class of '\(java.function.name)' has no @Function annotation",
        symbol: signature.className,
        at: java.implementation?.location ?? .package
      )
    }
  }
}
