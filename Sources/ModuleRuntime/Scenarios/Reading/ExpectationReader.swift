internal import ModulePackages
internal import Yams

/// Reads what must hold after a step or at the end.
struct ExpectationReader {
  let nodes: SourceNodes

  func expectations(_ fields: Fields) -> [Expectation] {
    var found: [Expectation] = []
    func add(_ line: Int, _ claim: Expectation.Claim?) {
      if let claim { found.append(Expectation(line: line, claim: claim)) }
    }
    func line(_ key: FormatKey) -> Int { fields[key]?.line ?? fields.line }
    for (name, node) in fields.pairs(ExpectationFormat.out) { add(node.line, .output(name, Fields.matcher(node))) }
    if let node = fields[ExpectationFormat.fails] {
      add(node.line, .failure(Fields.matcher(node, plainTextIs: .part)))
    }
    if let node = fields[ExpectationFormat.refused] {
      add(node.line, .refusal(Fields.matcher(node, plainTextIs: .part)))
    }
    for claim in phoneClaims(fields) { add(claim.line, .call(claim.claim)) }
    for node in fields.elements(ExpectationFormat.log) ?? [] { add(node.line, .log(logClaim(node))) }
    for node in fields.elements(ExpectationFormat.calls) ?? [] { add(node.line, callClaim(node).map { .calls($0) }) }
    if let effects = fields.elements(ExpectationFormat.effects) {
      if effects.isEmpty { add(line(ExpectationFormat.effects), .noEffects) }
      for node in effects { add(node.line, effectClaim(Fields(node)).map { .effects($0) }) }
    }
    for (instance, node) in fields.pairs(ExpectationFormat.values) {
      for (variable, value) in node.mapping.map(Array.init) ?? [] {
        let name = variable.scalar?.string ?? ""
        add(value.line, .value(instance: instance, variable: name, Fields.matcher(value)))
      }
    }
    for (instance, node) in fields.pairs(ExpectationFormat.instances) {
      add(node.line, .life(instance: instance, node.scalar?.string ?? ""))
    }
    if let span = fields.span(ExpectationFormat.clock) { add(line(ExpectationFormat.clock), .clock(span)) }
    if let span = fields.span(ExpectationFormat.took) { add(line(ExpectationFormat.took), .took(span)) }
    if let list = fields.matcherList(ExpectationFormat.leftovers, plainTextIs: .part) {
      add(line(ExpectationFormat.leftovers), .leftovers(list))
    }
    if let node = fields[ExpectationFormat.pbx] {
      for claim in PBXClaimReader().claims(Fields(node)) { add(claim.line, .pbx(claim.claim)) }
    }
    if let path = fields.text(ExpectationFormat.snapshot) {
      let node = fields[ExpectationFormat.snapshot]
      if path.contains("/") || path.hasPrefix("."), let node {
        nodes.report(node, "a snapshot is a file beside the scenario", hint: "a name without folders: whole.log")
      }
      add(line(ExpectationFormat.snapshot), .snapshot(path))
    }
    return found
  }

  private func logClaim(_ node: Node) -> Expectation.LogClaim {
    if let text = node.scalar?.string { return Expectation.LogClaim(message: .contains(text)) }
    let fields = Fields(node)
    var claim = Expectation.LogClaim(
      message: .contains(""),
      count: fields.number(ExpectationFormat.count),
      entryPoint: fields.text(ExpectationFormat.entryPoint),
      instance: fields.text(ExpectationFormat.instance)
    )
    if let message = fields[ExpectationFormat.absent] {
      claim.message = Fields.matcher(message, plainTextIs: .part)
      claim.count = 0
      claim.level = fields.level(ExpectationFormat.level)
      return claim
    }
    for key in ExpectationFormat.levels + [ExpectationFormat.any] {
      guard let message = fields[key] else { continue }
      claim.message = Fields.matcher(message, plainTextIs: .part)
      claim.level = LogLevel(name: key.name)
    }
    return claim
  }

