import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// Whole calls: which entry points run in which order, and what becomes of the call when one of them fails or the
/// caller goes.
@Suite struct CallStageTests {
  typealias D = Designer

  /// An appliance whose module logs every stage with the number called.
  private func observed(_ statements: [Statement] = []) async throws -> Appliance {
    let stages = CallStage.known
    return try await Appliance(
      functions: stages.map { D.function("on\($0.rawValue)", [D.log(.lit($0.rawValue))]) },
      entryPoints: stages.map { Appliance.kernel($0, "on\($0.rawValue)") },
      [D.log(.lit("line"))] + statements
    )
  }

  private func stages(of script: CallScript) async throws -> ([String], CallOutcome) {
    let desk = try await observed()
    let outcome = try await desk.runtime.placeCall(script)
    let brackets = await desk.runtime.log(of: desk.instance).map(\.bracket)
    #expect(brackets.allSatisfy { $0.hasPrefix("agi ") })
    return (brackets.map { String($0.dropFirst(4)) }, outcome)
  }

  @Test func `from outside to a user`() async throws {
    let (stages, outcome) = try await stages(
      of: CallScript(
        from: .external(number: "+4420555"),
        to: .number("072199910"),
        legs: ["0001": .answers(after: 3_000, talking: 10_000)]
      )
    )
    #expect(
      stages == [
        "PreTargetDetermination", "PostTargetDetermination", "PostTargetDeterminationIncoming", "PostPhoneSelection",
        "CallHangup",
      ]
    )
    #expect(outcome.ending == .callee)
    #expect(outcome.isAnswered)
    #expect(outcome.duration == 13_000)
    #expect(outcome.bridges == ["0001"])
    #expect(
      outcome.dials == [
        .init(
          target: "0001",
          result: .answered,
          callerName: "Charles Babbage",
          callerNumber: "+4420555",
          begin: 0,
          end: 3_000
        )
      ]
    )
  }

  @Test func `from a user to the outside`() async throws {
    let (stages, outcome) = try await stages(
      of: CallScript(from: .user("0001"), to: .number("0004420555"), legs: ["+4420555": .busy])
    )
    #expect(
      stages == ["PreTargetDetermination", "PostTargetDetermination", "PostLineSelection", "PreLineDial", "CallHangup"]
    )
    #expect(outcome.ending == .busy)
    #expect(!outcome.isAnswered)
    #expect(outcome.dials.map(\.target) == ["004420555"])
  }

  @Test func `to an emergency number, and nothing holds it up`() async throws {
    let (stages, outcome) = try await stages(
      of: CallScript(from: .user("0001"), to: .number("0112"), legs: ["112": .answers(talking: 1_000)])
    )
    #expect(stages == ["EmergencyCall", "CallHangup"])
    #expect(outcome.bridges == ["112"])
  }

  @Test func `to a service`() async throws {
    let (stages, outcome) = try await stages(of: CallScript(from: .user("0001"), to: .number("*700")))
    #expect(
      stages == ["PreTargetDetermination", "PostTargetDetermination", "Service", "line", "CallHangup"]
    )
    #expect(outcome.ending == .serviceEnd)
    #expect(!outcome.isAnswered)
    #expect(outcome.runs.map(\.status) == Array(repeating: .finished, count: 5))
  }

  @Test func `to nobody, and to a number of the system that rings in vain`() async throws {
    let (stages, outcome) = try await stages(of: CallScript(from: .external(number: ""), to: .number("999")))
    #expect(stages.last == "CallHangup")
    #expect(outcome.ending == .unknownNumber)
    let (_, unanswered) = try await self.stages(of: CallScript(from: .external(number: ""), to: .number("50")))
    #expect(unanswered.ending == .noAnswer)
    // Of the group only Ada is logged in and may be disturbed.
    #expect(unanswered.dials.map(\.target) == ["0001"])
    #expect(unanswered.dials.map(\.callerNumber) == [""])
  }

  @Test func `a stage that fails leaves the call and the other stages alone`() async throws {
    let desk = try await Appliance(
      functions: [
        D.function("breaks", D.ask("entities", "ResolveUserData", ["accountId": "77"], "firstName")),
        D.function("notes", D.ask("callHandling.call", "GetCalledNumber", "calledNumber")),
      ],
      entryPoints: [
        Appliance.kernel(.preTargetDetermination, "breaks"), Appliance.kernel(.postTargetDetermination, "notes"),
      ]
    )
    let outcome = try await desk.runtime.placeCall(
      CallScript(from: .user("0001"), to: .number("11"), legs: ["0002": .answers(talking: 100)])
    )
    let lines = await desk.lines
    #expect(lines.count == 2)
    #expect(lines[0].contains("there is no user with account id 77"))
    #expect(lines[1] == "INFO 11")
    #expect(outcome.bridges == ["0002"])
    guard case .failed? = outcome.runs.first?.status else {
      Issue.record("the first run did not fail: \(outcome.runs)")
      return
    }
    #expect(outcome.runs.dropFirst().map(\.status) == [.finished])
  }

  @Test func `a stage changes where the call goes`() async throws {
    let desk = try await Appliance(
      functions: [D.function("turns", D.ask("callHandling.call", "SetCalledNumber", ["calledNumber": "11"]))],
      entryPoints: [Appliance.kernel(.preTargetDetermination, "turns")]
    )
    let outcome = try await desk.runtime.placeCall(
      CallScript(from: .user("0001"), to: .number("10"), legs: ["0002": .answers(talking: 100)])
    )
    #expect(outcome.details(.target) == ["user 0002"])
    #expect(outcome.bridges == ["0002"])
  }

  @Test func `a stage ends the call, and only the hang-up follows`() async throws {
    let desk = try await Appliance(
      functions: [
        D.function("ends", D.ask("callHandling.call", "Hangup")),
        D.function("last", D.ask("callHandling.call", "IsChannelOpen", "isChannelOpen")),
      ],
      entryPoints: [
        Appliance.kernel(.preTargetDetermination, "ends"), Appliance.kernel(.postTargetDetermination, "last"),
        Appliance.kernel(.callHangup, "last"),
      ]
    )
    let outcome = try await desk.runtime.placeCall(CallScript(from: .user("0001"), to: .number("11")))
    #expect(outcome.ending == .module)
    #expect(outcome.details(.stage) == ["PreTargetDetermination", "CallHangup"])
    #expect(await desk.lines == ["INFO false"])
  }

  @Test func `the caller hangs up in the middle: the run ends quietly at the next function of the channel`()
    async throws
  {
    let desk = try await Appliance(
      level: .debug,
      D.ask("callHandling.call", "Answer")
        + D.ask("callHandling.audio", "PlaybackResourceFile2", ["defaultFile": "long", "maxDigits": "1"], "result")
        + [D.log(.lit("never"))]
    )
    let outcome = try await desk.call([.awaitPlayback("long"), .wait(1_500), .hangUp])
    #expect(outcome.ending == .caller)
    #expect(outcome.duration == 1_500)
    #expect(outcome.runs.map(\.status) == [.hungUp])
    let lines = await desk.lines
    #expect(!lines.contains("INFO never"))
    #expect(!lines.contains { $0.hasPrefix("ERROR") })
    #expect(lines.contains { $0.hasPrefix("DEBUG The channel is hung up: the run ends at") })
  }

  @Test func `two calls keep apart`() async throws {
    let desk = try await Appliance(
      D.ask("callHandling.call", "Answer") + D.ask("callHandling.call", "GetCaller2", "callerExtNumber")
        + D.ask("callHandling.audio", "PlaybackResourceFile2", ["defaultFile": "music"], "result")
    )
    async let first = desk.call()
    async let second = desk.runtime.placeCall(CallScript(from: .user("0001"), to: .number("*700")))
    let (one, two) = try await (first, second)
    #expect(one.id != two.id)
    #expect(one.ending == .serviceEnd)
    #expect(two.ending == .serviceEnd)
    #expect(await desk.lines.filter { $0.hasPrefix("INFO +") }.count == 2)
    #expect(await desk.runtime.pbx.calls.isEmpty)
    #expect(await desk.runtime.pbx.callList.count == 2)
  }

  @Test func `a single entry point is fired inside a simple call`() async throws {
    let desk = try await observed(D.ask("callHandling.call", "GetCaller2", "callerExtNumber", "isAnonymous"))
    _ = try await desk.runtime.fire(.service("line"), at: desk.instance)
    #expect(await desk.lines == ["INFO line", "INFO +4972100001 false"])
    // `agi:` names stages of calls, too.
    _ = try await desk.runtime.fire(.service("PreLineDial"), at: desk.instance)
    #expect(await desk.lines.last == "INFO PreLineDial")
    await #expect(throws: RuntimeError.self) { try await desk.runtime.fire(.service("nobody"), at: desk.instance) }
  }

  @Test func `scripts that name nobody are refused`() async throws {
    let desk = try await observed()
    await #expect(throws: RuntimeError.self) {
      try await desk.runtime.placeCall(CallScript(from: .user("0099"), to: .number("10")))
    }
    await #expect(throws: RuntimeError.self) {
      try await desk.runtime.placeCall(CallScript(from: .user("0001"), to: .service("nothing")))
    }
  }
}
