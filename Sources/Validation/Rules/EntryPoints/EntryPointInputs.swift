import Findings
import ModuleDescriptors

extension PackageRule {
  /// An entry point's function has input variables.
  static let entryPointInputs: PackageRule = .init(
    Rule(
      id: "entrypoint.inputs.present",
      severity: .warning,
      title: "An entry point's function has input variables",
      what: "A lifecycle, timer or call entry point starts a function that has input variables.",
      why: "Nobody passes anything: the inputs have their defaults, always.",
      mend: "Start a function without inputs that calls this one.",
      source: "package-format.md section 3.5"
    )
  ) { _, analysis in
    let resolver = analysis.resolver
    return analysis.module.entryPoints.compactMap { point in
      if case .rpc = point { return nil }
      guard let target = point.function, case .function(let index) = resolver.resolve(target),
        !analysis.module.functions[index].inputs.isEmpty
      else { return nil }
      let function = analysis.module.functions[index]
      return analysis.tell(
        entryPointInputs.rule,
        "'\(function.name)' has inputs (\(function.inputs.lazy.map(\.name).listed())), "
          + "which an entry point never sets",
        symbol: function.id,
        at: ModuleAnalysis.location(point.position, function: point.label)
      )
    }
  }
}
