import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// A Java function whose class has another name.
  static let functionClassName: PackageRule = .init(
    Rule(
      id: "function.class.name",
      severity: .warning,
      title: "A Java function whose class has another name",
      what: "The class file of a Java function states another simple name than the function's id.",
      why: "The appliance looks classes up by the function's name: it may find none, or another one.",
      mend: "Rename the class or the function.",
      source: "package-format.md sections 3.3 and 4"
    )
  ) { subject in
    subject.package.javaFunctions.compactMap { java in
      guard let signature = java.signature, signature.simpleName != java.function.id,
        signature.simpleName != java.function.name
      else { return nil }
      return Finding(
        functionClassName.rule,
        "the function '\(java.function.name)' is implemented by a class named '\(signature.simpleName)'",
        symbol: signature.className,
        at: java.implementation?.location ?? .package
      )
    }
  }
}
