import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// A Java function with more annotated fields than are read.
  static let functionParametersMany: PackageRule = .init(
    Rule(
      id: "function.parameters.many",
      severity: .warning,
      title: "A Java function with more parameters than are looked at",
      what:
        "The class of a Java function has more than \(JavaFunctionSignature.mostParameters) fields with annotations; "
        + "the others are not held against the descriptor.",
      why: "What is not looked at is not validated, and nobody fills in so many values in the designer.",
      mend: "Pass a list or a map in place of single values.",
      source: "package-format.md sections 4 and 5"
    )
  ) { subject in
    subject.package.javaFunctions.compactMap { java in
      guard let signature = java.signature, signature.isAnnotated, signature.unreadFields > 0 else { return nil }
      let most = JavaFunctionSignature.mostParameters
      return Finding(
        functionParametersMany.rule,
        "the class of '\(java.function.name)' has \(most + signature.unreadFields) annotated fields, of which the first "
          + "\(most) are looked at",
        symbol: signature.className,
        at: java.implementation?.location ?? .package
      )
    }
  }
}
