internal import Synchronization

/// Answers calls for a scenario's mocks, and keeps what was called.
final class CallLedger: Sendable {
  private struct State {
    var calls: [MockCall] = []
    /// How many calls each mock has answered.
    var answered: [Int]
  }

  private static let most = 100_000
  private let mocks: [ScenarioMock]
  private let state: Mutex<State>

  init(_ mocks: [ScenarioMock]) {
    self.mocks = mocks
    state = Mutex(State(answered: mocks.map { _ in 0 }))
  }

  /// The calls so far; arguments are copies.
  var calls: [MockCall] { state.withLock(\.calls) }

  /// The mocks that no call has reached.
  var unused: [ScenarioMock] {
    state.withLock { state in zip(mocks, state.answered).filter { $0.1 == 0 }.map(\.0) }
  }

  /// The table of all functions that a mock answers or an expectation counts.
  func table(counting functions: [MockedFunction]) -> MockTable {
    var table = MockTable()
    for function in mocks.map(\.function) + functions {
      table.set(domain: function.domain, id: function.id) { call in self.answer(call) }
    }
    return table
  }

  private func answer(_ call: MockCall) -> MockAnswer? {
    var copy = call
    copy.arguments = call.arguments.mapValues { $0.deepCopy() }
    return state.withLock { [copy] state in
      if state.calls.count < Self.most { state.calls.append(copy) }
      guard let index = mocks.firstIndex(where: { $0.takes(copy) }) else { return nil }
      defer { state.answered[index] += 1 }
      return mocks[index].answer(to: state.answered[index])
    }
  }
}

extension MockedFunction {
  /// Whether a call is one of this function.
  func names(_ call: MockCall) -> Bool {
    (domain.isEmpty || domain == call.domain) && (id == call.id || id == call.name)
  }
}

extension ScenarioMock {
  fileprivate func takes(_ call: MockCall) -> Bool {
    function.names(call) && (instance == nil || instance == call.instance)
      && arguments.allSatisfy { $0.value.matches(call.arguments[$0.key] ?? .null) }
  }

  /// The answer to the call of this number, from 0.
  fileprivate func answer(to number: Int) -> MockAnswer? {
    let total = answers.reduce(0) { $0 + $1.times }
    var number = number
    if number >= total {
      switch afterwards {
      case .last: return answers.last?.given
      case .again: number %= max(1, total)
      case .real: return nil
      case .fail: return .failure(.runtime("the scenario has no more answers for \(function.text)"))
      }
    }
    for answer in answers {
      if number < answer.times { return answer.given }
      number -= answer.times
    }
    return nil
  }
}

extension ScenarioMock.Answer {
  /// The answer with lists and maps of its own.
  fileprivate var given: MockAnswer? {
    if case .outputs(let outputs)? = answer { return .outputs(outputs.mapValues { $0.deepCopy() }) }
    return answer
  }
}
