import Yams

extension FunctionSource {
  /// `name: {in: …, out: …, do: …}`.
  static func read(_ field: SourceNodes.Field, _ nodes: SourceNodes) -> FunctionSource {
    nodes.checkName(field.keyNode, "function", field.key)
    let keys = nodes.fields(
      field.value,
      "function \(field.key)",
      ["description", "visibility", "disabled", "id", "in", "out", "do"]
    )
    return FunctionSource(
      name: field.key,
      id: keys["id"].map { nodes.text($0, "id") },
      description: keys["description"].map { nodes.text($0, "description") } ?? "",
      isPublic: keys["visibility"].map { nodes.word($0, "visibility", of: ["Private", "Public"]) } == "Public",
      disabled: keys["disabled"].map { nodes.truth($0, "disabled") } ?? false,
      inputs: keys["in"].map { nodes.pairs($0, "in").map { VariableSource.read($0, nodes) } } ?? [],
      outputs: keys["out"].map { nodes.pairs($0, "out").map { VariableSource.read($0, nodes) } } ?? [],
      statements: keys["do"].map { StatementSource.readAll($0, nodes) } ?? [],
      line: nodes.place(of: field.keyNode)
    )
  }
}

extension StatementSource {
  /// Each kind of statement by its first key, with the keys that may follow.
  private static let forms: [(key: String, rest: [String])] = [
    ("call", ["in", "out"]), ("log", ["level"]), ("var", ["type", "value"]), ("set", ["to"]),
    ("if", ["then", "else"]), ("switch", ["cases"]), ("forEach", ["do"]), ("forEachEntry", ["do"]),
    ("comment", []), ("return", []), ("exit", []),
  ]

  /// The statements of a block.
  static func readAll(_ node: Node, _ nodes: SourceNodes) -> [StatementSource] {
    nodes.elements(node, "a block of statements").compactMap { read($0, nodes) }
  }

  private static func read(_ node: Node, _ nodes: SourceNodes) -> StatementSource? {
    let place = nodes.place(of: node)
    if case .scalar(let scalar) = node {
      let kind: Kind
      switch scalar.string {
      case "return": kind = .leave
      case "exit": kind = .exit
      default:
        nodes.report(node, "\"\(scalar.string)\" is no statement", hint: nodes.nearest(scalar.string, forms.map(\.key)))
        return nil
      }
      return StatementSource(kind: kind, description: "", disabled: false, line: place)
    }
    let pairs = nodes.pairs(node, "a statement")
    guard let form = forms.first(where: { form in pairs.contains { $0.key == form.key } }) else {
      let written = pairs.first?.key ?? ""
      nodes.report(node, "\"\(written)\" is no statement", hint: nodes.nearest(written, forms.map(\.key)))
      return nil
    }
    let keys = nodes.fields(
      node,
      "the statement \"\(form.key)\"",
      [form.key] + form.rest + ["disabled", "description"]
    )
    guard let head = keys[form.key], let kind = readKind(form.key, head, keys, node, nodes) else { return nil }
    return StatementSource(
      kind: kind,
      description: keys["description"].map { nodes.text($0, "description") } ?? "",
      disabled: keys["disabled"].map { nodes.truth($0, "disabled") } ?? false,
      line: place
    )
  }

  private static func readKind(
    _ form: String,
    _ head: Node,
    _ keys: [String: Node],
    _ node: Node,
    _ nodes: SourceNodes
  ) -> Kind? {
    func block(_ key: String) -> [StatementSource] { keys[key].map { readAll($0, nodes) } ?? [] }
    func need(_ key: String) -> Node {
      if let found = keys[key] { return found }
      nodes.report(node, "the statement \"\(form)\" lacks \"\(key)\"")
      return Node("")
    }
    switch form {
    case "call": return readCall(head, keys, nodes)
    case "log": return readLog(head, keys, nodes)
    case "var":
      let name = nodes.text(head, "var")
      nodes.checkName(head, "variable", name)
      return .variable(
        name: name,
        type: VariableSource.readType(need("type"), nodes),
        value: keys["value"].map { nodes.text($0, "value") } ?? ""
      )
    case "set":
      return .assign(target: readReceiver("", head, nodes), value: ValueSource.read(need("to"), nodes))
    case "if":
      return .branch(ConditionSource.read(head, nodes), then: readAll(need("then"), nodes), otherwise: block("else"))
    case "switch":
      let cases = nodes.pairs(need("cases"), "cases").map {
        Case(text: $0.key, statements: readAll($0.value, nodes), line: nodes.place(of: $0.keyNode))
      }
      return .choose(ValueSource.read(head, nodes), cases: cases)
    case "forEach": return .eachInList(ValueSource.read(head, nodes), readAll(need("do"), nodes))
    case "forEachEntry": return .eachInMap(ValueSource.read(head, nodes), readAll(need("do"), nodes))
    case "comment": return .comment(nodes.text(head, "comment"))
    case "return": return .leave
    default: return .exit
    }
  }

