internal import Findings
internal import ModuleDescriptors
internal import ModulePackages

/// Whether the log has the lines that are expected.
extension ScenarioCourse {
  func judge(_ claim: Expectation.LogClaim, _ line: Int, _ outcome: StepOutcome) async {
    let entries = log()
    if let instance = claim.instance, await !isKnown(instance: instance, entries) {
      return fail(line, outcome.text, "there is no instance '\(instance)'", from: outcome.logStart)
    }
    if claim.count == 0, let part = claim.entryPoint, !isKnown(entryPoint: part, entries) {
      return fail(
        line,
        outcome.text,
        "no entry point has '\(part)' in its name, so that nothing was looked at",
        from: outcome.logStart
      )
    }
    let found = entries.indices.filter { $0 >= outcome.logStart && claim.fits(entries[$0]) }
    if claim.count.map({ $0 == found.count }) ?? !found.isEmpty {
      expectedErrors.formUnion(found)
      return
    }
    switch claim.count {
    case 0?:
      fail(
        line,
        outcome.text,
        "the log has a line that must not be there",
        expected: "no such line: \(claim.text)",
        actual: "\(found.count)",
        from: outcome.logStart,
        around: found.first
      )
    case let count?:
      fail(
        line,
        outcome.text,
        "the log has another number of such lines",
        expected: "\(count) x \(claim.text)",
        actual: "\(found.count)",
        from: outcome.logStart
      )
    case nil:
      let near = nearest(to: claim, in: entries, from: outcome.logStart)
      fail(
        line,
        outcome.text,
        "the log has no such line",
        expected: claim.text,
        actual: near.map { "none; \($0.why): \(headline(entries[$0.index]))" } ?? "none",
        from: outcome.logStart,
        around: near?.index
      )
    }
  }

  // MARK: What was probably meant

  /// The line that is nearest to what was looked for: in another place, before the step, or with other words.
  private func nearest(
    to claim: Expectation.LogClaim,
    in entries: [LogEntry],
    from start: Int
  ) -> (index: Int, why: String)? {
    let new = entries.indices.drop { $0 < start }
    if let index = new.last(where: { claim.message.matches(entries[$0].message) }) {
      let entry = entries[index]
      if claim.level != nil, claim.level != entry.level { return (index, "the text is there at another level") }
      if claim.instance.map({ $0 != entry.instanceName }) ?? false {
        return (index, "the text is there in the log of '\(entry.instanceName)'")
      }
      return (index, "the text is there of another entry point")
    }
    if let index = entries.indices.prefix(while: { $0 < start }).last(where: { claim.fits(entries[$0]) }) {
      return (index, "it is there before the step")
    }
    guard let wanted = claim.message.wantedText, !wanted.isEmpty else { return nil }
    // Lines far back are not what an author has in mind.
    let ranked = new.suffix(200).map { index in
      (distance: partialEditDistance(of: wanted, in: entries[index].message), index: index)
    }
    guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance <= max(2, wanted.utf8.count / 3)
    else { return nil }
    return (best.index, "the nearest is")
  }

  private func headline(_ entry: LogEntry) -> String {
    let first = entry.message.split(separator: "\n").prefix(entry.message.hasPrefix("Cause:") ? 2 : 1)
    return "\(entry.level.name) [\(entry.bracket)] \(first.joined(separator: " "))"
  }

  // MARK: Names that would make a claim hold for nothing

  private func isKnown(instance: String, _ entries: [LogEntry]) async -> Bool {
    if entries.contains(where: { $0.instanceName == instance }) || run.scenario.names(instance: instance) {
      return true
    }
    return await runtime.instances.contains { $0.name == instance } || instance == run.moduleName
  }

  /// What the runtime itself writes in the place of an entry point.
  private static let otherBrackets = ["import", "chat"]

  private func isKnown(entryPoint part: String, _ entries: [LogEntry]) -> Bool {
    let packages = [run.package] + run.others + Array(run.revisions.values)
    return packages.contains { package in
      package.descriptor?.entryPoints.contains { "on\($0.label)".contains(part) || $0.label.contains(part) } ?? false
    } || entries.contains { $0.bracket.contains(part) } || Self.otherBrackets.contains { part.hasPrefix($0) }
  }
}

extension Scenario {
  /// Whether an instance of this name is made before the first step or by one.
  fileprivate func names(instance: String) -> Bool {
    (instances ?? []).contains { $0.name == instance }
      || steps.contains { step in if case .create(let plan) = step.action { plan.name == instance } else { false } }
  }
}

extension Expectation.LogClaim {
  fileprivate func fits(_ entry: LogEntry) -> Bool {
    (level == nil || level == entry.level) && (instance == nil || instance == entry.instanceName)
      && (entryPoint.map { entry.bracket.contains($0) } ?? true) && message.matches(entry.message)
  }

  /// As a message names it.
  fileprivate var text: String {
    let what = [level?.name, entryPoint.map { "[\($0)]" }, instance.map { "of '\($0)'" }]
      .compactMap(\.self).joined(separator: " ")
    return (what.isEmpty ? "a line" : "a line \(what)") + " with \(message)"
  }
}

extension Matcher {
  /// The text that has to be there, as far as there is one.
  fileprivate var wantedText: String? {
    switch self {
    case .equal(let value): value.text
    case .contains(let part): part
    case .all(let matchers): matchers.lazy.compactMap(\.wantedText).first
    default: nil
    }
  }
}
