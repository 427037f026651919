import Findings
import ModuleDescriptors

extension PackageRule {
  /// A call leaves an input out.
  static let argumentMissing: PackageRule = .init(
    Rule(
      id: "function.argument.missing",
      severity: .notice,
      title: "A call leaves an input out",
      what: "A call of a function of this module lacks an input that the function declares.",
      why: "The function gets the input's default, which is null for most.",
      mend: "Open the call in the designer, which renews its parameters.",
      source: "package-format.md section 3.3"
    )
  ) { _, analysis in
    analysis.calls.compactMap { visit, call, function in
      let missing = function.inputs.filter { input in !call.inputs.contains { $0.name == input.name } }.map(\.name)
      guard !missing.isEmpty else { return nil }
      return Finding(
        argumentMissing.rule,
        "the call of '\(function.name)' does not pass \(missing.map { "'\($0)'" }.joined(separator: ", "))",
        symbol: function.id,
        at: analysis.location(visit)
      )
    }
  }
}
