/// What became of telephone calls, and what the telephone system is now.
extension ScenarioCourse {
  func judge(_ claim: Expectation.PhoneClaim, _ line: Int, _ outcome: StepOutcome) {
    guard let call = outcome.call else { return fail(line, outcome.text, "no call was placed", from: outcome.logStart) }
    func compare(_ what: String, _ expected: String, _ actual: String) {
      if expected == actual { return }
      let timeline = call.timeline.map(timelineText).joined(separator: "\n")
      fail(
        line,
        outcome.text,
        "\(what) differs",
        expected: expected,
        actual: "\(actual)\n\(timeline)",
        from: outcome.logStart
      )
    }
    switch claim {
    case .answered(let expected): compare("whether it was answered", "\(expected)", "\(call.isAnswered)")
    case .ending(let expected): compare("the call's end", expected.rawValue, call.ending.rawValue)
    case .lasted(let span):
      compare("the call's length", Span(milliseconds: span).text, Span(milliseconds: call.duration).text)
    case .played(let list): compareLists("what was played", list, call.playedFiles, line, outcome)
    case .digits(let matcher):
      if !matcher.matches(call.digits) { compare("the digits", matcher.description, "'\(call.digits)'") }
    case .dialled(let target, let expected):
      let results = call.dials.filter { $0.target == target }.map(\.result.rawValue)
      if results.contains(expected.rawValue) { return }
      let all = call.dials.map { "\($0.target): \($0.result.rawValue)" }
      compare("the dial of \(target)", expected.rawValue, all.isEmpty ? "no dial" : all.joined(separator: ", "))
    case .bridges(let list): compareLists("to whom it was connected", list, call.bridges, line, outcome)
    case .listensTo(let list): compareLists("to whom the caller listened in", list, call.listenedTo, line, outcome)
    case .conferences(let list): compareLists("the conferences", list, call.conferences, line, outcome)
    case .timeline(let list):
      compareInOrder(
        "the call's timeline",
        list,
        call.timeline.map { "\($0.kind.rawValue) \($0.detail)" },
        line,
        outcome
      )
    }
  }

  private func timelineText(_ event: CallOutcome.Event) -> String {
    "  \(Span(milliseconds: event.time - start).text) \(event.kind.rawValue) \(event.detail)"
  }

  func judge(_ claim: Expectation.PBXClaim, _ line: Int, _ outcome: StepOutcome) async {
    let state = await runtime.pbx
    func logins(_ members: [PBXGroup.Member]) -> [String] {
      members.map { state.user($0.userID)?.login ?? String($0.userID) }
    }
    func redirects(_ redirects: [PBXRedirect]) -> [String] {
      redirects.filter(\.isEnabled).map { "\($0.trigger.rawValue) \($0.destination?.text ?? "")" }
    }
    func user(_ login: String) -> PBXUser? {
      if let user = state.user(login: login) { return user }
      fail(line, outcome.text, "there is no user '\(login)'", from: outcome.logStart)
      return nil
    }
    func group(_ name: String) -> PBXGroup? {
      if let group = state.groups.first(where: { $0.name == name }) { return group }
      fail(line, outcome.text, "there is no group '\(name)'", from: outcome.logStart)
      return nil
    }
    switch claim {
    case .user(let login, let property, let matcher):
      guard let user = user(login) else { return }
      let value: Value =
        switch property {
        case PBXFormat.dnd.name: .boolean(user.isOnDND)
        case PBXFormat.callWaiting.name: .boolean(user.hasCallWaiting)
        case PBXFormat.presence.name: .string(user.presence.rawValue)
        default: .string(user.presenceMessage)
        }
      if matcher.matches(value) { return }
      fail(
        line,
        outcome.text,
        "\(property) of user '\(login)' differs",
        expected: matcher.description,
        actual: value.shown,
        from: outcome.logStart
      )
    case .userRedirects(let login, let list):
      guard let user = user(login) else { return }
      compareLists("the redirects of '\(login)'", list, redirects(user.redirects), line, outcome)
    case .groupMembers(let name, let list):
      guard let group = group(name) else { return }
      compareLists("the members of '\(name)'", list, logins(group.members), line, outcome)
    case .groupLoggedOn(let name, let list):
      guard let group = group(name) else { return }
      compareLists("who is logged into '\(name)'", list, logins(group.members.filter(\.isLoggedOn)), line, outcome)
    case .groupRedirects(let name, let list):
      guard let group = group(name) else { return }
      compareLists("the redirects of '\(name)'", list, redirects(group.redirects), line, outcome)
    case .calls(let list):
      func party(_ party: PBXCall.Party) -> String { party.userID.flatMap { state.user($0)?.login } ?? party.number }
      let texts = state.calls.map { "\(party($0.caller)) -> \(party($0.callee)) \($0.phase.rawValue)" }
      compareLists("the calls that run", list, texts, line, outcome)
    case .actions(let list):
      let actions = await runtime.pbxActions
      let texts = actions[min(outcome.actionStart, actions.count)...].map { "\($0.function): \($0.effect)" }
      compareInOrder("what modules did", list, texts, line, outcome)
    }
  }
}
