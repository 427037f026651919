import Findings
import ModuleDescriptors

extension PackageRule {
  /// Two RPC entry points have one name.
  static let rpcNameRepeated: PackageRule = .init(
    Rule(
      id: "entrypoint.rpc.repeated",
      severity: .warning,
      title: "Two RPC entry points have one name",
      what: "Two `rpcEntryPoint`s have the same name.",
      why: "A caller names the entry point `<instance>.<name>`; only one of the two is reached.",
      mend: "Rename one of them.",
      source: "package-format.md section 3.5"
    )
  ) { _, analysis in
    var seen: Set<String> = []
    return analysis.module.entryPoints.compactMap { point in
      guard case .rpc(let rpc) = point, !seen.insert(rpc.name).inserted else { return nil }
      return analysis.tell(
        rpcNameRepeated.rule,
        "a second RPC entry point is named '\(rpc.name)'",
        symbol: rpc.name,
        at: ModuleAnalysis.location(point.position, function: point.label)
      )
    }
  }
}
