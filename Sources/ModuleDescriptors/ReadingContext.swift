internal import Findings
internal import XMLTrees

/// What a reader carries from the root to the leaves: the way it came, and what it found wrong.
final class ReadingContext {
  /// Defects in the order of reading.
  private(set) var defects: [DescriptorDefect] = []
  private var counts: [RuleID: Int] = [:]
  private static let mostOfOneRule = 100
  private var function: String?
  private var statements: [String] = []

  /// Reads a function: what is found inside is found in it.
  func inside<Value>(function id: String, _ read: () -> Value) -> Value {
    let outer = function
    function = id
    defer { function = outer }
    return read()
  }

  /// Reads a statement: what is found inside is found below it.
  func inside<Value>(statement: String, _ read: () -> Value) -> Value {
    statements.append(statement)
    defer { statements.removeLast() }
    return read()
  }

  /// Notes a defect of `element`.
  func note(
    _ rule: Rule,
    _ message: @autoclosure () -> String,
    of element: XMLElement,
    at position: SourcePosition? = nil
  ) {
    // A file of nothing but defects costs no more than the first of each kind.
    counts[rule.id, default: 0] += 1
    let count = counts[rule.id] ?? 0
    guard count <= Self.mostOfOneRule else { return }
    defects.append(
      DescriptorDefect(
        rule: rule,
        message: count < Self.mostOfOneRule ? message() : message() + "; more of this kind are not told",
        element: element.name,
        position: position ?? element.position,
        function: function,
        statement: statements.isEmpty ? nil : statements.joined(separator: " > ")
      )
    )
  }
}
