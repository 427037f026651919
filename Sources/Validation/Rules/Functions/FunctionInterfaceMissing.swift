import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// A Java function that cannot be executed.
  static let functionInterfaceMissing: PackageRule = .init(
    Rule(
      id: "function.interface.missing",
      severity: .error,
      title: "A Java function that cannot be executed",
      what: "The class of a Java function implements neither `IBaseExecutable` nor `IAGIJavaExecutable`, "
        + "nor does a superclass or superinterface in the package; where one of them lies outside the "
        + "package, nothing is claimed.",
      why: "The appliance casts the object to the interface; the call ends with a ClassCastException.",
      mend: "Let the class implement `IBaseExecutable`, or `IAGIJavaExecutable` in call processing.",
      source: "package-format.md sections 4 and 5"
    )
  ) { subject in
    if subject.package.javaFunctions.isEmpty { return [] }
    let kinship = ClassHierarchy(subject.package).kinship(
      with: [JavaFunctionSignature.executable, JavaFunctionSignature.callExecutable]
    )
    return subject.package.javaFunctions.compactMap { java in
      guard let signature = java.signature, kinship.answer(signature.className) == .no else { return nil }
      return Finding(
        functionInterfaceMissing.rule,
        "the class of '\(java.function.name)' implements neither IBaseExecutable nor IAGIJavaExecutable",
        symbol: signature.className,
        at: java.implementation?.location ?? .package
      )
    }
  }
}
