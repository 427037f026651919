/// A built-in function with an effect on the host, as the policy treats it.
struct HostEffect: Sendable {
  let kind: HostEffectKind
  let key: BuiltInRegistry.Key
  let inputs: [BuiltInParameter]
  let outputs: [BuiltInParameter]

  /// Refuses, records, or performs a call that no mock answered.
  func run(_ call: BuiltInCall, perform: BuiltInFunction.WaitingBody?) throws -> BuiltInOutcome {
    guard let journal = call.context.services.find(HostEffectJournal.self) else {
      throw JavaException.runtime("\(key.text) needs a runtime around it")
    }
    switch journal.policy[kind] {
    case .refused:
      return try refuse(call, journal, "effects of kind '\(kind.rawValue)' are refused here")
    case .recorded:
      journal.add(record(call, .recorded), .recorded)
      return .done(outputs.map(Self.recordedValue))
    case .allowed:
      guard let perform else { return try refuse(call, journal, "it cannot be done for real here") }
      do {
        return try journal.note(record(call, .recorded), named: outputs.map(\.name), perform(call))
      } catch let refusal as LoopbackURL.Refusal {
        return try refuse(call, journal, refusal.reason)
      } catch let exception as JavaException {
        journal.add(record(call, .failed(exception)), .emulated)
        throw exception
      }
    }
  }

  /// Fails by name; in lenient mode it warns and the outputs keep their defaults.
  private func refuse(_ call: BuiltInCall, _ journal: HostEffectJournal, _ reason: String) throws -> BuiltInOutcome {
    journal.add(record(call, .refused(reason)), .refused)
    let message = "built-in function \(key.text) was not run: \(reason)"
    guard !journal.isStrict else {
      throw JavaException.runtime(
        "\(message); answer it by a mock, or let the scenario record or allow '\(kind.rawValue)'"
      )
    }
    call.context.log(.warn, "\(message): its outputs keep their defaults")
    return .done([])
  }

  private func record(_ call: BuiltInCall, _ result: RecordedEffect.Result) -> RecordedEffect {
    var arguments: [String: Value] = [:]
    for (input, value) in zip(inputs, call.arguments) where !value.isNull { arguments[input.name] = value.deepCopy() }
    return RecordedEffect(
      kind: kind,
      function: key.text,
      arguments: arguments,
      instance: call.context.instanceName,
      time: call.context.now,
      result: result
    )
  }

  /// What a module reads after an effect that was only recorded: it went well, and gave nothing.
  private static func recordedValue(_ output: BuiltInParameter) -> Value {
    if case .boolean = output.type, ["success", "successful", "successfull", "result"].contains(output.name) {
      return .boolean(true)
    }
    return output.type.initialValue
  }
}
