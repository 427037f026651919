internal import ModulePackages
internal import Yams

/// Reads steps.
struct StepReader {
  let nodes: SourceNodes
  let pbx: PBXState
  let pbxReader: PBXReader

  func step(_ node: Node) -> Scenario.Step? {
    let fields = Fields(node)
    guard let (action, text) = action(fields, node) else { return nil }
    return Scenario.Step(
      line: node.line,
      text: text,
      action: action,
      expectations: fields[StepFormat.expect].map { ExpectationReader(nodes: nodes).expectations(Fields($0)) } ?? []
    )
  }

  private func action(_ fields: Fields, _ node: Node) -> (Scenario.Action, String)? {
    typealias Format = StepFormat
    func named(_ key: FormatKey, _ action: (String?) -> Scenario.Action) -> (Scenario.Action, String)? {
      guard fields.has(key) else { return nil }
      let name = fields.text(key)
      return (action(name), ([key.name] + [name].compactMap(\.self)).joined(separator: " "))
    }
    if let name = fields.text(Format.create) {
      let plan = Scenario.InstancePlan(
        name: name,
        values: fields.values(ScenarioFormat.values),
        logLevel: fields.level(Format.setLogLevel),
        isActivated: false
      )
      return (.create(plan), "create \(name)")
    }
    if let found = named(Format.activate, { .activate($0) }) { return found }
    let values = fields.values(ScenarioFormat.values)
    if let found = named(Format.change, { .change($0, values: values) }) { return found }
    if let found = named(Format.deactivate, { .deactivate($0) }) { return found }
    if let found = named(Format.delete, { .delete($0) }) { return found }
    if fields.has(Format.systemStart) { return (.startSystem, Format.systemStart.name) }
    let keeps = fields.truth(Format.keepData) ?? false
    if let found = named(Format.reimport, { .reimport(path: $0, keepsData: keeps) }) { return found }
    if let span = fields.span(Format.advance) { return (.advance(span), "advance \(Span(milliseconds: span).text)") }
    let instance = fields.text(Format.instance)
    if let name = fields.text(Format.rpc) {
      return (.fire(.rpc(name), inputs: fields.values(Format.inputs), instance: instance), "rpc \(name)")
    }
    if let text = fields.text(Format.fire) {
      guard let event = ModuleRuntime.Event(text: text) else {
        nodes.report(
          fields[Format.fire] ?? node,
          "\"\(text)\" is no event",
          hint: "a stage such as InstanceChanged, timer:NAME, rpc:NAME or agi:NAME"
        )
        return nil
      }
      return (.fire(event, inputs: fields.values(Format.inputs), instance: instance), "fire \(text)")
    }
    if let call = fields[Format.call] { return self.call(Fields(call), call) }
    if let level = fields.level(Format.setLogLevel) {
      return (.setLogLevel(level, instance: instance), "logLevel \(level.name)")
    }
    if let event = fields[Format.event], let (happening, text) = pbxReader.event(Fields(event), event, pbx) {
      return (.event(happening), text)
    }
    return nil
  }

  // MARK: Calls

  private func call(_ fields: Fields, _ node: Node) -> (Scenario.Action, String)? {
    typealias Format = CallFormat
    let from = fields.text(Format.from) ?? ""
    let caller = pbxReader.user(orNumber: from, fields[Format.from] ?? node, pbx)
    let called: CallScript.Called
    switch (fields.text(Format.number), fields.text(Format.service)) {
    case (let number?, nil): called = .number(number)
    case (nil, let service?): called = .service(service, instance: fields.text(StepFormat.instance))
    default:
      nodes.report(node, "a call needs one of to and service")
      return nil
    }
    var script = CallScript(
      from: caller != nil
        ? .user(from) : .external(number: from, name: fields.text(Format.callerName) ?? ""),
      to: called,
      actions: (fields.elements(Format.actions) ?? []).compactMap { action(Fields($0)) }
    )
    for (target, leg) in fields.pairs(Format.legs) {
      let isPhone = pbx.users.contains { $0.phones.contains { $0.name == target } }
      if !isPhone { _ = pbxReader.user(orNumber: target, leg, pbx) }
      script.legs[target] = self.leg(Fields(leg))
    }
    if let leg = fields[Format.otherLegs] { script.otherLegs = self.leg(Fields(leg)) }
    if let stay = fields.span(Format.stays) { script.longestStay = stay }
    return (.call(script), "call from \(from)")
  }

  private func action(_ fields: Fields) -> CallScript.Action? {
    typealias Format = CallFormat
    if let keys = fields.text(Format.dtmf) { return .dtmf(keys) }
    if let span = fields.span(Format.wait) { return .wait(span) }
    if let span = fields.span(Format.speak) { return .speak(span) }
    if let file = fields.text(Format.playback) { return .awaitPlayback(file) }
    if fields.has(Format.answer) { return .awaitAnswer }
    return fields.has(Format.hangUp) ? .hangUp : nil
  }

  private func leg(_ fields: Fields) -> LegAnswer {
    typealias Format = CallFormat
    if fields.has(Format.answers) {
      return .answers(after: fields.span(Format.answers) ?? 0, talking: fields.span(Format.talks))
    }
    if fields.has(Format.busy) { return .busy }
    if fields.has(Format.rejects) { return .rejects(after: fields.span(Format.rejects) ?? 0) }
    return fields.has(Format.unreachable) ? .unreachable : .noAnswer
  }
}

extension ModuleRuntime.Event {
  /// Reads `InstanceChanged`, `timer:Poll`, `rpc:getState`, `agi:Service`; a kernel stage is named by itself.
  init?(text: String) {
    guard let colon = text.firstIndex(of: ":") else {
      self = .stage(text)
      return
    }
    let name = String(text[text.index(after: colon)...])
    switch text[..<colon] {
    case "timer": self = .timer(name)
    case "rpc": self = .rpc(name)
    case "agi": self = .service(name)
    default: return nil
    }
  }
}
