import ClassFiles
import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// An annotated field that the platform cannot reach.
  static let functionFieldInaccessible: PackageRule = .init(
    Rule(
      id: "function.field.inaccessible",
      severity: .error,
      title: "An annotated field that the platform cannot reach",
      what: "A field with `@InputVar` or `@OutputVar` is not public, or is static or final.",
      why: "The platform sets inputs and reads outputs by reflection on public instance fields; the call "
        + "fails or the value is lost.",
      mend: "Make the field `public`, neither `static` nor `final`.",
      source: "package-format.md sections 4 and 5"
    )
  ) { subject in
    subject.package.javaFunctions.flatMap { java -> [Finding] in
      guard let signature = java.signature else { return [] }
      return (signature.inputs + signature.outputs).compactMap { field in
        let reason =
          if !field.accessFlags.contains(.public) { "is not public" } else if field.accessFlags.contains(.static) {
            "is static"
          } else if field.accessFlags.contains(.final) { "is final" } else { "" }
        guard !reason.isEmpty else { return nil }
        return Finding(
          functionFieldInaccessible.rule,
          "the annotated field '\(field.name)' \(reason)",
          symbol: "\(signature.className).\(field.name)",
          at: java.implementation?.location ?? .package
        )
      }
    }
  }
}
