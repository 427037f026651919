/// One attempt to reach someone: one side or several at once, the first that answers wins.
///
/// What a side does is known from the start (scripts say so), and so are winner and end; only a caller who hangs up
/// can change it.
struct Dial {
  /// One side.
  struct Leg {
    /// In the timeline: login, number, phone.
    var name: String
    /// Who it is in a call.
    var party: PBXCall.Party
    /// What it does.
    var answer: LegAnswer
  }

  let legs: [Leg]
  let begin: Int64
  /// When it is decided.
  let end: Int64
  /// The side that answers.
  let winner: Leg?

  init(_ legs: [Leg], timeout: Int64, now: Int64) {
    self.legs = legs
    begin = now
    let limit = now + timeout
    var first: (time: Int64, leg: Leg)?
    var lastRefusal = now
    for leg in legs {
      switch leg.answer {
      case .answers(let after, _):
        let time = now + max(0, after)
        if time <= limit, time < first?.time ?? .max { first = (time, leg) }
        lastRefusal = limit
      case .rejects(let after): lastRefusal = max(lastRefusal, min(limit, now + max(0, after)))
      case .noAnswer: lastRefusal = limit
      case .busy, .unreachable: break
      }
    }
    winner = first?.leg
    end = first?.time ?? lastRefusal
  }

  /// How it ends as a whole.
  var result: CallOutcome.Dial.Result {
    if winner != nil { return .answered }
    let results = legs.map { result(of: $0, at: end) }
    return [.noAnswer, .busy, .rejected].first(where: results.contains) ?? .unreachable
  }

  /// How a side ended when the attempt ends at `time`.
  func result(of leg: Leg, at time: Int64) -> CallOutcome.Dial.Result {
    switch leg.answer {
    case .answers:
      return leg.name == winner?.name && time >= end ? .answered : winner != nil || time < end ? .cancelled : .noAnswer
    case .busy: return .busy
    case .rejects(let after): return begin + after <= time ? .rejected : .cancelled
    case .noAnswer: return winner != nil || time < end ? .cancelled : .noAnswer
    case .unreachable: return .unreachable
    }
  }

  /// How long the winner talks; nil for as long as the caller likes.
  var talkTime: Int64? { if case .answers(_, let talking)? = winner?.answer { talking } else { nil } }
}