  private func callClaim(_ node: Node) -> Expectation.CallClaim? {
    let fields = Fields(node)
    guard let function = nodes.function(fields, node, ExpectationFormat.function, ExpectationFormat.method) else {
      return nil
    }
    return Expectation.CallClaim(
      function: function,
      arguments: fields.matchers(ExpectationFormat.arguments),
      count: fields.number(ExpectationFormat.count),
      times: fields.spans(ExpectationFormat.times),
      instance: fields.text(ExpectationFormat.instance)
    )
  }

  private func effectClaim(_ fields: Fields) -> Expectation.EffectClaim? {
    guard let kind = fields.text(ExpectationFormat.kind).flatMap({ HostEffectKind(rawValue: $0) }) else { return nil }
    return Expectation.EffectClaim(
      kind: kind,
      result: fields.text(ExpectationFormat.result),
      arguments: fields.matchers(ExpectationFormat.arguments),
      count: fields.number(ExpectationFormat.count),
      times: fields.spans(ExpectationFormat.times),
      instance: fields.text(ExpectationFormat.instance)
    )
  }

  private func phoneClaims(_ fields: Fields) -> [(line: Int, claim: Expectation.PhoneClaim)] {
    typealias Format = CallExpectationFormat
    var claims: [(line: Int, claim: Expectation.PhoneClaim)] = []
    func add(_ key: FormatKey, _ claim: Expectation.PhoneClaim?) {
      if let claim, let node = fields[key] { claims.append((node.line, claim)) }
    }
    add(Format.answered, fields.truth(Format.answered).map { .answered($0) })
    add(Format.ending, fields.text(Format.ending).flatMap { CallOutcome.Ending(rawValue: $0) }.map { .ending($0) })
    add(Format.lasted, fields.span(Format.lasted).map { .lasted($0) })
    add(Format.played, fields.matcherList(Format.played).map { .played($0) })
    add(Format.digits, fields[Format.digits].map { .digits(Fields.matcher($0)) })
    for (target, node) in fields.pairs(Format.dialled) {
      guard let result = CallOutcome.Dial.Result(rawValue: node.scalar?.string ?? "") else { continue }
      claims.append((node.line, .dialled(target, result)))
    }
    add(Format.bridges, fields.matcherList(Format.bridges).map { .bridges($0) })
    add(Format.listensTo, fields.matcherList(Format.listensTo).map { .listensTo($0) })
    add(Format.conferences, fields.matcherList(Format.conferences).map { .conferences($0) })
    add(Format.timeline, fields.matcherList(Format.timeline, plainTextIs: .part).map { .timeline($0) })
    return claims
  }
}

/// Reads what is expected of the telephone system.
struct PBXClaimReader {
  func claims(_ fields: Fields) -> [(line: Int, claim: Expectation.PBXClaim)] {
    var claims: [(line: Int, claim: Expectation.PBXClaim)] = []
    for (login, node) in fields.pairs(PBXFormat.expectedUsers) {
      let user = Fields(node)
      for key in [PBXFormat.dnd, PBXFormat.presence, PBXFormat.presenceMessage, PBXFormat.callWaiting] {
        guard let value = user[key] else { continue }
        claims.append((value.line, .user(login, property: key.name, Fields.matcher(value))))
      }
      if let list = user.matcherList(PBXFormat.expectedRedirects) {
        claims.append((node.line, .userRedirects(login, list)))
      }
    }
    for (name, node) in fields.pairs(PBXFormat.expectedGroups) {
      let group = Fields(node)
      if let list = group.matcherList(PBXFormat.expectedMembers) {
        claims.append((node.line, .groupMembers(name, list)))
      }
      if let list = group.matcherList(PBXFormat.expectedLoggedOn) {
        claims.append((node.line, .groupLoggedOn(name, list)))
      }
      if let list = group.matcherList(PBXFormat.expectedRedirects) {
        claims.append((node.line, .groupRedirects(name, list)))
      }
    }
    for key in [PBXFormat.expectedCalls, PBXFormat.actions] {
      guard let list = fields.matcherList(key, plainTextIs: .part), let node = fields[key] else { continue }
      claims.append((node.line, key.name == PBXFormat.actions.name ? .actions(list) : .calls(list)))
    }
    return claims
  }
}
