import Findings
import ModuleDescriptors
import XMLTrees

extension PackageRule {
  /// A variable type that was never seen.
  static let typeUnknown: PackageRule = .init(
    Rule(
      id: "variable.type.unknown",
      severity: .notice,
      title: "A variable type that was never seen",
      what: "A variable has a type that no known package uses; told once for each type.",
      why: "The set of types is open, but a mistyped one is no type at all.",
      mend: "Check the spelling.",
      source: "package-format.md section 3.4"
    )
  ) { subject, analysis in
    let module = analysis.module
    let known = VariableType.known.map(\.rawValue)
    var seen = Set(VariableType.known)
    var found: [Finding] = []
    func look(_ type: VariableType, _ name: String, _ place: @autoclosure () -> Location) {
      guard seen.insert(type).inserted else { return }
      let one = analysis.tell(
        typeUnknown.rule,
        "'\(name)' has the type '\(type)', which no known package uses",
        symbol: type.rawValue,
        at: place(),
        hint: subject.guessing.nearest(to: type.rawValue, among: known, within: 2).suggestion
      )
      if let one { found.append(one) }
    }
    for input in module.inputs {
      if let variable = input.variable { look(variable.type, input.name, ModuleAnalysis.location(input.position)) }
    }
    for function in module.functions {
      for parameter in Array(function.inputs) + Array(function.outputs) {
        guard let variable = parameter.variable else { continue }
        look(variable.type, variable.name, ModuleAnalysis.location(parameter.position, function: function.name))
      }
    }
    for visit in analysis.visits {
      if case .variableDefinition(let definition) = visit.statement {
        look(definition.type, definition.variableName, analysis.location(visit))
      }
    }
    return found
  }
}
