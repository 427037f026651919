/// The host effects of a runtime: the policy, and what was asked for.
final class HostEffectJournal {
  let policy: HostEffectPolicy
  let isStrict: Bool
  private(set) var effects: [RecordedEffect] = []
  private let coverage: CoverageCounters

  init(_ configuration: RuntimeConfiguration, _ coverage: CoverageCounters) {
    policy = configuration.hostEffects
    isStrict = configuration.isStrict
    self.coverage = coverage
  }

  /// Records an effect and counts how it was answered.
  func add(_ effect: RecordedEffect, _ answer: Coverage.Answer) {
    effects.append(effect)
    let id = effect.function.split(separator: ".").last.map(String.init) ?? effect.function
    let domain = String(effect.function.dropLast(id.count + 1))
    coverage.count(coverage.counter(domain: domain, id: id, name: id), answer)
  }

  /// Records what a mock answered; the interpreter counts it.
  func add(_ kind: HostEffectKind, _ call: MockCall, _ answer: MockAnswer) {
    let result: RecordedEffect.Result =
      switch answer {
      case .outputs(let outputs): .mocked(outputs.mapValues { $0.deepCopy() })
      case .failure(let exception): .failed(exception)
      }
    effects.append(
      RecordedEffect(
        kind: kind,
        function: "\(call.domain).\(call.id)",
        arguments: call.arguments.filter { !$0.value.isNull }.mapValues { $0.deepCopy() },
        instance: call.instance,
        time: call.time,
        result: result
      )
    )
  }

  /// Records an effect that happens for real, now or when the server has answered.
  func note(_ effect: RecordedEffect, named names: [String], _ outcome: BuiltInOutcome) -> BuiltInOutcome {
    switch outcome {
    case .request(let request, let finish):
      return .request(request) { context, answer throws(JavaException) in
        let journal = context.services.find(HostEffectJournal.self)
        var done = effect
        do throws(JavaException) {
          let values = try finish(context, answer)
          done.result = .performed(Self.outputs(names, values))
          journal?.add(done, .emulated)
          return values
        } catch {
          done.result = .failed(error)
          journal?.add(done, .emulated)
          throw error
        }
      }
    case .done(let values):
      var done = effect
      done.result = .performed(Self.outputs(names, values))
      add(done, .emulated)
      return outcome
    case .later, .wait:
      add(effect, .emulated)
      return outcome
    }
  }

  private static func outputs(_ names: [String], _ values: [Value]) -> [String: Value] {
    Dictionary(zip(names, values).map { ($0, $1.deepCopy()) }, uniquingKeysWith: { a, _ in a })
  }
}
