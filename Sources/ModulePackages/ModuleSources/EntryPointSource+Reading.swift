import ModuleDescriptors
import Yams

extension EntryPointSource {
  static let stages = LifeCycleStage.known.map(\.rawValue)
  static let kernelStages = CallStage.known.map(\.rawValue)

  /// Each kind of entry point by its first key, with the keys that may follow.
  private static let forms: [(key: String, rest: [String])] = [
    ("stage", ["name"]), ("timer", ["every", "period", "start", "variable"]), ("rpc", ["access"]), ("service", []),
    ("kernel", ["name"]),
  ]

  /// `{stage: InstanceCreated, call: f}` and its like.
  static func read(_ node: Node, _ nodes: SourceNodes) -> EntryPointSource {
    let place = nodes.place(of: node)
    let pairs = nodes.pairs(node, "an entry point")
    guard let form = forms.first(where: { form in pairs.contains { $0.key == form.key } }) else {
      let written = pairs.first { $0.key != "call" }?.key ?? ""
      nodes.report(
        node,
        "an entry point must say what fires it",
        hint: nodes.nearest(written, forms.map(\.key))
      )
      return EntryPointSource(kind: .service, name: "", function: "", line: place)
    }
    let keys = nodes.fields(node, "the entry point \"\(form.key)\"", [form.key, "call"] + form.rest)
    let head = keys[form.key] ?? Node("")
    let written = nodes.text(head, form.key)
    if keys["call"] == nil { nodes.report(node, "the entry point \"\(form.key)\" lacks \"call\"") }
    let kind: Kind
    switch form.key {
    case "stage": kind = .stage(nodes.word(head, "stage", of: stages))
    case "kernel": kind = .kernel(nodes.word(head, "kernel", of: kernelStages))
    case "rpc":
      let access = keys["access"].map { nodes.word($0, "access", of: ["auth", "noauth"]) } ?? "auth"
      kind = .rpc(authenticated: access != "noauth")
    case "service": kind = .service
    default: kind = .timer(readTimer(keys, node, nodes), variable: keys["variable"].map { nodes.text($0, "variable") })
    }
    let name = keys["name"].map { nodes.text($0, "name") } ?? written
    nodes.checkName(head, "entry point", name)
    return EntryPointSource(
      kind: kind,
      name: name,
      function: keys["call"].map { nodes.text($0, "call") } ?? "",
      line: place
    )
  }

  private static func readTimer(_ keys: [String: Node], _ node: Node, _ nodes: SourceNodes) -> TimerSource {
    let period = keys["period"].map { nodes.word($0, "period", of: TimerSource.periods) } ?? "Once"
    if keys["period"] == nil, keys["variable"] == nil {
      nodes.report(node, "a timer lacks \"period\" or \"variable\"")
    }
    return TimerSource(
      every: keys["every"].map { nodes.integer($0, "every") } ?? (period == "Once" ? 0 : 1),
      period: period,
      start: keys["start"].map { nodes.time($0, "start") } ?? 0
    )
  }
}
