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
    var names: [Int: (inputs: Set<String>, outputs: Set<String>)] = [:]
    return analysis.calls.flatMap { visit, call, callee in
      let function = analysis.module.functions[callee]
      let own = names[callee] ?? (Set(function.inputs.map(\.name)), Set(function.outputs.map(\.name)))
      names[callee] = own
      let sides = [
        ("input", call.inputs, function.inputs, own.inputs), ("output", call.outputs, function.outputs, own.outputs),
      ]
      return sides.flatMap { side, passed, declared, names in
        passed.filter { !names.contains($0.name) }.compactMap { parameter in
          analysis.tell(
            argumentUnknown.rule,
            "'\(function.name)' has no \(side) '\(parameter.name)'",
            symbol: parameter.name,
            at: analysis.location(visit, at: parameter.position),
            hint: declared.isEmpty
              ? "it has no \(side)s" : "its \(side)s: \(declared.lazy.map(\.name).listed())"
          )
        }
      }
    }
  }
}
