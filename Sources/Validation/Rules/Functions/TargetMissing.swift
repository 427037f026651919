import Findings
import ModuleDescriptors

extension PackageRule {
  /// A call of a function that is not there.
  static let targetMissing: PackageRule = .init(
    Rule(
      id: "function.target.missing",
      severity: .error,
      title: "A call of a function that is not there",
      what: "A call or an entry point names a function of this module that the descriptor does not "
        + "declare, or names none at all.",
      why: "The appliance refuses the import, or the call fails when it is reached.",
      mend: "Correct the target, or add the function.",
      source: "package-format.md sections 3.3 and 4"
    )
  ) { _, analysis in
    analysis.targets.compactMap { resolved in
      switch resolved.resolution {
      case .missing(let nearest):
        return analysis.tell(
          targetMissing.rule,
          "the function '\(resolved.target.name)' (id '\(resolved.target.id)') is not in this module",
          symbol: resolved.target.id,
          at: resolved.location,
          hint: nearest.suggestion
        )
      case .incomplete:
        return analysis.tell(
          targetMissing.rule,
          "the target names no function: targetDomainId and targetId must not be empty",
          symbol: resolved.target.name,
          at: resolved.location
        )
      case .function, .otherModule, .builtIn: return nil
      }
    }
  }
}
