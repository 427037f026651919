/// A voicemail box takes a message: announcement, then the caller speaks until `#`, hang-up or three minutes.
final class MessageTaking {
  private enum State {
    case begins
    case announcing(until: Int64)
    case recording(since: Int64)
    case over
  }

  static let longest: Int64 = 180_000
  private let call: LiveCall
  private let box: Int
  private let announcement: String?
  private var state = State.begins

  /// `announcement` is the file to play; nil for none.
  init(_ call: LiveCall, box: Int, announcement: String?) {
    self.call = call
    self.box = box
    self.announcement = announcement
  }

  /// When to look again; nil when it is over.
  func step(_ now: Int64) -> Int64? {
    switch state {
    case .begins:
      call.answer(now)
      call.note(.voicemail, String(box), at: now)
      guard let announcement else {
        state = .recording(since: now)
        return step(now)
      }
      call.note(.playback, announcement, at: now)
      state = .announcing(until: now + call.pbx.duration(of: announcement))
      return step(now)
    case .announcing(let end):
      if !call.isOpen {
        state = .over
        return nil
      }
      guard now >= end else { return end }
      state = .recording(since: end)
      return step(now)
    case .recording(let begin):
      var end = begin + Self.longest
      while let key = call.takeKey() {
        if key.key == "#", key.time >= begin { end = min(end, key.time) }
      }
      if let hangUp = call.leftTime { end = min(end, hangUp) }
      guard now >= end else { return end }
      store(begin, end)
      state = .over
      return nil
    case .over: return nil
    }
  }

  private func store(_ begin: Int64, _ end: Int64) {
    guard let index = call.pbx.state.voicemailBoxes.firstIndex(where: { $0.number == box }), end > begin else { return }
    call.pbx.state.voicemailBoxes[index].messages.append(
      PBXVoicemailBox.Message(callerNumber: call.callerExternalNumber, time: begin, duration: end - begin)
    )
  }
}
