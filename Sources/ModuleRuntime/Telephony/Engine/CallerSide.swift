/// The caller of a script: what comes next and when. Times are the runtime's.
struct CallerSide {
  /// What a caller does at a moment.
  enum Deed: Equatable {
    case key(Character)
    case speaks(until: Int64)
    case hangsUp(CallOutcome.Ending)
  }

  private enum Step {
    case wait(Int64)
    case answer
    case playback(String)
    case speak(Int64)
    case key(Character)
    case hangUp
  }

  private var steps: ArraySlice<Step>
  /// The moment from which the next step counts.
  private var cursor: Int64
  private let end: Int64
  private var answerTime: Int64?
  /// Files that began to play and that no step has waited for yet.
  private var playbacks: [(time: Int64, name: String)] = []

  init(_ script: CallScript, start: Int64) {
    cursor = start
    end = start + script.longestStay
    var steps: [Step] = []
    for action in script.actions {
      switch action {
      case .wait(let time): steps.append(.wait(max(0, time)))
      case .awaitAnswer: steps.append(.answer)
      case .awaitPlayback(let name): steps.append(.playback(name))
      case .speak(let time): steps.append(.speak(max(0, time)))
      case .dtmf(let keys):
        for (index, key) in keys.enumerated() {
          if index > 0 { steps.append(.wait(script.keyInterval)) }
          steps.append(.key(key))
        }
      case .hangUp: steps.append(.hangUp)
      }
    }
    self.steps = steps[...]
  }

  /// The call was answered.
  mutating func hearAnswer(at time: Int64) { answerTime = answerTime ?? time }

  /// A file began to play.
  mutating func hearPlayback(_ name: String, at time: Int64) { playbacks.append((time, name)) }

  /// When the caller does something next. A caller who waits for what does not come hangs up in the end.
  mutating func nextTime() -> Int64 {
    while let step = steps.first {
      switch step {
      case .wait(let time): cursor += time
      case .answer:
        guard let answerTime else { return end }
        cursor = max(cursor, answerTime)
      case .playback(let name):
        guard let index = playbacks.firstIndex(where: { $0.time >= cursor && $0.name.contains(name) }) else {
          return end
        }
        cursor = playbacks[index].time
        playbacks.removeFirst(index + 1)
      case .speak, .key, .hangUp: return cursor
      }
      steps.removeFirst()
    }
    return end
  }

  /// What the caller does by `now`, if anything; ask again until nothing is left.
  mutating func next(by now: Int64) -> (time: Int64, deed: Deed)? {
    let time = nextTime()
    guard time <= now else { return nil }
    switch steps.first {
    case .key(let key):
      steps.removeFirst()
      return (time, .key(key))
    case .speak(let duration):
      steps.removeFirst()
      cursor += duration
      return (time, .speaks(until: cursor))
    case .hangUp:
      steps.removeAll()
      return (time, .hangsUp(.caller))
    default:
      steps.removeAll()
      return (time, .hangsUp(.longestStay))
    }
  }
}
