import Findings
import ModuleDescriptors

extension PackageRule {
  /// An RPC entry point has no name.
  static let rpcUnnamed: PackageRule = .init(
    Rule(
      id: "entrypoint.rpc.unnamed",
      severity: .warning,
      title: "An RPC entry point has no name",
      what: "An `rpcEntryPoint`'s name is empty.",
      why: "A caller names the entry point `<instance>.<name>`; this one cannot be reached.",
      mend: "Give it a name to call it by.",
      source: "package-format.md section 3.5"
    )
  ) { _, analysis in
    analysis.module.entryPoints.compactMap { point in
      guard case .rpc(let rpc) = point, rpc.name.isEmpty else { return nil }
      return analysis.tell(
        rpcUnnamed.rule,
        "this RPC entry point has no name to call it by",
        symbol: rpc.id,
        at: ModuleAnalysis.location(point.position)
      )
    }
  }
}
