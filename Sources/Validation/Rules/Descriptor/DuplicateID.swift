import Findings
import ModuleDescriptors
import XMLTrees

extension PackageRule {
  /// Two objects have one id.
  static let duplicateID: PackageRule = .init(
    Rule(
      id: "descriptor.id.duplicate",
      severity: .warning,
      title: "Two objects have one id",
      what: "Two functions, module variables, resources or entry points of one kind have the same `id`.",
      why: "A reference by that id reaches only one of them.",
      mend: "Give one of them an id of its own.",
      source: "package-format.md section 4"
    )
  ) { _, analysis in
    let module = analysis.module
    let kinds: [(String, [(id: String, position: SourcePosition)])] = [
      ("function", module.functions.map { ($0.id, $0.extras.position) }),
      ("module variable", module.inputs.compactMap { input in input.id.map { ($0, input.position) } }),
      ("resource", module.resources.map { ($0.id, $0.position) }),
      ("entry point", module.entryPoints.map { ($0.id, $0.position) }),
    ]
    return kinds.flatMap { kind, objects in
      var first: [String: SourcePosition] = [:]
      return objects.compactMap { object -> Finding? in
        guard let earlier = first[object.id] else {
          first[object.id] = object.position
          return nil
        }
        return analysis.tell(
          duplicateID.rule,
          "two \(kind)s have the id '\(object.id)'; the first stands in line \(earlier.line)",
          symbol: object.id,
          at: ModuleAnalysis.location(object.position)
        )
      }
    }
  }
}
