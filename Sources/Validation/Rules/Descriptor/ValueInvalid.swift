import Findings
import ModuleDescriptors
import XMLTrees

extension PackageRule {
  /// A literal that is no value of its type.
  static let valueInvalid: PackageRule = .init(
    Rule(
      id: "variable.value.invalid",
      severity: .warning,
      title: "A literal that is no value of its type",
      what:
        "A `NUMBER` variable holds a text that is no number, or a `BOOLEAN` variable one that is neither `true` nor "
        + "`false`: as a setting, as a local variable's default, or as an argument.",
      why: "A value that cannot be converted becomes null, and a truth becomes false.",
      mend: "Write a number with a point (`1.5`), `true` or `false`, or refer to a variable.",
      source: "package-format.md sections 3.4 and 5; runtime.md section 3"
    )
  ) { _, analysis in
    let settings = analysis.module.inputs.compactMap { input -> Finding? in
      input.variable.flatMap { finding($0, at: ModuleAnalysis.location($0.extras.position)) }
    }
    return settings
      + analysis.visits.flatMap { visit -> [Finding] in
        switch visit.statement {
        case .variableDefinition(let definition):
          let value = definition.defaultValue
          return [finding(value, definition.type, definition.variableName, at: analysis.location(visit))].compactMap(
            \.self
          )
        case .functionCall(let call):
          return call.inputs.compactMap { input in
            guard case .variable(let variable) = input else { return nil }
            return finding(variable, at: analysis.location(visit, at: variable.extras.position))
          }
        default: return []
        }
      }
  }

  private static func finding(_ variable: Variable, at place: @autoclosure () -> Location) -> Finding? {
    if variable.valueByReference { return nil }
    return finding(variable.value, variable.type, variable.name, at: place())
  }

  private static func finding(
    _ value: String,
    _ type: VariableType,
    _ name: String,
    at place: @autoclosure () -> Location
  ) -> Finding? {
    if value.isEmpty { return nil }
    let expected: String
    switch type {
    // The appliance may be more lenient than Java's literals are, so that white space is no reason to complain.
    case .number where Double(value.filter { $0 != " " }) == nil: expected = "a number, such as 12 or 1.5"
    case .boolean where !["true", "false"].contains(value.lowercased()): expected = "true or false"
    default: return nil
    }
    return Finding(
      valueInvalid.rule,
      "'\(name)' is a \(type), but its value is '\(value)'; expected \(expected)",
      symbol: name,
      at: place()
    )
  }
}