  private static func readCall(_ head: Node, _ keys: [String: Node], _ nodes: SourceNodes) -> Kind {
    let inputs = keys["in"].map { nodes.pairs($0, "in") } ?? []
    let outputs = keys["out"].map { nodes.pairs($0, "out") } ?? []
    return .call(
      target: nodes.text(head, "call"),
      inputs: inputs.map {
        Argument(name: $0.key, value: ValueSource.read($0.value, nodes), line: nodes.place(of: $0.keyNode))
      },
      outputs: outputs.map { readReceiver($0.key, $0.value, nodes) }
    )
  }

  /// `log: text` or `log: [text, $variable]` with `level`, short for a call of the built-in `starface.system/Log2`.
  private static func readLog(_ head: Node, _ keys: [String: Node], _ nodes: SourceNodes) -> Kind {
    let levels = ["ERROR", "WARN", "INFO", "DEBUG", "TRACE"]
    let level = keys["level"].map { nodes.word($0, "level", of: levels) } ?? "INFO"
    let place = nodes.place(of: head)
    let message = ValueSource.read(head, nodes)
    let parts: ValueSource = if case .list = message { message } else { .list([message]) }
    return .call(
      target: "starface.system/Log2",
      inputs: [
        Argument(name: "logLevel", value: .literal(level), line: place),
        Argument(name: "messages", value: parts, line: place),
      ],
      outputs: []
    )
  }

  /// The name of a variable that takes a value, with or without `$`.
  private static func readReceiver(_ name: String, _ node: Node, _ nodes: SourceNodes) -> Receiver {
    let written = nodes.text(node, "the receiving variable")
    let variable = written.hasPrefix("$") ? String(written.dropFirst()) : written
    nodes.checkName(node, "variable", variable)
    return Receiver(name: name, variable: variable, line: nodes.place(of: node))
  }
}

extension ValueSource {
  /// A literal; `$name`, a reference; `$$text`, the literal `$text`; or a list of those.
  static func read(_ node: Node, _ nodes: SourceNodes) -> ValueSource {
    if case .sequence = node { return .list(nodes.elements(node, "a list of values").map { read($0, nodes) }) }
    let text = nodes.text(node, "a value")
    guard text.hasPrefix("$") else { return .literal(text) }
    let rest = String(text.dropFirst())
    if rest.hasPrefix("$") { return .literal(rest) }
    if rest.isEmpty { nodes.report(node, "a variable's name must follow $", hint: "$$ stands for the character $") }
    return .reference(rest, nodes.place(of: node))
  }
}

extension ConditionSource {
  private static let forms = ["isTrue", "isNotTrue", "isNotEmpty", "equal", "and", "or"]

  /// `$flag`, `{isTrue: $flag}`, `{equal: [a, b]}`, `{and: [condition, …]}` and their like.
  static func read(_ node: Node, _ nodes: SourceNodes) -> ConditionSource {
    if case .scalar = node { return .isTrue(ValueSource.read(node, nodes)) }
    let pairs = nodes.pairs(node, "a condition")
    guard pairs.count == 1, let pair = pairs.first, forms.contains(pair.key) else {
      let written = pairs.first { !forms.contains($0.key) }?.key ?? ""
      // Other comparisons may exist on the platform, but no package shows how they are written.
      nodes.report(
        node,
        "\"\(written)\" is no condition",
        hint: nodes.nearest(written, forms) + "; for the contrary use else"
      )
      return .isTrue(.literal(""))
    }
    func both(_ make: (ValueSource, ValueSource) -> ConditionSource) -> ConditionSource {
      let operands = nodes.elements(pair.value, pair.key).map { ValueSource.read($0, nodes) }
      guard operands.count == 2 else {
        nodes.report(pair.value, "\(pair.key) compares two values", hint: "\(pair.key): [$a, b]")
        return .isTrue(.literal(""))
      }
      return make(operands[0], operands[1])
    }
    switch pair.key {
    case "isTrue": return .isTrue(ValueSource.read(pair.value, nodes))
    case "isNotTrue": return .isNotTrue(ValueSource.read(pair.value, nodes))
    case "isNotEmpty": return .isNotEmpty(ValueSource.read(pair.value, nodes))
    case "equal": return both { .equal($0, $1) }
    case "and": return .and(nodes.elements(pair.value, "and").map { read($0, nodes) })
    default: return .or(nodes.elements(pair.value, "or").map { read($0, nodes) })
    }
  }
}
