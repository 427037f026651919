import Findings
import ModuleDescriptors
import ModulePackages

extension PackageRule {
  /// An RPC entry point starts a Java function.
  static let rpcJavaTarget: PackageRule = .init(
    Rule(
      id: "entrypoint.rpc.java",
      severity: .warning,
      title: "An RPC entry point starts a Java function",
      what: "An `rpcEntryPoint` targets a Java function directly.",
      why: "The Java function silently gets no parameters.",
      mend: "Target a designer function that calls the Java function.",
      source: "package-format.md section 3.5"
    )
  ) { subject, analysis in
    let resolver = analysis.resolver
    let java = Set(subject.package.javaFunctions.map(\.function.id))
    return analysis.module.entryPoints.compactMap { point in
      guard case .rpc(let rpc) = point, case .function(let index) = resolver.resolve(rpc.function),
        java.contains(analysis.module.functions[index].id)
      else { return nil }
      return analysis.tell(
        rpcJavaTarget.rule,
        "'\(rpc.name)' starts the Java function '\(analysis.module.functions[index].name)', which gets no parameters",
        symbol: rpc.name,
        at: ModuleAnalysis.location(point.position, function: point.label)
      )
    }
  }
}
