import Findings
import ModuleDescriptors

extension PackageRule {
  /// A function that nothing starts.
  static let functionUnused: PackageRule = .init(
    Rule(
      id: "function.unused",
      severity: .notice,
      title: "A function that nothing starts",
      what: "A private function is reached from no entry point and from no public function of the module.",
      why: "It is dead weight, unless Java code invokes it by its name.",
      mend: "Remove it, or call it.",
      source: "package-format.md section 4"
    )
  ) { _, analysis in
    let module = analysis.module
    let resolver = analysis.resolver
    var calls: [Int: [Int]] = [:]
    for visit in analysis.visits {
      guard case .functionCall(let call) = visit.statement, case .function(let index) = resolver.resolve(call.target)
      else { continue }
      calls[visit.function, default: []].append(index)
    }
    var queue = module.functions.indices.filter { module.functions[$0].visibility == .public }
    for point in module.entryPoints {
      if let target = point.function, case .function(let index) = resolver.resolve(target) { queue.append(index) }
    }
    var reached: Set<Int> = []
    while let next = queue.popLast() {
      if reached.insert(next).inserted { queue += calls[next] ?? [] }
    }
    return module.functions.indices.filter { !reached.contains($0) }.compactMap { index in
      let function = module.functions[index]
      return analysis.tell(
        functionUnused.rule,
        "nothing starts the function '\(function.name)'",
        symbol: function.id,
        at: ModuleAnalysis.location(function.extras.position, function: function.name)
      )
    }
  }
}
