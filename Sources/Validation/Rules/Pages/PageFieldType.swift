import Findings
import ModuleDescriptors

extension PackageRule {
  /// A field stores another type than its variable has.
  static let pageFieldType: PackageRule = .init(
    Rule(
      id: "page.field.type",
      severity: .warning,
      title: "A field stores another type than its variable has",
      what: "A field of a configuration page stores values that its variable's type cannot hold, such as a checkbox "
        + "bound to a `LIST`.",
      why: "A value that cannot be converted becomes null: what is entered is lost.",
      mend: "Bind the field to a variable of its type.",
      source: "package-format.md sections 3.7 and 5"
    )
  ) { _, analysis in
    let types = Dictionary(
      analysis.module.inputs.compactMap { input in input.id.map { ($0, input.variable?.type) } },
      uniquingKeysWith: { first, _ in first }
    )
    return analysis.module.tabs.flatMap { tab in
      tab.fields.compactMap { field -> Finding? in
        guard let known = field.descriptor, let stored = known.kind.storedType,
          let type = types[known.variableID] ?? nil, type.isKnown, !type.holds(stored)
        else { return nil }
        return analysis.tell(
          pageFieldType.rule,
          "the \(known.kind.elementName) '\(known.name)' on the page '\(tab.name)' stores a \(stored), "
            + "but its variable is a \(type)",
          symbol: known.variableID,
          at: ModuleAnalysis.location(field.position, function: tab.name)
        )
      }
    }
  }
}

extension VariableType {
  /// Whether a variable of this type can hold a value of that one, if need be as its text.
  fileprivate func holds(_ stored: VariableType) -> Bool {
    let texts: Set<VariableType> = [.string, .number, .boolean]
    return self == stored || self == .object || self == .string && stored != .list && stored != .map
      || texts.contains(self) && stored == .string
      // Users, groups and accounts are numbers (package-format.md section 5).
      || self == .number && (stored == .starfaceUser || stored == .starfaceGroup)
  }
}
