import Findings
import ModuleDescriptors

extension PackageRule {
  /// A call passes or receives what its function does not declare.
  static let argumentUnknown: PackageRule = .init(
    Rule(
      id: "function.argument.unknown",
      severity: .warning,
      title: "A call passes or receives what its function does not declare",
      what: "A call of a function of this module has an input or output whose name the function does not "
        + "declare.",
      why: "The value goes nowhere; a result never arrives.",
      mend: "Open the call in the designer, which renews its parameters, or correct the name.",
      source: "package-format.md section 3.3"
    )
  ) { _, analysis in
    analysis.visits.flatMap { visit -> [Finding] in
      guard case .functionCall(let call) = visit.statement,
        case .function(let index) = TargetResolver(module: analysis.module).resolve(call.target)
      else { return [] }
      let function = analysis.module.functions[index]
      let sides = [("input", call.inputs, function.inputs), ("output", call.outputs, function.outputs)]
      return sides.flatMap { side, passed, declared in
        passed.filter { parameter in !declared.contains { $0.name == parameter.name } }.map { parameter in
          Finding(
            argumentUnknown.rule,
            "'\(function.name)' has no \(side) '\(parameter.name)'",
            symbol: parameter.name,
            at: analysis.location(visit),
            hint: declared.map(\.name).isEmpty
              ? "it has no \(side)s" : "its \(side)s: \(declared.map(\.name).joined(separator: ", "))"
          )
        }
      }
    }
  }
}
