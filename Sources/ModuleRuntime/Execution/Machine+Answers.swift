/// What comes back from a call: answers from outside, mocks and failures.
extension Machine {
  /// Goes on after a wait: the outputs of the call that was made, in declared order.
  mutating func deliver(_ values: [Value]) {
    guard let (site, frame) = pendingSite else { return }
    store(values, site, frame.program, frame.base, frame.variables)
    frames[frames.count - 1].pc += 1
  }

  /// Goes on after a Java function or a mock: outputs by name; those that are not named keep the receiver's value.
  mutating func deliver(named values: [String: Value]) {
    storeNamed(values)
    frames[frames.count - 1].pc += 1
  }

  private mutating func storeNamed(_ values: [String: Value]) {
    guard let (site, frame) = pendingSite else { return }
    for output in site.outputs {
      guard let value = values[output.name] ?? values[output.id] else { continue }
      write(convert(value, to: output.kind), to: output.receiver, frame.program, frame.base, frame.variables)
    }
  }

  /// Ends the run at the call that is being made.
  func fail(_ exception: JavaException) -> Failure {
    failure(exception, in: pendingSite?.site)
  }

  private var pendingSite: (site: Program.CallSite, frame: Frame)? {
    guard let frame = frames.last, case .call(let index) = frame.program.code[frame.pc] else { return nil }
    return (frame.program.callSites[Int(index)], frame)
  }

  // MARK: Mocks

  func mocked(
    _ site: Program.CallSite,
    _ domain: String,
    _ names: [String],
    effect: HostEffectKind? = nil
  ) -> MockAnswer? {
    guard let frame = frames.last, context.mocks.knows(domain: domain, id: site.targetID) else { return nil }
    var arguments: [String: Value] = [:]
    for argument in site.arguments where argument.value != .unset {
      let name =
        argument.parameter >= 0 && argument.parameter < names.count
        ? names[argument.parameter] : argument.name
      arguments[name] = read(argument.value, frame.program, frame.base, frame.variables)
    }
    let call = MockCall(
      domain: domain,
      id: site.targetID,
      name: site.targetName,
      arguments: arguments,
      instance: context.instanceName,
      time: context.now
    )
    let answer = context.mocks.answer(call)
    if let effect, let answer { context.services.find(HostEffectJournal.self)?.add(effect, call, answer) }
    return answer
  }

  mutating func settle(_ answer: MockAnswer, _ site: Program.CallSite, _ counter: Int) -> Stop? {
    context.coverage.count(counter, .mocked)
    switch answer {
    case .outputs(let values):
      storeNamed(values)
      return nil
    case .failure(let exception):
      return .failed(failure(exception, in: site))
    }
  }

  // MARK: Failures

  /// A failure at the current statement; `site` names the function that was being called.
  func failure(_ exception: JavaException, in site: Program.CallSite? = nil) -> Failure {
    var lines: [String] = []
    if let site { lines.append("\(site.targetID)(\(site.targetName))") }
    for (position, frame) in frames.enumerated().reversed() {
      if frame.program.statementOf.indices.contains(frame.pc), frame.program.statementOf[frame.pc] >= 0 {
        let statement = frame.program.statements[Int(frame.program.statementOf[frame.pc])]
        lines.append("\(statement.id)(\(statement.name))")
      }
      // The entry point's own function is not part of the stack, as on the appliance.
      if position > 0 {
        let function = frame.program.functions[frame.function]
        lines.append("\(function.id)(\(function.name))")
      }
    }
    return Failure(
      exception: exception,
      callStack: lines,
      designerDepth: frames.count,
      isInJava: site != nil
    )
  }
}
