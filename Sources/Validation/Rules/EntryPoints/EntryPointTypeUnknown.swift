import Findings
import ModuleDescriptors

extension PackageRule {
  /// An entry point of a type that is not known.
  static let entryPointTypeUnknown: PackageRule = .init(
    Rule(
      id: "entrypoint.type.unknown",
      severity: .warning,
      title: "An entry point of a type that is not known",
      what: "An `rpcEntryPoint`'s `type` or an `agiServiceEntryPoint`'s `serviceScope` is not among the known ones.",
      why: "The appliance reads nothing in its place, and nobody knows who may call the entry point.",
      mend: "Write one of the types in the hint.",
      source: "package-format.md section 3.5"
    )
  ) { _, analysis in
    analysis.module.entryPoints.compactMap { point in
      let (type, known): (String, [String])
      switch point {
      case .rpc(let rpc) where !rpc.authentication.isKnown:
        (type, known) = (rpc.authentication.rawValue, RPCAuthentication.known.map(\.rawValue))
      case .agiService(let service) where !service.scope.isKnown:
        (type, known) = (service.scope.rawValue, ServiceScope.known.map(\.rawValue))
      default: return nil
      }
      return analysis.tell(
        entryPointTypeUnknown.rule,
        "'\(point.name)' is of the type '\(type)', which is not known",
        symbol: type,
        at: ModuleAnalysis.location(point.position, function: point.label),
        hint: "known: \(known.joined(separator: ", "))"
      )
    }
  }
}
