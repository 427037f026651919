import ModuleDescriptors
import Yams

extension VariableSource {
  /// The variable types of real packages; the set is open, so that another in capitals is taken as it is.
  static let types = VariableType.known.map(\.rawValue)

  /// `NAME: TYPE`, or `NAME: {type: TYPE, value: …}`.
  static func read(_ field: SourceNodes.Field, _ nodes: SourceNodes) -> VariableSource {
    var variable = VariableSource(
      name: field.key,
      id: nil,
      type: "STRING",
      description: "",
      value: .text(""),
      line: nodes.place(of: field.keyNode)
    )
    nodes.checkName(field.keyNode, "variable", field.key)
    guard case .mapping = field.value else {
      variable.type = readType(field.value, nodes)
      return variable
    }
    let keys = nodes.fields(field.value, "variable \(field.key)", ["type", "value", "file", "id", "description"])
    if let type = keys["type"] {
      variable.type = readType(type, nodes)
    } else {
      nodes.report(field.keyNode, "variable \(field.key) lacks \"type\"")
    }
    variable.id = keys["id"].map { nodes.text($0, "id") }
    variable.description = keys["description"].map { nodes.text($0, "description") } ?? ""
    if let value = keys["value"] { variable.value = readValue(value, type: variable.type, nodes) }
    if let file = keys["file"] { variable.value = .file(nodes.text(file, "file")) }
    return variable
  }

  /// A type's name; a small typing error is a problem, not a new type.
  static func readType(_ node: Node, _ nodes: SourceNodes) -> String {
    let written = nodes.text(node, "type")
    if types.contains(written) { return written }
    let isWord = !written.isEmpty && written.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 == 0x5F }
    let hint = nodes.nearest(written.uppercased(), types)
    if !isWord || hint.hasPrefix("did") { nodes.report(node, "there is no type \"\(written)\"", hint: hint) }
    return written
  }

  private static func readValue(_ node: Node, type: String, _ nodes: SourceNodes) -> DefaultValue {
    switch type {
    case "LIST": return .list(nodes.elements(node, "the value of a LIST").map { nodes.text($0, "an element") })
    case "MAP":
      return .map(
        nodes.pairs(node, "the value of a MAP").map { Entry(key: $0.key, value: nodes.text($0.value, "a value")) }
      )
    case "TIMER_SETTINGS": return .timer(TimerSource.read(node, nodes))
    default: return .text(nodes.text(node, "the value"))
    }
  }
}

extension TimerSource {
  static let periods = TimerPeriod.known.map(\.rawValue)

  /// `{every: 5, period: Minute, start: 0}`.
  static func read(_ node: Node, _ nodes: SourceNodes) -> TimerSource {
    let keys = nodes.fields(node, "a timer", ["every", "period", "start"])
    if keys["period"] == nil { nodes.report(node, "a timer lacks \"period\"", hint: nodes.nearest("", periods)) }
    let period = keys["period"].map { nodes.word($0, "period", of: periods) } ?? "Once"
    return TimerSource(
      every: keys["every"].map { nodes.integer($0, "every") } ?? (period == "Once" ? 0 : 1),
      period: period,
      start: keys["start"].map { nodes.time($0, "start") } ?? 0
    )
  }
}

extension SourceNodes {
  /// Names must be printable and not empty: they stand in ids, references and logs.
  func checkName(_ node: Node, _ what: String, _ name: String) {
    if name.isEmpty || name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      report(node, "the name of a \(what) must not be empty or hold control characters")
    } else if name.first == "$" {
      report(node, "the name of a \(what) must not begin with $", hint: "$ marks a reference to it")
    }
  }
}
