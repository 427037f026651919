import Findings
import ModuleDescriptors
import XMLTrees

extension PackageRule {
  /// Two variables of one list have one name.
  static let nameRepeated: PackageRule = .init(
    Rule(
      id: "descriptor.name.duplicate",
      severity: .warning,
      title: "Two variables of one list have one name",
      what: "Two module variables, or two inputs or two outputs of one function, have the same name.",
      why: "Calls pass arguments by name, and Java code asks for settings by name: only one of the two is reached.",
      mend: "Rename one of them.",
      source: "package-format.md sections 3.4 and 4"
    )
  ) { _, analysis in
    let module = analysis.module
    return repeated(module.inputs, "module variables", in: nil, analysis.tell)
      + module.functions.flatMap { function in
        repeated(function.inputs, "inputs", in: function.name, analysis.tell)
          + repeated(function.outputs, "outputs", in: function.name, analysis.tell)
      }
  }

  private static func repeated(
    _ parameters: DescriptorList<Parameter>,
    _ kind: String,
    in function: String?,
    _ tell: Telling
  ) -> [Finding] {
    guard parameters.count > 1 else { return [] }
    var lines: [String: Int] = [:]
    return parameters.compactMap { parameter in
      guard let earlier = lines.updateValue(parameter.position.line, forKey: parameter.name) else { return nil }
      return tell(
        nameRepeated.rule,
        "two \(kind) are named '\(parameter.name)'; the other one stands in line \(earlier)",
        symbol: parameter.name,
        at: ModuleAnalysis.location(parameter.position, function: function)
      )
    }
  }
}
