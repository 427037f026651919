import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// Descriptor and class disagree on a function's parameters.
  static let functionParametersDiffer: PackageRule = .init(
    Rule(
      id: "function.parameters.differ",
      severity: .warning,
      title: "Descriptor and class disagree on a function's parameters",
      what: "The variables that the descriptor declares for a Java function are not the annotated fields "
        + "of its class: a name is missing on one side, the type differs, or what may be passed "
        + "(literal, reference) differs.",
      why: "A value is never set or never read, or the designer offers what the class does not take.",
      mend: "Build with `sfm build`, which derives the variables from the class, or add the function anew "
        + "in the designer.",
      source: "package-format.md sections 4 and 5"
    )
  ) { subject in
    subject.package.javaFunctions.flatMap { java -> [Finding] in
      guard let signature = java.signature, signature.isAnnotated else { return [] }
      let sides = [
        ("input", java.function.inputs, signature.inputs), ("output", java.function.outputs, signature.outputs),
      ]
      return sides.flatMap { side, declared, fields -> [Finding] in
        differences(side, declared.compactMap(\.variable), fields, areAll: signature.unreadFields == 0).map {
          name,
          message in
          Finding(
            functionParametersDiffer.rule,
            "'\(java.function.name)': \(message)",
            symbol: "\(signature.className).\(name)",
            at: ModuleAnalysis.location(java.function.extras.position, function: java.function.name)
          )
        }
      }
    }
  }

  private static func differences(
    _ side: String,
    _ declared: [Variable],
    _ fields: [JavaFunctionSignature.Parameter],
    areAll: Bool
  ) -> [(name: String, message: String)] {
    var found: [(String, String)] = []
    let fieldsByName = Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let declaredNames = Set(declared.map(\.name))
    for variable in declared {
      guard let field = fieldsByName[variable.name] else {
        // It may be one of those that were not read.
        if areAll {
          found.append((variable.name, "the class has no annotated field for the \(side) '\(variable.name)'"))
        }
        continue
      }
      if field.type != variable.type {
        found.append(
          (variable.name, "the \(side) '\(variable.name)' is \(variable.type) here and \(field.type) in the class")
        )
      }
      guard side == "input" else { continue }
      if field.valueByReferenceAllowed != variable.valueByReferenceAllowed {
        found.append((variable.name, "descriptor and class disagree whether '\(variable.name)' takes a reference"))
      }
      if field.valueByValueAllowed != variable.valueByValueAllowed {
        found.append((variable.name, "descriptor and class disagree whether '\(variable.name)' takes a literal"))
      }
    }
    for field in fields where !declaredNames.contains(field.name) {
      found.append((field.name, "the \(side) '\(field.name)' of the class is not declared here"))
    }
    return found
  }
}
