import ModuleDescriptors
import XMLTrees

/// Statements as lines that read like code: `Append2(first: name, second: "!") -> text`.
///
/// References by id are shown by the names that people gave; long literals are cut.
struct StatementText {
  private let names: [String: String]

  /// Knows the variables of a module and of one of its functions by id.
  init(module: ModuleDescriptor, function: Function) {
    var names: [String: String] = [:]
    for parameter in [module.inputs, module.outputs, function.inputs, function.outputs].joined() {
      if let id = parameter.id { names[id] = parameter.name }
    }
    for statement in Self.flattened(function.statements) {
      if case .variableDefinition(let definition) = statement { names[definition.id] = definition.variableName }
    }
    self.names = names
  }

  /// All statements, outer before inner.
  static func flattened(_ statements: DescriptorList<Statement>) -> [Statement] {
    var found: [Statement] = []
    var pending = Array(statements.reversed())
    while let statement = pending.popLast() {
      found.append(statement)
      pending += statement.statements.reversed()
    }
    return found
  }

  /// A statement without those inside it.
  func line(_ statement: Statement) -> String {
    switch statement {
    case .functionCall(let call): return call.target.name + arguments(call.inputs) + results(call.outputs)
    case .if(let block): return "if " + (block.condition.map(text) ?? "?")
    case .else: return "else"
    case .switch(let block): return "switch " + (block.input("condition").map(text) ?? "?")
    case .case(let block): return "case " + (block.input("condition").map(text) ?? "?")
    case .forEachInList(let block): return "for each in " + (block.input("list").map(text) ?? "?")
    case .forEachInMap(let block): return "for each in map " + (block.input("map").map(text) ?? "?")
    case .variableDefinition(let definition):
      let initial = definition.defaultValue.isEmpty ? "" : " = " + literal(definition.defaultValue, definition.type)
      return "var \(definition.variableName): \(definition.type)\(initial)"
    case .assignment(let assignment):
      let target = assignment.target.map { names[$0.value] ?? $0.value } ?? "?"
      return "\(target) = \(assignment.value.map(text) ?? "?")"
    case .return: return "return"
    case .exit: return "exit"
    case .comment(let comment): return "// " + cut(comment.comment)
    case .unknown(let unknown): return "<\(unknown.element.name)>"
    }
  }

  private func arguments(_ inputs: DescriptorList<Parameter>) -> String {
    let given = inputs.compactMap { parameter -> String? in
      guard let value = value(of: parameter) else { return nil }
      return "\(parameter.name): \(value)"
    }
    return "(" + given.joined(separator: ", ") + ")"
  }

  private func results(_ outputs: DescriptorList<Parameter>) -> String {
    let receivers = outputs.compactMap { parameter -> String? in
      guard let value = parameter.variable?.value, !value.isEmpty else { return nil }
      return names[value] ?? value
    }
    return receivers.isEmpty ? "" : " -> " + receivers.joined(separator: ", ")
  }

  private func value(of parameter: Parameter) -> String? {
    switch parameter {
    case .variable(let variable): return variable.value.isEmpty ? nil : text(variable)
    case .multipleValue(let multiple):
      let items = multiple.values.map { $0.byReference ? names[$0.value] ?? $0.value : literal($0.value, .string) }
      return "[" + items.joined(separator: ", ") + "]"
    case .expressed(let expressed): return expressed.expression.map(text)
    case .unknown(let element): return "<\(element.name)>"
    }
  }

  private func text(_ variable: Variable) -> String {
    variable.valueByReference ? names[variable.value] ?? variable.value : literal(variable.value, variable.type)
  }

  private func text(_ expression: Expression) -> String {
    switch expression {
    case .test(let test):
      let operands = test.operands.map(text)
      guard operands.count == 2, let sign = Self.signs[test.kind] else {
        let word = Self.words[test.kind] ?? test.kind.rawValue
        return operands.isEmpty ? word : "\(word) \(operands.joined(separator: ", "))"
      }
      return "\(operands[0]) \(sign) \(operands[1])"
    case .nested(let nested):
      let joint = nested.joint == .and ? " and " : nested.joint == .or ? " or " : " \(nested.joint) "
      return nested.expressions.map { expression in
        if case .nested = expression { return "(\(text(expression)))" }
        return text(expression)
      }.joined(separator: joint)
    }
  }

  private static let signs: [ExpressionKind: String] = [
    .equal: "==", .notEqual: "!=", .greater: ">", .greaterEqual: ">=", .less: "<", .lessEqual: "<=",
  ]
  private static let words: [ExpressionKind: String] = [
    .isTrue: "true", .isNotTrue: "not true", .isEmpty: "empty", .isNotEmpty: "not empty",
  ]

  private func literal(_ value: String, _ type: VariableType) -> String {
    type == .number || type == .boolean ? cut(value) : "\"\(cut(value))\""
  }

  private func cut(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 48 ? line : line.prefix(45) + "..."
  }
}
