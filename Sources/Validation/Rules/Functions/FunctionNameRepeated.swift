import Findings
import ModuleDescriptors
import XMLTrees

extension PackageRule {
  /// Two functions have one name.
  static let functionNameRepeated: PackageRule = .init(
    Rule(
      id: "function.name.duplicate",
      severity: .notice,
      title: "Two functions have one name",
      what: "Two functions of the module have the same name.",
      why: "Calls go by id and reach the right one, but people and the module log cannot tell them apart.",
      mend: "Rename one of them.",
      source: "package-format.md section 4"
    )
  ) { _, analysis in
    var lines: [String: Int] = [:]
    return analysis.module.functions.compactMap { function in
      guard let earlier = lines.updateValue(function.extras.position.line, forKey: function.name) else { return nil }
      return analysis.tell(
        functionNameRepeated.rule,
        "two functions are named '\(function.name)'; the other one stands in line \(earlier)",
        symbol: function.name,
        at: ModuleAnalysis.location(function.extras.position, function: function.name)
      )
    }
  }
}
