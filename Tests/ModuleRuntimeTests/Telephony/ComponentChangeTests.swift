import Testing

@testable import ModuleRuntime

/// The platform's components over the live telephone system, as Java code reaches them.
@Suite struct ComponentChangeTests {
  /// A bean as it comes from a Java process.
  private final class Bean: JavaBean, @unchecked Sendable {
    let properties: [String: Value]
    let javaClass = "Bean"
    var javaText: String { "Bean" }

    init(_ properties: [String: Value]) { self.properties = properties }
  }

  private let pbx = PBX(Appliance.state, now: 1_000)

  private func ask(_ owner: String, _ method: String, _ arguments: Value..., at time: Int64 = 1_000) throws -> Value {
    let call = PlatformCall(
      module: "m",
      instance: "I",
      owner: "de.starface.bo.\(owner)",
      method: method,
      descriptor: "",
      arguments: arguments,
      receiver: .null
    )
    switch try #require(PBXComponents(pbx: pbx, now: time).answer(call), "\(owner).\(method)") {
    case .value(let value): return value
    case .failure(let exception): throw exception
    }
  }

  /// The bean that an answer stands for, as if it had been to Java and back, with some properties set anew.
  private func returned(_ answer: Value, _ changes: [String: Value] = [:]) -> Value {
    guard case .map(let map) = answer else { return .null }
    var properties: [String: Value] = [:]
    for entry in map.entries { properties[entry.key.text] = entry.value }
    return .object(Bean(properties.merging(changes) { $1 }))
  }

  @Test func `a redirect is read for each number, changed, and goes back`() throws {
    guard
      case .list(let settings) = try ask(
        "RedirectBusinessObject",
        "getRedirectSettings",
        .integer(1),
        .string("ALWAYS"),
        .string(""),
        .string("calledNumber")
      )
    else {
      Issue.record("no list")
      return
    }
    #expect(settings.elements.count == 2)
    let outer = try #require(settings.elements.last)
    let changed = returned(
      outer,
      ["enabled": .boolean(true), "destination": .string("1"), "destinationType": .string("VOICEMAIL")]
    )
    _ = try ask("RedirectBusinessObject", "setRedirectSetting", .integer(0), .integer(1), changed)
    #expect(pbx.state.user(1)?.redirects == [PBXRedirect(.always, to: .voicemail(1), of: .number("+4972199910"))])
    #expect(pbx.actions.map(\.effect) == ["account 1: forwarding of +4972199910 ALWAYS to 1 on"])

    // One for all numbers becomes one for each other number.
    _ = try pbx.updateRedirects(of: 1) { $0 = [PBXRedirect(.always, to: .number("11"))] }
    let off = returned(outer, ["enabled": .boolean(false)])
    _ = try ask("RedirectBusinessObject", "setRedirectSettings", .integer(0), .integer(1), .list([off]))
    let plan = NumberPlan(pbx.state)
    let redirects = try #require(pbx.state.user(1)?.redirects)
    #expect(plan.redirect(redirects, .always, called: "10")?.destination == .number("11"))
    #expect(plan.redirect(redirects, .always, called: "+4972199910") == nil)
    #expect(throws: JavaException.self) {
      try ask("RedirectBusinessObject", "setRedirectSetting", .integer(0), .integer(2), changed)
    }
  }

  @Test func `a user is read, changed and written`() throws {
    let user = try ask("UserBusinessObject", "getUserByAccountId", .integer(1))
    let answer = try ask(
      "UserBusinessObject",
      "updateUser",
      returned(user, ["email": .string("a@b.c")]),
      .boolean(true)
    )
    #expect(answer.text == "true")
    #expect(pbx.state.user(1)?.email == "a@b.c")
    #expect(pbx.state.user(1)?.firstName == "Ada")
    _ = try ask("UserBusinessObject", "setCallWaitingIndication", .integer(2), .boolean(true))
    #expect(pbx.state.user(2)?.hasCallWaiting == true)
    #expect(throws: JavaException.self) {
      try ask("UserBusinessObject", "setCallWaitingIndication", .integer(9), .boolean(true))
    }
  }

  @Test func `a call is placed, rings, is answered, parked, picked up and hung up`() throws {
    pbx.state.legs = ["0002": .answers(after: 500, talking: 60_000)]
    let id = try ask(
      "CallBusinessObject",
      "placeCallWithNumber",
      .integer(0),
      .integer(1),
      .string("11"),
      .string(""),
      .string(""),
      .boolean(false),
      .boolean(false)
    ).text
    func phase() -> PBXCall.Phase? { pbx.calls.first { $0.id == id }?.phase }
    #expect(phase() == .ringing)
    pbx.tick(1_500)
    #expect(phase() == .connected)
    #expect(try ask("CallBusinessObject", "getCallIds", .integer(2)).text == "[\(id)]")
    let channel = Value.string(try #require(pbx.calls.first?.caller.channel))
    #expect(try ask("ModuleBusinessObject", "isChannelUp", channel).text == "true")
    _ = try ask("ModuleBusinessObject", "parkCall", channel, .integer(30))
    #expect(phase() == .parked)
    #expect(try ask("ModuleBusinessObject", "unparkCall", channel).text == "true")
    #expect(try ask("ModuleBusinessObject", "unparkCall", channel).text == "false")
    #expect(phase() == .connected)
    _ = try ask("ModuleBusinessObject", "hangup", channel, .null, at: 31_500)
    #expect(pbx.calls.isEmpty)
    #expect(pbx.state.callList.first?.talkTime == 30_000)
    #expect(pbx.actions.count == 4)
    #expect(throws: JavaException.self) { try ask("ModuleBusinessObject", "hangup", .string("SIP/none"), .null) }
  }

  @Test func `a placed call comes to its end by itself`() throws {
    pbx.state.legs = ["0002": .answers(talking: 2_000)]
    let ada = try pbx.user(1)
    _ = try pbx.placeCall(of: ada, to: "11", now: 1_000)
    _ = try pbx.placeCall(of: ada, to: "00441234", now: 1_000)
    pbx.tick(1_000)
    #expect(pbx.calls.map(\.phase) == [.connected, .ringing])
    pbx.tick(3_000)
    #expect(pbx.calls.count == 1)
    pbx.tick(121_000)
    #expect(pbx.calls.isEmpty)
    #expect(pbx.state.callList.map(\.talkTime) == [2_000, nil])
    #expect(throws: JavaException.self) { try pbx.placeCall(of: ada, to: "*700", now: 1_000) }
  }
}
