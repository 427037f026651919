import Findings
import ModuleDescriptors

extension PackageRule {
  /// A variable names a resource of another kind.
  static let resourceKindDiffers: PackageRule = .init(
    Rule(
      id: "descriptor.resource.kind",
      severity: .warning,
      title: "A variable names a resource of another kind",
      what: "A module-level `LIST` variable holds the id of something other than a `listResource`, or a `MAP` variable "
        + "that of something other than a `mapResource`.",
      why: "The variable has no value of its type.",
      mend: "Name a resource of the variable's kind, or change the variable's type.",
      source: "package-format.md section 3.6"
    )
  ) { _, analysis in
    let resources = Dictionary(analysis.module.resources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return analysis.module.inputs.compactMap { input in
      guard let variable = input.variable, !variable.valueByReference, let resource = resources[variable.value] else {
        return nil
      }
      switch (variable.type, resource) {
      case (.list, .list), (.map, .map), (_, .unknown): return nil
      case (.list, _), (.map, _):
        return analysis.tell(
          resourceKindDiffers.rule,
          "the \(variable.type) variable '\(variable.name)' names a <\(resource.elementName)>",
          symbol: variable.name,
          at: ModuleAnalysis.location(input.position)
        )
      default: return nil
      }
    }
  }
}
