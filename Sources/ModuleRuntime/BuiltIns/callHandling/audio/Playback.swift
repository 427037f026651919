/// What the caller hears, and the keys pressed meanwhile.
///
/// A file lasts as long as ``PBXState/playbackDurations`` says, spoken text a time for each character.
enum Playback {
  private static let domain = "starface.callHandling.audio"
  private static let spokenCharacter: Int64 = 60
  private static let spelledCharacter: Int64 = 500

  static let functions: [BuiltInFunction] = [
    .waiting(domain, "PlaybackEarlyMediaResourceFile", "String defaultFile, List alternativeFiles", "") { call in
      let live = try call.openCall(for: "PlaybackEarlyMediaResourceFile")
      let file = try file(call)
      live.note(.playback, file, at: call.context.now)
      return .wait(CallControl.pause(live, until: call.context.now + call.pbx.duration(of: file)))
    },
    .waiting(
      domain,
      "PlaybackResourceFile2",
      "String defaultFile, List alternativeFiles, int dtmfTimeout, Integer maxDigits",
      "String result"
    ) { call in
      let live = try call.openCall(for: "PlaybackResourceFile2")
      let file = try file(call)
      live.note(.playback, file, at: call.context.now)
      return .wait(collect(call, live, timeout: 2, most: 3, lasting: call.pbx.duration(of: file)))
    },
    .waiting(
      domain,
      "TextToSpeech2",
      "List text, String speaker, int dtmfTimeout, int maxDigits",
      "String result"
    ) { call in
      let live = try call.openCall(for: "TextToSpeech2")
      let text = try call.list(0).elements.map(\.text).joined(separator: " ")
      live.note(.speech, text, at: call.context.now)
      return .wait(collect(call, live, timeout: 2, most: 3, lasting: Int64(text.count) * spokenCharacter))
    },
    .waiting(domain, "Spell", "String text, String howToSay", "") { call in
      let live = try call.openCall(for: "Spell")
      guard ["ALPHA", "PHONETIC", "DIGITS", "NUMBER"].contains(call.text(1).uppercased()) else {
        throw JavaException.illegalArgument(
          "Spell cannot say '\(call.text(1))': ALPHA, PHONETIC, DIGITS or NUMBER is expected"
        )
      }
      live.note(.speech, call.text(0), at: call.context.now)
      let duration = Int64(call.text(0).count) * spelledCharacter
      return .wait(CallControl.pause(live, until: call.context.now + duration))
    },
    .waiting(domain, "Echo", "", "") { call in
      let live = try call.openCall(for: "Echo")
      live.answer(call.context.now)
      return .wait(CallWait { _ in live.isOpen ? .until(nil) : .done([]) })
    },
    .waiting(domain, "SendDTMF2", "String digits, String timeout_ms", "") { call in
      let live = try call.openCall(for: "SendDTMF2")
      let digits = call.text(0)
      guard digits.allSatisfy({ "0123456789*#ABCDabcd".contains($0) }) else {
        throw JavaException.illegalArgument("'\(digits)' cannot be sent as keys")
      }
      var pause: Int64 = 250
      if let text = call.optionalText(1), !text.isEmpty {
        guard let number = Int64(text), number >= 0 else {
          throw JavaException("java.lang.NumberFormatException", "For input string: \"\(text)\"")
        }
        pause = number
      }
      live.note(.sentDigits, digits, at: call.context.now)
      return .wait(CallControl.pause(live, until: call.context.now + pause * Int64(digits.count)))
    },
  ]

  private static func file(_ call: BuiltInCall) throws(JavaException) -> String {
    let file = SoundFiles.chosen(call.value(0), among: call.value(1), call.context.language)
    guard !file.isEmpty else { throw .illegalArgument("there is no file to play") }
    return file
  }

  /// Waits for the end of what is played, or for keys when some are wanted.
  private static func collect(
    _ call: BuiltInCall,
    _ live: LiveCall,
    timeout: Int,
    most: Int,
    lasting duration: Int64
  ) -> CallWait {
    let most = max(0, call.int(most) ?? 0)
    var seconds = call.int(timeout) ?? 0
    if most > 0, seconds <= 0 { seconds = 10 }
    var digits = DigitCollection(
      most: most,
      timeout: Int64(seconds) * 1000,
      playbackEnd: call.context.now + duration
    )
    return CallWait { now throws(JavaException) in
      if !live.isOpen { throw .hungUp }
      let (keys, time) = digits.step(live, now)
      guard let keys else { return .until(time) }
      return .done([.string(keys)])
    }
  }
}
