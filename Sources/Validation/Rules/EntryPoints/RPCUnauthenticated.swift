import Findings
import ModuleDescriptors

extension PackageRule {
  /// An RPC entry point that anybody may call.
  static let rpcUnauthenticated: PackageRule = .init(
    Rule(
      id: "entrypoint.rpc.noauth",
      severity: .warning,
      title: "An RPC entry point that anybody may call",
      what: "An `rpcEntryPoint` is of type `XMLRPC_noauth`.",
      why: "Whoever reaches the appliance over the network runs this code without a login.",
      mend: "Use `XMLRPC_auth`; if it must be open, suppress this finding with the reason.",
      source: "package-format.md section 4"
    )
  ) { _, analysis in
    analysis.module.entryPoints.compactMap { point in
      guard case .rpc(let rpc) = point, rpc.authentication == .none else { return nil }
      return analysis.tell(
        rpcUnauthenticated.rule,
        "'\(rpc.name)' can be called without a login",
        symbol: rpc.name,
        at: ModuleAnalysis.location(point.position, function: point.label)
      )
    }
  }
}
