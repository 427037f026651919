import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// Functions that act on the call of a run: answering, keys, sound, dialling, boxes, the park, conferences.
@Suite struct CallFunctionTests {
  typealias D = Designer

  /// Asks for up to four keys with a timeout of three seconds, and logs them.
  private static let pin = D.ask(
    "callHandling.audio",
    "PlaybackResourceFile2",
    ["defaultFile": "pin", "dtmfTimeout": "3", "maxDigits": "4"],
    "result"
  )

  private func digits(_ actions: [CallScript.Action]) async throws -> (String, CallOutcome) {
    let desk = try await Appliance(D.ask("callHandling.call", "Answer") + Self.pin)
    let outcome = try await desk.call(actions)
    return (await desk.lines.joined(separator: "\n"), outcome)
  }

  @Test func `keys: enough of them, a hash, a timeout, typed ahead`() async throws {
    // A file takes two seconds; keys come every 200 ms.
    let (four, outcome) = try await digits([.awaitPlayback("pin"), .wait(500), .dtmf("1234")])
    #expect(four == "INFO 1234")
    #expect(outcome.duration == 500 + 3 * 200)
    #expect(outcome.digits == "1234")
    let (hash, hashed) = try await digits([.awaitPlayback("pin"), .dtmf("12#")])
    #expect(hash == "INFO 12")
    #expect(hashed.duration == 400)
    let (two, waited) = try await digits([.awaitPlayback("pin"), .dtmf("12")])
    #expect(two == "INFO 12")
    #expect(waited.duration == 200 + 3_000)
    let (none, silent) = try await digits([])
    #expect(none == "INFO ")
    #expect(silent.duration == 2_000 + 3_000)
    let (late, _) = try await digits([.wait(5_100), .dtmf("1")])
    #expect(late == "INFO ")
    let (ahead, typed) = try await digits([.dtmf("98765")])
    #expect(ahead == "INFO 9876")
    #expect(typed.details(.keys).count == 4)
  }

  @Test func `playback chooses the file of the language and lasts as long as it is`() async throws {
    var state = Appliance.state
    state.playbackDurations = ["de_hello.wav": 4_500]
    let desk = try await Appliance(
      pbx: state,
      D.ask(
        "callHandling.audio",
        "PlaybackResourceFile2",
        ["defaultFile": "hello.wav"],
        lists: ["alternativeFiles": ["en_hello.wav", "de_hello.wav"]],
        "result"
      )
    )
    let outcome = try await desk.call()
    #expect(outcome.playedFiles == ["de_hello.wav"])
    #expect(outcome.duration == 4_500)
  }

