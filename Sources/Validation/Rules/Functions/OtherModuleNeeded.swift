import Findings
import ModuleDescriptors

extension PackageRule {
  /// The module needs another one.
  static let otherModuleNeeded: PackageRule = .init(
    Rule(
      id: "function.module.needed",
      severity: .notice,
      title: "The module needs another one",
      what: "A call or entry point names a function of another module; told once for each function.",
      why: "That module must be installed and its function `Public`, or the call fails.",
      mend: "Tell whoever installs the module.",
      source: "package-format.md section 3.3"
    )
  ) { _, analysis in
    var seen: Set<[String]> = []
    return analysis.targets.compactMap { resolved in
      guard case .otherModule(let module, let function) = resolved.resolution, module.isModuleID,
        !resolved.isDisabled, seen.insert([module, function]).inserted
      else { return nil }
      return analysis.tell(
        otherModuleNeeded.rule,
        "'\(resolved.target.name)' is a function of the module \(module), which must be installed too",
        symbol: function,
        at: resolved.location
      )
    }
  }
}
