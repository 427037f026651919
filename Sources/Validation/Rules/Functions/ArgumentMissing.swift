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
    var declared: [Int: [String: Int]] = [:]
    return analysis.calls.compactMap { visit, call, callee in
      let function = analysis.module.functions[callee]
      let inputs = declared[callee] ?? Dictionary(function.inputs.map { ($0.name, 1) }, uniquingKeysWith: +)
      declared[callee] = inputs
      // Counted by what is passed: a function of thousands of inputs may be called thousands of times.
      let passed = Set(call.inputs.map(\.name))
      let missing = function.inputs.count - passed.reduce(0) { $0 + inputs[$1, default: 0] }
      guard missing > 0 else { return nil }
      func list() -> String {
        let names = function.inputs.lazy.map(\.name).filter { !passed.contains($0) }.prefix(20).map { "'\($0)'" }
        return names.joined(separator: ", ") + (missing > names.count ? " and \(missing - names.count) more" : "")
      }
      return analysis.tell(
        argumentMissing.rule,
        "the call of '\(function.name)' does not pass \(list())",
        symbol: function.id,
        at: analysis.location(visit)
      )
    }
  }
}
