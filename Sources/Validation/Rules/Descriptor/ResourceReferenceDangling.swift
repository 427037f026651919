import Findings
import ModuleDescriptors
import XMLTrees

extension PackageRule {
  /// A variable names a resource that does not exist.
  static let resourceReferenceDangling: PackageRule = .init(
    Rule(
      id: "descriptor.resource.dangling",
      severity: .error,
      title: "A variable names a resource that does not exist",
      what: "A module-level `LIST` or `MAP` variable holds the id of a list or map resource, and the "
        + "module has none of that id.",
      why: "The appliance finds no value for the variable; the import fails or the list stays empty.",
      mend: "Add the resource, or empty the variable.",
      source: "package-format.md section 3.6"
    )
  ) { _, analysis in
    let resources = Set(analysis.module.resources.map(\.id))
    return analysis.module.inputs.compactMap { input in
      guard let variable = input.variable, variable.type == .list || variable.type == .map, !variable.valueByReference,
        !variable.value.isEmpty, !resources.contains(variable.value)
      else { return nil }
      return analysis.tell(
        resourceReferenceDangling.rule,
        "the variable '\(variable.name)' names the resource '\(variable.value)', which the module does not have",
        symbol: variable.value,
        at: ModuleAnalysis.location(input.position)
      )
    }
  }
}
