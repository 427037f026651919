/// Whether what is expected holds.
extension ScenarioCourse {
  func judge(_ expectations: [Expectation], _ outcome: StepOutcome, line: Int) async {
    if let refusal = outcome.refusal, !expectations.contains(where: \.isRefusal) {
      fail(line, outcome.text, "the step was refused: \(refusal)", from: outcome.logStart)
    }
    if !outcome.failures.isEmpty, expectations.contains(where: \.isFailure) {
      for (index, entry) in log().enumerated() where index >= outcome.logStart && entry.level == .error {
        expectedErrors.insert(index)
      }
    }
    for expectation in expectations { await judge(expectation, outcome) }
  }

  private func judge(_ expectation: Expectation, _ outcome: StepOutcome) async {
    let line = expectation.line
    func compare(_ what: String, _ matcher: Matcher, _ value: Value) {
      if matcher.matches(value) { return }
      fail(
        line,
        outcome.text,
        "\(what) differs",
        expected: matcher.description,
        actual: value.shown,
        from: outcome.logStart
      )
    }
    func compare(_ what: String, _ expected: String, _ actual: String) {
      if expected == actual { return }
      fail(line, outcome.text, "\(what) differs", expected: expected, actual: actual, from: outcome.logStart)
    }
    switch expectation.claim {
    case .output(let name, let matcher):
      guard outcome.ran else { return fail(line, outcome.text, "no entry point ran", from: outcome.logStart) }
      guard let value = outcome.outputs[name] else {
        let names = outcome.outputs.keys.sorted().joined(separator: ", ")
        return fail(
          line,
          outcome.text,
          "there is no output '\(name)'",
          actual: names.isEmpty ? "no outputs" : names,
          from: outcome.logStart
        )
      }
      compare("output '\(name)'", matcher, value)
    case .failure(let matcher):
      let texts = outcome.failures.map(\.exception.text)
      if texts.contains(where: { matcher.matches($0) }) { return }
      fail(
        line,
        outcome.text,
        "the run did not fail so",
        expected: "a failure: \(matcher)",
        actual: texts.isEmpty ? "no failure" : texts.joined(separator: "; "),
        from: outcome.logStart
      )
    case .refusal(let matcher):
      if let refusal = outcome.refusal, matcher.matches(refusal) { return }
      fail(
        line,
        outcome.text,
        "the step was not refused so",
        expected: "a refusal: \(matcher)",
        actual: outcome.refusal ?? "no refusal",
        from: outcome.logStart
      )
    case .log(let claim): await judge(claim, line, outcome)
    case .calls(let claim): judge(claim, line, outcome)
    case .effects(let claim): await judge(claim, line, outcome)
    case .noEffects: await judgeNoEffects(line, outcome)
    case .value(let instance, let variable, let matcher):
      guard let view = await runtime.instances.first(where: { $0.name == instance }) else {
        return fail(line, outcome.text, "there is no instance '\(instance)'", from: outcome.logStart)
      }
      guard let value = view.values[variable] else {
        return fail(line, outcome.text, "'\(instance)' has no variable '\(variable)'", from: outcome.logStart)
      }
      compare("variable '\(variable)' of '\(instance)'", matcher, value)
    case .life(let instance, let expected):
      let view = await runtime.instances.first { $0.name == instance }
      let actual = view.map { $0.isRunning ? "active" : $0.isActive ? "created" : "inactive" } ?? "gone"
      compare("instance '\(instance)'", expected, actual)
    case .clock(let span):
      let passed = await runtime.now - start
      compare("the clock", Span(milliseconds: span).text, Span(milliseconds: passed).text)
    case .took(let span):
      let passed = await runtime.now - outcome.beganAt
      compare("the step's time", Span(milliseconds: span).text, Span(milliseconds: passed).text)
    case .leftovers(let matchers):
      let texts = leftovers.map { "\($0.kind) '\($0.name)' started at \($0.startedAt)" }
      compareLists("what the re-import left behind", matchers, texts, line, outcome)
    case .snapshot(let name): judge(snapshot: name, line, outcome)
    case .call(let claim): judge(claim, line, outcome)
    case .pbx(let claim): await judge(claim, line, outcome)
    }
  }

  // MARK: Snapshots

  private func judge(snapshot name: String, _ line: Int, _ outcome: StepOutcome) {
    let text = log().map { $0.text(zone: zone) + "\n" }.joined()
    let kept = run.snapshot(name)
    if kept == text { return }
    result.staleSnapshots.append(ScenarioResult.Snapshot(name: name, text: text))
    guard let kept else {
      return fail(line, nil, "there is no snapshot \(name); `sfm test --update` writes it", from: Int.max)
    }
    let expected = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = text.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(expected, actual).prefix { $0 == $1 }.count
    fail(
      line,
      nil,
      "the log differs from \(name), first in line \(same + 1)",
      expected: same < expected.count ? String(expected[same]) : "the end",
      actual: same < actual.count ? String(actual[same]) : "the end",
      from: Int.max
    )
    let first = max(0, same - 3)
    result.failures[result.failures.count - 1].log = actual[first..<min(actual.count, same + 4)].map(String.init)
  }

  // MARK: Lists

  func compareLists(_ what: String, _ matchers: [Matcher], _ texts: [String], _ line: Int, _ outcome: StepOutcome) {
    if matchers.count == texts.count, zip(matchers, texts).allSatisfy({ $0.matches($1) }) { return }
    fail(
      line,
      outcome.text,
      "\(what) differs",
      expected: matchers.shown,
      actual: texts.isEmpty ? "nothing" : texts.joined(separator: "\n"),
      from: outcome.logStart
    )
  }

  /// All of the matchers' texts have to be there, in their order, whatever else is.
  func compareInOrder(_ what: String, _ matchers: [Matcher], _ texts: [String], _ line: Int, _ outcome: StepOutcome) {
    var rest = texts[...]
    for matcher in matchers {
      guard let found = rest.firstIndex(where: { matcher.matches($0) }) else {
        return fail(
          line,
          outcome.text,
          "\(what) has no such entry in this order",
          expected: matchers.shown,
          actual: texts.isEmpty ? "nothing" : texts.joined(separator: "\n"),
          from: outcome.logStart
        )
      }
      rest = rest[(found + 1)...]
    }
  }
}

extension [Matcher] {
  fileprivate var shown: String { isEmpty ? "nothing" : map(\.description).joined(separator: "\n") }
}

extension Expectation {
  var isRefusal: Bool { if case .refusal = claim { true } else { false } }
  var isFailure: Bool { if case .failure = claim { true } else { false } }
}
