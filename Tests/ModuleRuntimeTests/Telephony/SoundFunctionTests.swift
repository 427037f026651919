import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// What a caller hears besides files, and what a module changes about a call for what comes after it.
@Suite struct SoundFunctionTests {
  typealias D = Designer

  @Test func `text is spoken, spelled and interrupted by keys`() async throws {
    let desk = try await Appliance(
      D.ask(
        "callHandling.audio",
        "TextToSpeech2",
        ["dtmfTimeout": "2", "maxDigits": "1"],
        lists: ["text": ["press", "one"]],
        "result"
      ) + D.ask("callHandling.audio", "Spell", ["text": "10", "howToSay": "DIGITS"])
        + D.ask("callHandling.audio", "SendDTMF2", ["digits": "12#", "timeout_ms": "100"])
        + D.ask("callHandling.audio", "PlaybackEarlyMediaResourceFile", ["defaultFile": "ringing"])
    )
    let outcome = try await desk.call([.awaitPlayback("press one"), .wait(100), .dtmf("1")])
    #expect(await desk.lines == ["INFO 1"])
    #expect(outcome.details(.speech) == ["press one", "10"])
    #expect(outcome.details(.sentDigits) == ["12#"])
    // The key after 100 ms, two digits of half a second, three keys of 100 ms, a file of two seconds.
    #expect(outcome.duration == 100 + 1_000 + 300 + 2_000)
    #expect(!outcome.isAnswered)
  }

  @Test func `what cannot be said or sent is refused`() async throws {
    let cases: [(String, [String: String], String)] = [
      ("Spell", ["text": "a", "howToSay": "SONG"], "Spell cannot say 'SONG'"),
      ("SendDTMF2", ["digits": "1x"], "'1x' cannot be sent as keys"),
      (
        "SendDTMF2", ["digits": "1", "timeout_ms": "soon"],
        "java.lang.NumberFormatException: For input string: \"soon\""
      ),
      ("PlaybackResourceFile2", [:], "there is no file to play"),
      ("Record4", ["mode": "Later"], "Record4 has no mode 'Later'"),
    ]
    for (id, inputs, message) in cases {
      let desk = try await Appliance(D.ask("callHandling.audio", id, inputs))
      _ = try await desk.call()
      #expect(await desk.lines.first?.contains(message) == true, "\(id)")
    }
    #expect(cases.count == 5)
  }

  @Test func `an echo lasts until the caller goes; busy and hang-up end the call`() async throws {
    let echo = try await Appliance(D.ask("callHandling.audio", "Echo"))
    let heard = try await echo.call([.wait(4_000), .hangUp])
    #expect(heard.isAnswered)
    #expect(heard.duration == 4_000)
    let busy = try await Appliance(D.ask("callHandling.call", "Busy", ["number": "3"]) + [D.log(.lit("goes on"))])
    let refused = try await busy.call()
    #expect(refused.ending == .busy)
    #expect(refused.duration == 3_000)
    let hangUp = try await Appliance(D.ask("callHandling.call", "Hangup") + [D.log(.lit("goes on"))])
    #expect(try await hangUp.call().ending == .module)
    #expect(await hangUp.lines == ["INFO goes on"])
  }

  @Test func `who calls is shown as a module says`() async throws {
    let desk = try await Appliance(
      functions: [
        D.function(
          "shows",
          D.ask(
            "callHandling.call",
            "SetCallerId",
            ["callerName": "Hotline", "callerNumber": "+49800", "resolved": "true"]
          ) + D.ask("callHandling.call", "SetQueueCallerPriority", ["queueCallerPriority": "7"])
            + D.ask("callHandling.call", "GetCaller2", "callerName", "callerExtNumber")
        )
      ],
      entryPoints: [Appliance.kernel(.preTargetDetermination, "shows")]
    )
    let outcome = try await desk.runtime.placeCall(
      CallScript(from: .external(number: "+4420555"), to: .number("10"), legs: ["0001": .rejects()])
    )
    #expect(await desk.lines == ["INFO Hotline +49800"])
    #expect(outcome.dials.map(\.callerName) == ["Hotline"])
    #expect(outcome.dials.map(\.callerNumber) == ["+49800"])
    #expect(
      await desk.runtime.pbxActions.map(\.effect) == ["caller Hotline <+49800>", "queue priority 7"]
    )
  }

  @Test func `a recording in the background is stopped`() async throws {
    let desk = try await Appliance(
      D.ask("callHandling.audio", "Record4", ["mode": "Asynchronous", "fileName": "memo"], "recordFile")
        + D.ask("callHandling.audio", "PlaybackResourceFile2", ["defaultFile": "hello"], "result")
        + D.ask("callHandling.audio", "StopRecord")
    )
    let outcome = try await desk.call()
    let recordings = outcome.timeline.filter { $0.kind == .recording }
    #expect(recordings.map(\.time) == [0, 2_000])
    #expect(recordings.map { $0.detail.prefix { $0 != " " } } == ["begins", "ends"])
  }
}
