/// How long a call has run, without the time in which it waited for the runtime.
struct CallClock {
  private let started = ContinuousClock.now
  private var waited: Duration = .zero
  /// The question that waits now: one at a time stops the clock, for a call has one thread of its own.
  private var question: (number: Int64, since: ContinuousClock.Instant)?

  /// The call asks the runtime something.
  mutating func asks(_ number: Int64) {
    if question == nil { question = (number, .now) }
  }

  /// It got its answer.
  mutating func hears(_ number: Int64) {
    guard let question, question.number == number else { return }
    waited += ContinuousClock.now - question.since
    self.question = nil
  }

  /// What is left of a limit. Questions without end are no way to live for ever: of answered ones no more counts than
  /// nine times the limit.
  func left(of limit: Duration) -> Duration {
    var pause = min(waited, limit * 9)
    if let question { pause += ContinuousClock.now - question.since }
    return limit - (ContinuousClock.now - started - pause)
  }
}
