/// Whether functions were called, and effects happened, as expected.
extension ScenarioCourse {
  /// What a call and an effect have in common.
  private struct Happening {
    var time: Int64
    var name: String
    var instance: String
    var arguments: [String: Value]
  }

  /// What is expected of them.
  private struct Wanted {
    var name: String
    var arguments: [String: Matcher]
    var count: Int?
    var times: [Int64]?
    var instance: String?

    func takes(_ happening: Happening) -> Bool {
      (instance == nil || instance == happening.instance)
        && arguments.allSatisfy { $0.value.matches(happening.arguments[$0.key] ?? .null) }
    }
  }

  func judge(_ claim: Expectation.CallClaim, _ line: Int, _ outcome: StepOutcome) {
    let function = run.named(claim.function)
    let calls = ledger.calls
    let all = calls[min(outcome.callStart, calls.count)...].filter { function.names($0) }.map { call in
      Happening(time: call.time, name: claim.function.text, instance: call.instance, arguments: call.arguments)
    }
    let wanted = Wanted(
      name: claim.function.text,
      arguments: claim.arguments,
      count: claim.count,
      times: claim.times,
      instance: claim.instance
    )
    judge(wanted, among: all, "\(claim.function.text) was not called so", none: "no call", line, outcome)
  }

  func judge(_ claim: Expectation.EffectClaim, _ line: Int, _ outcome: StepOutcome) async {
    let all = await effects(since: outcome).filter { effect in
      effect.kind == claim.kind && (claim.result == nil || claim.result == effect.result.word)
    }
    let wanted = Wanted(
      name: [claim.kind.rawValue, claim.result].compactMap(\.self).joined(separator: " "),
      arguments: claim.arguments,
      count: claim.count,
      times: claim.times,
      instance: claim.instance
    )
    let happenings = all.map(Self.happening)
    judge(wanted, among: happenings, "no such effect happened so", none: "no such effect", line, outcome)
  }

  func judgeNoEffects(_ line: Int, _ outcome: StepOutcome) async {
    let all = await effects(since: outcome)
    if all.isEmpty { return }
    fail(
      line,
      outcome.text,
      "there were effects on the world around the appliance",
      expected: "none",
      actual: text(all.map(Self.happening)),
      from: outcome.logStart
    )
  }

  private func effects(since outcome: StepOutcome) async -> ArraySlice<RecordedEffect> {
    let effects = await runtime.recordedEffects
    return effects[min(outcome.effectStart, effects.count)...]
  }

  private static func happening(_ effect: RecordedEffect) -> Happening {
    Happening(
      time: effect.time,
      name: "\(effect.kind.rawValue) \(effect.result.word): \(effect.function)",
      instance: effect.instance,
      arguments: effect.arguments
    )
  }

  private func judge(
    _ wanted: Wanted,
    among all: [Happening],
    _ message: String,
    none: String,
    _ line: Int,
    _ outcome: StepOutcome
  ) {
    let fitting = all.filter(wanted.takes)
    let times = fitting.map { $0.time - start }
    let isEnough = wanted.count.map { $0 == fitting.count } ?? (wanted.times != nil || !fitting.isEmpty)
    if isEnough, wanted.times.map({ $0 == times }) ?? true { return }
    let arguments = wanted.arguments.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    let number = wanted.count.map { "\($0) x " } ?? ""
    let owner = wanted.instance.map { " of '\($0)'" } ?? ""
    let places = wanted.times.map { " at " + $0.map { Span(milliseconds: $0).text }.joined(separator: ", ") } ?? ""
    fail(
      line,
      outcome.text,
      message,
      expected: "\(number)\(wanted.name)(\(arguments.joined(separator: ", ")))\(owner)\(places)",
      actual: all.isEmpty ? none : text(all),
      from: outcome.logStart
    )
  }

  /// The last ten, a line each.
  private func text(_ happenings: [Happening]) -> String {
    let lines = happenings.suffix(10).map { happening in
      let arguments = happening.arguments.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.shown)" }
      let time = Span(milliseconds: happening.time - start).text
      return "at \(time): \(happening.name)(\(arguments.joined(separator: ", ")))"
    }
    let more = happenings.count > 10 ? ["\(happenings.count - 10) before them"] : []
    return (more + lines).joined(separator: "\n")
  }
}