  @Test func `functions of a channel fail by name outside of a call`() async throws {
    let domains = ["starface.callHandling.call", "starface.callHandling.audio", "starface.experimentalFunctions"]
    var needing: [String] = []
    for function in BuiltInRegistry.standard.all where domains.contains(function.domain) {
      let inputs: [(String, VariableType, D.Argument)] = function.inputs.compactMap { input in
        switch input.name {
        case "userId", "accountId": (input.name, .string, .lit("1"))
        case "phoneNumber", "extension", "calledNumber": (input.name, .string, .lit("11"))
        default: nil
        }
      }
      let lines = try await D.run(
        configuration: RuntimeConfiguration(pbx: Appliance.state),
        [D.call(function.domain, function.id, inputs)]
      )
      if lines.contains(where: { $0.contains("\(function.id) needs a call: this run has no channel") }) {
        needing.append(function.id)
      }
    }
    #expect(
      needing.sorted() == [
        "AllowRecallingThisModule", "Answer", "Busy", "CallGroup2", "CallPhoneDevice2", "CallPhonenumber2", "CallUser2",
        "Conference", "Echo", "GetCalledNumber", "GetCallee", "GetCaller2", "GetExtension", "GetForwarder", "Hangup",
        "IsInternalCall", "IsResolvedCall", "ParkCall", "PerformForwardForPhoneNumber", "PickParkedCall",
        "PlaybackEarlyMediaResourceFile", "PlaybackResourceFile2", "Record4", "SendDTMF2", "SetCalledNumber",
        "SetCaller", "SetCallerId", "SetQueueCallerPriority", "SetRecordAnnouncementLanguage",
        "SetRecordSettingsForChannel", "SetRingToneForCallLeg", "SetRingToneSipHeaderForCallLeg", "Spell", "StopRecord",
        "TextToSpeech2", "VoiceMail2", "VoiceMailSystem",
      ]
    )
  }

  @Test func `who calls and what is called`() async throws {
    let questions =
      D.ask(
        "callHandling.call",
        "GetCaller2",
        "account",
        "callerName",
        "callerExtNumber",
        "callerIntNumber",
        "countryCode"
      )
      + D.ask("callHandling.call", "GetCalledNumber", "calledNumber")
      + D.ask("callHandling.call", "GetCallee", "account")
      + D.ask("callHandling.call", "IsInternalCall", "internCall")
      + D.ask("callHandling.call", "IsResolvedCall", "resolved")
      + D.ask("callHandling.call", "IsChannelOpen", "isChannelOpen")
      + D.ask("experimentalFunctions", "GetExtension", "dialedExtension")
    let outer = try await Appliance(questions)
    _ = try await outer.call()
    #expect(
      await outer.lines == [
        "INFO 0 Charles Babbage +4420555 0 gb", "INFO *700", "INFO 0", "INFO false", "INFO true", "INFO true",
        "INFO 700",
      ]
    )
    let inner = try await Appliance(questions)
    _ = try await inner.runtime.placeCall(CallScript(from: .user("0001"), to: .number("*700")))
    #expect(
      await inner.lines == [
        "INFO 1 Ada Lovelace +4972199910 10 de", "INFO *700", "INFO 0", "INFO false", "INFO true", "INFO true",
        "INFO 700",
      ]
    )
  }

  @Test func `a dialled user answers, is busy, rejects, does not answer`() async throws {
    func dial(_ leg: LegAnswer?, user: String = "1") async throws -> CallOutcome {
      let desk = try await Appliance(
        D.ask(
          "callHandling.call",
          "CallUser2",
          ["userId": user, "callerName": "Desk", "callerNumber": "42", "timeout": "20"]
        )
          + [D.log(.lit("goes on"))]
      )
      let outcome = try await desk.call(legs: leg.map { ["0001": $0] } ?? [:])
      #expect(await desk.lines == ["INFO goes on"])
      return outcome
    }
    let answered = try await dial(.answers(after: 4_000, talking: 6_000))
    #expect(answered.dials.map(\.result) == [.answered])
    #expect(answered.dials.first?.callerName == "Desk")
    #expect(answered.dials.first?.callerNumber == "42")
    #expect(answered.ending == .callee)
    #expect(answered.duration == 10_000)
    #expect(try await dial(.busy).dials.map(\.result) == [.busy])
    let rejected = try await dial(.rejects(after: 700))
    #expect(rejected.dials.map(\.result) == [.rejected])
    #expect(rejected.duration == 700)
    let silent = try await dial(nil)
    #expect(silent.dials.map(\.result) == [.noAnswer])
    #expect(silent.duration == 20_000)
    #expect(try await dial(nil, user: "3").dials.map(\.result) == [.busy])
  }

  @Test func `a group rings its members, and the first who answers wins`() async throws {
    var state = Appliance.state
    state.groups[0].members = [.init(1), .init(2)]
    let desk = try await Appliance(
      pbx: state,
      D.ask("callHandling.call", "CallGroup2", ["group": "100", "timeout": "30"])
    )
    let outcome = try await desk.call(
      legs: ["0001": .answers(after: 9_000), "0002": .answers(after: 2_000, talking: 1_000)]
    )
    #expect(outcome.dials.map(\.target) == ["0001", "0002"])
    #expect(outcome.dials.map(\.result) == [.cancelled, .answered])
    #expect(outcome.bridges == ["0002"])
    #expect(await desk.runtime.pbx.callList.first?.groupID == 100)
  }

  @Test func `phones and numbers are dialled; forwarding leads on`() async throws {
    let phones = try await Appliance(
      D.ask(
        "callHandling.call",
        "CallPhoneDevice2",
        ["timeout": "5"],
        lists: ["phoneDevices": ["SIP/0001.desk", "SIP/none"]],
        "success"
      )
    )
    let rung = try await phones.call()
    #expect(await phones.lines == ["INFO false"])
    #expect(rung.dials.map(\.result) == [.noAnswer, .unreachable])
    #expect(rung.duration == 5_000)

    // Grace is busy; her forwarding for that leads to Ada.
    let number = try await Appliance(
      D.ask("callHandling.call", "CallPhonenumber2", ["phoneNumber": "11", "timeout": "10"], "success")
        + D.ask("experimentalFunctions", "GetForwarder", "account")
    )
    let led = try await number.call(legs: ["0002": .busy, "0001": .noAnswer])
    #expect(led.details(.forwarded) == ["BUSY 10"])
    #expect(led.dials.map(\.target) == ["0002", "0001"])
    #expect(await number.lines == ["INFO false", "INFO 2"])
  }

  @Test func `a forwarding of a number is performed on request`() async throws {
    let desk = try await Appliance(
      D.ask(
        "callHandling.call",
        "PerformForwardForPhoneNumber",
        ["phoneNumber": "11", "forwardCase": "TIMEOUT"],
        "forwardFound"
      )
        + D.ask(
          "callHandling.call",
          "PerformForwardForPhoneNumber",
          ["phoneNumber": "11", "forwardCase": "BUSY"],
          "forwardFound"
        )
    )
    let outcome = try await desk.call(legs: ["0001": .rejects()])
    #expect(await desk.lines == ["INFO false", "INFO true"])
    #expect(outcome.dials.map(\.target) == ["0001"])
  }

  @Test func `a box takes a message, and its owner hears it`() async throws {
    let taking = D.ask("callHandling.call", "VoiceMail2", ["voicemailid": "1", "announce": "UNAVAILABLE"])
    let desk = try await Appliance(
      functions: [
        D.function(
          "listen",
          D.ask("callHandling.call", "VoiceMailSystem", ["voicemailid": "1", "checkPassword": "true"])
            + D.ask("callHandling.uci", "GetMessageWaitingIndication", ["userId": "1"], "messageWaitingIndication")
        )
      ],
      entryPoints: [Appliance.service("box", "listen")],
      taking
    )
    let left = try await desk.call([.awaitPlayback("vm-unavailable"), .wait(2_000), .speak(5_000), .dtmf("#")])
    #expect(left.details(.voicemail) == ["1"])
    let message = try #require(await desk.runtime.pbx.voicemailBoxes.first?.messages.first)
    #expect(message.callerNumber == "+4420555")
    #expect(message.duration == 5_000)
    #expect(!message.isHeard)
    let heard = try await desk.runtime.placeCall(
      CallScript(
        from: .user("0001"),
        to: .service("box"),
        actions: [.awaitPlayback("vm-password"), .dtmf("1#"), .awaitPlayback("vm-incorrect"), .dtmf("4711#")]
      )
    )
    #expect(heard.playedFiles == ["vm-password", "vm-incorrect", "message 1"])
    #expect(await desk.lines == ["INFO false"])
    #expect(await desk.runtime.pbx.voicemailBoxes.first?.messages.map(\.isHeard) == [true])
  }

  @Test func `recordings end with a key, with silence, with the longest time`() async throws {
    func record(_ inputs: [String: String], _ actions: [CallScript.Action]) async throws -> CallOutcome {
      let desk = try await Appliance(
        D.ask("callHandling.audio", "Record4", inputs, "recordFile")
      )
      return try await desk.call(actions)
    }
    let base = ["mode": "Synchronous", "format": "wav", "fileName": "memo"]
    let keyed = try await record(base, [.wait(900), .dtmf("#")])
    #expect(keyed.duration == 900)
    #expect(keyed.details(.recording).count == 2)
    #expect(keyed.details(.recording).first?.hasSuffix("/monitor/memo.wav") == true)
    let quiet = try await record(base.merging(["silence": "2"]) { $1 }, [.speak(3_000)])
    #expect(quiet.duration == 5_000)
    let longest = try await record(base.merging(["maxDuration": "7"]) { $1 }, [])
    #expect(longest.duration == 7_000)
    let refused = try await Appliance(D.ask("callHandling.audio", "Record4", ["directoryName": "../.."], "recordFile"))
    _ = try await refused.call()
    #expect(await refused.lines.first?.contains("no dots or slashes in the directory's name '../..'") == true)
  }

  @Test func `a call waits in the park until it is picked up, or until the park's patience ends`() async throws {
    func parked(_ id: String, _ output: String) -> [Statement] {
      [
        D.call(
          "starface.callHandling.call",
          id,
          [("parkedChannel", .object, .ref("_parkedChannel"))],
          out: [(output, "_\(output)")]
        ), D.log(.ref("_\(output)")),
      ]
    }
    let park = D.ask("callHandling.call", "ParkCall", ["timeout": "60"], "parkedChannel")
    let picked = try await Appliance(
      [
        park, parked("IsParkedCallUp", "isUp"), parked("PickParkedCall", "successful"),
        parked("IsParkedCallUp", "isUp"), parked("PickParkedCall", "successful"),
      ].flatMap(\.self)
    )
    let outcome = try await picked.call()
    #expect(
      await picked.lines == ["INFO SIP/line-00000002", "INFO true", "INFO true", "INFO false", "INFO false"]
    )
    #expect(outcome.details(.parked) == ["in", "out"])
    #expect(outcome.ending == .serviceEnd)

    let forgotten = try await Appliance(park)
    let waited = try await forgotten.call()
    #expect(waited.ending == .parked)
    #expect(waited.duration == 60_000)
    let left = try await forgotten.call([.wait(9_000), .hangUp])
    #expect(left.ending == .caller)
    #expect(left.duration == 9_000)
  }

  @Test func `a user's running call is seen, listened to and hung up`() async throws {
    var state = Appliance.state
    state.calls = [
      PBXCall(
        id: "talk",
        caller: .init(userID: 1, number: "10", name: "Ada Lovelace"),
        callee: .init(number: "+4420555", name: "Babbage"),
        endTime: RuntimeConfiguration.sampleTime + 30_000
      )
    ]
    let desk = try await Appliance(
      pbx: state,
      D.ask("callHandling.uci", "GetCallIds", ["userId": "1"], "callIds")
        + D.ask("callHandling.uci", "GetCallState", ["userId": "1"], "state", "callerNumber", "calledNumber", "id")
        + D.ask("callHandling.uci", "GetTelephonyState", ["userId": "1"], "telephonyState")
        + D.ask(
          "callHandling.uci",
          "GetCallInformations",
          ["call": "talk"],
          "uciCallState",
          "uciCaller",
          "uciInternalCall"
        )
        + D.ask("callHandling.call", "CallPhonenumber2", ["phoneNumber": "*8810", "timeout": "5"], "success")
        + D.ask("callHandling.uci", "GetTelephonyState", ["userId": "1"], "telephonyState")
    )
    let outcome = try await desk.runtime.placeCall(CallScript(from: .user("0002"), to: .number("*700")))
    #expect(outcome.listenedTo == ["talk"])
    #expect(outcome.duration == 30_000)
    #expect(
      await desk.lines == [
        "INFO [talk]", "INFO CONNECTED 10 +4420555 talk", "INFO ACTIVE", "INFO CONNECTED true false", "INFO true",
        "INFO AVAILABLE",
      ]
    )

    state.calls[0].endTime = nil
    let ended = try await Appliance(
      pbx: state,
      D.ask("callHandling.uci", "HangupCall", ["userId": "1", "callId": "talk"])
        + D.ask("callHandling.uci", "GetCallIds", ["userId": "1"], "callIds")
    )
    _ = try await ended.call()
    #expect(await ended.lines == ["INFO []"])
    #expect(await ended.runtime.pbx.callList.first?.id == "talk")
  }

  @Test func `conferences: a room by its number, and one that a user makes`() async throws {
    var state = Appliance.state
    state.conferences = [PBXConference(name: "800")]
    state.legs = ["SIP/0001.desk": .answers(), "0002": .answers()]
    let room = try await Appliance(pbx: state, D.ask("callHandling.call", "Conference"))
    let outcome = try await room.runtime.placeCall(
      CallScript(
        from: .user("0001"),
        to: .number("*700"),
        actions: [.awaitPlayback("conf-getconfno"), .dtmf("800#"), .wait(8_000), .hangUp]
      )
    )
    #expect(outcome.conferences == ["800"])
    #expect(await room.runtime.pbx.conferences.first?.participants == [])

    let made = try await Appliance(
      pbx: state,
      entryPoints: [D.rpc("go", "main")],
      D.ask("callHandling.uci", "CreateConference", ["userId": "1"], "conferenceName")
        + D.ask(
          "callHandling.uci",
          "CallNumberToConference",
          ["userId": "1", "phoneNumber": "11", "conferenceName": "conference-2"]
        )
        + D.ask(
          "callHandling.uci",
          "CallNumberToConference",
          ["userId": "1", "phoneNumber": "12", "conferenceName": "conference-2"]
        )
    )
    _ = try await made.runtime.call("I.go")
    #expect(await made.lines == ["INFO conference-2"])
    #expect(await made.runtime.pbx.conferences.last?.participants == ["10", "11"])
  }

  @Test func `a call is sent elsewhere by its UUID while a module handles it`() async throws {
    let desk = try await Appliance(
      D.ask("callHandling.call", "GetCallUUID", "uuid") + [
        D.call(
          "starface.experimentalFunctions",
          "RedirectCallToNewExtension",
          [("callId", .object, .ref("_uuid")), ("extension", .string, .lit("10"))]
        ), D.log(.lit("sent")),
      ] + D.ask("callHandling.call", "Answer") + [D.log(.lit("never"))]
    )
    let outcome = try await desk.call(legs: ["0001": .answers(after: 1_000, talking: 2_000)])
    #expect(await desk.lines == ["INFO \(outcome.id)", "INFO sent"])
    #expect(outcome.details(.forwarded) == ["10 by its id"])
    #expect(outcome.bridges == ["0001"])
    #expect(outcome.ending == .callee)
    #expect(outcome.duration == 3_000)
  }

  @Test func `faxes are sent, refused, and recorded`() async throws {
    func fax(_ leg: LegAnswer) async throws -> [String] {
      let desk = try await Appliance(
        D.ask(
          "callHandling.call",
          "SendFax",
          ["accountId": "1", "extention": "004420555", "resource": "a.pdf"],
          "exitStatus",
          "success"
        )
      )
      _ = try await desk.call(legs: ["+4420555": leg])
      return await desk.lines
    }
    #expect(try await fax(.answers()) == ["INFO SENT true"])
    #expect(try await fax(.busy) == ["INFO BUSY false"])
    #expect(try await fax(.unreachable) == ["INFO FAILED false"])
  }
}
