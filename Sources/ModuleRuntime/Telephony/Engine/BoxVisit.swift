/// A caller listens to a voicemail box: asked for its number if need be and for its PIN, then its messages are played
/// one after the other and count as heard. Three wrong PINs end the visit.
final class BoxVisit {
  private enum State {
    case begins
    case number(DigitCollection)
    case pin(DigitCollection, attempt: Int)
    case message(Int, until: Int64)
    case over
  }

  private let call: LiveCall
  private var box: Int?
  private let checksPassword: Bool
  private var state = State.begins

  init(_ call: LiveCall, box: Int?, checksPassword: Bool) {
    self.call = call
    self.box = box
    self.checksPassword = checksPassword
  }

  /// When to look again; nil when it is over.
  /// - Throws: the hang-up while a message or a question is played.
  func step(_ now: Int64) throws(JavaException) -> Int64? {
    while true {
      if case .over = state { return nil }
      if !call.isOpen { throw .hungUp }
      switch state {
      case .begins:
        call.answer(now)
        if box != nil { enter(now) } else { state = .number(ask("vm-login", now)) }
      case .number(var digits):
        let (keys, time) = digits.step(call, now)
        state = .number(digits)
        guard let keys else { return time }
        box = Int(keys)
        enter(now)
      case .pin(var digits, let attempt):
        let (keys, time) = digits.step(call, now)
        state = .pin(digits, attempt: attempt)
        guard let keys else { return time }
        if keys == content?.pin {
          play(0, now)
        } else if attempt < 3 {
          state = .pin(ask("vm-incorrect", now), attempt: attempt + 1)
        } else {
          state = .over
        }
      case .message(let index, let end):
        guard now >= end else { return end }
        play(index + 1, end)
      case .over: return nil
      }
    }
  }

  private var content: PBXVoicemailBox? { call.pbx.state.voicemailBoxes.first { $0.number == box } }

  private func enter(_ now: Int64) {
    guard let content else { return state = .over }
    call.note(.voicemail, "\(content.number) visited", at: now)
    if checksPassword { state = .pin(ask("vm-password", now), attempt: 1) } else { play(0, now) }
  }

  private func ask(_ file: String, _ now: Int64) -> DigitCollection {
    call.note(.playback, file, at: now)
    return DigitCollection(most: 10, timeout: 10_000, playbackEnd: now + call.pbx.duration(of: file))
  }

  private func play(_ index: Int, _ now: Int64) {
    guard let place = call.pbx.state.voicemailBoxes.firstIndex(where: { $0.number == box }),
      call.pbx.state.voicemailBoxes[place].messages.indices.contains(index)
    else { return state = .over }
    call.pbx.state.voicemailBoxes[place].messages[index].isHeard = true
    let message = call.pbx.state.voicemailBoxes[place].messages[index]
    call.note(.playback, "message \(index + 1)", at: now)
    state = .message(index, until: now + message.duration)
  }
}
