import ClassFiles
import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// A Java function that cannot be created.
  static let functionConstructorMissing: PackageRule = .init(
    Rule(
      id: "function.constructor.missing",
      severity: .error,
      title: "A Java function that cannot be created",
      what: "The class of a Java function is abstract or not public, or has no public constructor without "
        + "parameters.",
      why: "The appliance creates the class by reflection; the call ends with an InstantiationException "
        + "or IllegalAccessException.",
      mend: "Make the class public and give it a public constructor without parameters (or none at all).",
      source: "package-format.md sections 4 and 5"
    )
  ) { subject in
    subject.package.javaFunctions.compactMap { java in
      guard let signature = java.signature else { return nil }
      let flags = signature.accessFlags
      let reason =
        if !flags.contains(.public) { "is not public" } else if flags.contains(.interface) {
          "is an interface"
        } else if flags.contains(.abstract) { "is abstract" } else if !signature.hasPublicConstructor {
          "has no public constructor without parameters"
        } else { "" }
      guard !reason.isEmpty else { return nil }
      return Finding(
        functionConstructorMissing.rule,
        "the class of '\(java.function.name)' \(reason)",
        symbol: signature.className,
        at: java.implementation?.location ?? .package
      )
    }
  }
}
