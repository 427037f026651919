import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// Functions that read and change users, groups, numbers and licences; none of them needs a call.
@Suite struct AccountFunctionTests {
  typealias D = Designer

  /// Function, inputs, outputs, and what the outputs are.
  private static let questions = """
    entities.GetUsersForEMail | emailAddress=Ada <ADA@example.com> | users | [1]
    entities.GetUsersForEMail | emailAddress=nobody@example.com | users | []
    entities.GetUsersOfGroup | groupId=100 | usersOfGroup | [1, 3]
    entities.GetUsersOfGroup | groupId=100; withInactiveUsers=true | usersOfGroup | [1, 2, 3]
    entities.GetUsersOfGroup2 | groupId=100; activeOnly=true; excludeDND=true | usersOfGroup | [1]
    entities.IsGroup | account=100 | isGroup group | true 100
    entities.IsUser | accountId=100 | isUser user | false
    entities.ResolveAccount | loginId=0002 | accountId | 2
    entities.ResolveAccount | loginId=Sales | accountId | 100
    entities.ResolveGroupData | accountId=100 | description size primaryCallNumber loginId | Sales 3 50 Sales
    entities.ResolveUserData | accountId=1 | firstName familyName email primaryCallNumber primaryPhoneDevice loginId | Ada Lovelace ada@example.com 10 SIP/0001.desk 0001
    entities.GetPrefixForOutgoingCalls |  | prefixForOutgoingCalls | 0
    entities.GetPrimaryNumbersForAccountID | accountId=1; attachCountryAndAreaCode=true | primaryExternalNumber primaryInternalNumber | +4972199910 10
    entities.GetPrimaryNumbersForAccountID | accountId=1 | primaryExternalNumber primaryInternalNumber | 99910 10
    entities.GetSignalNumberForUser | accountId=3 | signalNumber | 0
    entities.GetForwardForPhoneNumber | phoneNumber=11; type=BUSY | targetNumber | 10
    entities.GetForwardForPhoneNumber | phoneNumber=10; type=ALWAYS | targetNumber |
    entities.CheckLicense |  | isValid | false
    entities.GetModuleInstanceName |  | moduleInstanceName | I
    entities.GetModuleName |  | moduleName | Sample
    callHandling.uci.GetDNDSetting | userId=3 | isDndActive | true
    callHandling.uci.GetCallWaitingIndication | userId=2 | isCwiActive | false
    callHandling.uci.GetChatPresence | userId=1 | chatPresence | AVAILABLE
    callHandling.uci.GetMessageWaitingIndication | userId=1 | messageWaitingIndication | false
    callHandling.uci.GetPhoneIds | userId=1 | phoneIds | [11, 12]
    callHandling.uci.GetCcbsAccountState | userId=1 | ccbsAccountState | NONE
    callHandling.uci.GetTelephonyState | userId=1 | telephonyState | AVAILABLE
    callHandling.uci.GetGroupLogon | accountId=2; groupId=Sales | loggedOn | false
    callHandling.uci.GetRedirectAlwaysActive | userId=2 | redirectAlwaysActive | false
    callHandling.uci.GetCallIds | userId=1 | callIds | []
    callHandling.call.IsInternalExtension | extension=50 | isInternalExtension | true
    callHandling.call.IsUserBusy | userId=1 | busy | false
    experimentalFunctions.GetInternalNumber | accountId=100 | internalNumber | 50
    experimentalFunctions.GetVoicemailBoxesForUser | accountId=1 | voicemailboxes | [1]
    experimentalFunctions.ResolveFromSFAddressbook | accountId=1; extention=004420555 | success firstName lastName companyName formattedName | true Charles Babbage Engines Charles Babbage, Engines
    experimentalFunctions.GetLDAPContactId | phoneNumber=+4420555 | contactLDAPID | cn=babbage
    experimentalFunctions.GetHardwareId |  | hardwareId | 1234-5678
    experimentalFunctions.GetLicenseKeyFormatted |  | licenseKeyFormatted | AAAA-BBBB-CCCC-DDDD
    experimentalFunctions.GetLicenseKey |  | licenseKey | AAAABBBBCCCCDDDD
    experimentalFunctions.CheckUpdateOption | versionString=9.0.0.1 | result | false
    experimentalFunctions.CheckUpdateOption | versionString=8.1 | result | true
    """

  @Test func `functions answer from the telephone system`() async throws {
    var asked = 0
    for line in Self.questions.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimming(" ") }
      let (name, inputs, outputs) = (fields[0], fields[1].split(separator: ";"), fields[2].split(separator: " "))
      let dot = try #require(name.lastIndex(of: "."))
      let call = D.call(
        "starface.\(name[..<dot])",
        String(name[name.index(after: dot)...]),
        inputs.map { input in
          let parts = input.split(separator: "=").map { $0.trimming(" ") }
          return (parts[0], .string, .lit(parts[1]))
        },
        out: outputs.map { (String($0), "_\($0)") }
      )
      let log = D.call("starface.system", "Log2", lists: [("messages", .object, outputs.map { .ref("_\($0)") })])
      let lines = try await D.run(configuration: RuntimeConfiguration(pbx: Appliance.state), [call, log])
      #expect(lines.map { $0.trimming(" ") } == ["INFO \(fields[3])".trimming(" ")], "\(line)")
      asked += 1
    }
    #expect(asked == 41)
  }

  @Test func `what is not there is an exception that names it`() async throws {
    let cases: [(String, String, [String: String], String)] = [
      ("entities", "ResolveUserData", ["accountId": "77"], "there is no user with account id 77"),
      ("entities", "GetUsersOfGroup", ["groupId": "1"], "there is no group with account id 1"),
      (
        "entities", "GetForwardForPhoneNumber", ["phoneNumber": "99", "type": "BUSY"],
        "no user or group has the number '99'"
      ),
      (
        "entities", "GetForwardForPhoneNumber", ["phoneNumber": "10", "type": "NEVER"],
        "No enum constant GetForwardForPhoneNumber$ForwardType.NEVER"
      ),
      (
        "callHandling.uci", "SetGroupLogon", ["accountId": "1", "groupId": "Support", "loggedOn": "true"],
        "there is no group 'Support'"
      ),
      ("callHandling.uci", "SetPrimaryPhone", ["userId": "1", "primaryPhone": "SIP/x"], "has no phone 'SIP/x'"),
      ("callHandling.uci", "HangupCall", ["callId": "none"], "there is no call 'none'"),
      (
        "callHandling.uci", "SetRedirectSetting",
        [
          "accountId": "1", "type": "ALWAYS", "enabled": "true", "destinationType": "VOICEMAIL", "destination": "9",
        ],
        "there is no voicemail box '9'"
      ),
    ]
    for (group, id, inputs, message) in cases {
      let lines = try await D.run(
        configuration: RuntimeConfiguration(pbx: Appliance.state),
        D.ask(group, id, inputs) + [D.log(.lit("not reached"))]
      )
      #expect(lines.count == 1, "\(id)")
      #expect(lines.first?.hasPrefix("ERROR") == true, "\(id)")
      #expect(lines.first?.contains("java.lang.IllegalArgumentException") == true, "\(id)")
      #expect(lines.first?.contains(message) == true, "\(lines)")
    }
    #expect(cases.count == 8)
  }

  @Test func `changes go into the state and into the record`() async throws {
    let statements =
      D.ask("callHandling.uci", "SetDND", ["userId": "1", "activate": "true"])
      + D.ask("callHandling.uci", "SetCallWaitingIndication", ["userId": "2", "activateCwi": "true"])
      + D.ask("callHandling.uci", "SetChatPresenceMessage", ["userId": "1", "chatPresenceMessage": "at lunch"])
      + D.ask("callHandling.uci", "SetPrimaryPhone", ["userId": "1", "primaryPhone": "SIP/0001.mobile"])
      + D.ask("callHandling.uci", "SetAvatarImage", ["userId": "1", "avatarImagePath": "ada.png"])
      + D.ask("callHandling.uci", "SetGroupLogon", ["accountId": "2", "groupId": "100", "loggedOn": "true"])
      + D.ask("callHandling.uci", "SetAllGroupLogon", ["accountId": "3", "loggedOn": "false"])
      + D.ask(
        "entities",
        "SetForwardForAccount",
        ["accountId": "1", "targetNumber": "00172123", "activate": "true"]
      )
      + D.ask(
        "callHandling.uci",
        "SetRedirectSetting",
        [
          "accountId": "1", "type": "TIMEOUT", "enabled": "true", "calledNumberType": "ALL",
          "destinationType": "VOICEMAIL", "destination": "1",
        ]
      )
      + D.ask("callHandling.uci", "GetRedirectAlwaysActive", ["userId": "1"], "redirectAlwaysActive")
    let desk = try await Appliance(entryPoints: [D.rpc("go", "main")], statements)
    _ = try await desk.runtime.call("I.go")
    #expect(await desk.lines == ["INFO true"])
    let state = await desk.runtime.pbx
    let ada = try #require(state.user(1))
    #expect(ada.isOnDND)
    #expect(ada.presenceMessage == "at lunch")
    #expect(ada.avatarPath == "ada.png")
    #expect(ada.primaryPhone?.name == "SIP/0001.mobile")
    #expect(
      ada.redirects == [
        PBXRedirect(.always, to: .number("00172123")), PBXRedirect(.timeout, to: .voicemail(1)),
      ]
    )
    #expect(state.user(2)?.hasCallWaiting == true)
    #expect(state.group(100)?.members == [.init(1), .init(2), .init(3, isLoggedOn: false)])
    let actions = await desk.runtime.pbxActions
    #expect(actions.count == 9)
    #expect(
      actions.first
        == PBXAction(
          time: RuntimeConfiguration.sampleTime,
          instance: "I",
          function: "starface.callHandling.uci.SetDND",
          effect: "0001: DND on"
        )
    )
  }

  @Test func `a module deactivates its own instance and comes to its end`() async throws {
    let desk = try await Appliance(
      functions: [D.function("bye", [D.log(.lit("bye"))])],
      entryPoints: [D.rpc("go", "main"), D.stage(.instanceDeactivated, "bye")],
      D.ask("entities", "DeactivateModuleInstance", "successful") + [D.log(.lit("still here"))]
    )
    _ = try await desk.runtime.call("I.go")
    #expect(await desk.lines.sorted() == ["INFO bye", "INFO still here", "INFO true"])
    await #expect(throws: RuntimeError.self) { try await desk.runtime.call("I.go") }
  }

  @Test func `the call list is filtered and sorted`() async throws {
    var state = Appliance.state
    let begin = RuntimeConfiguration.sampleTime - 86_400_000
    let ada = PBXCall.Party(userID: 1, number: "10", name: "Ada Lovelace")
    let outside = PBXCall.Party(number: "+4420555", name: "Babbage")
    state.callList = [
      PBXCallRecord(id: "a", caller: outside, callee: ada, startTime: begin, talkTime: 61_000),
      PBXCallRecord(id: "b", caller: ada, callee: outside, startTime: begin + 1_000),
      PBXCallRecord(id: "c", caller: outside, callee: ada, startTime: begin + 2_000),
    ]
    func entries(direction: String, answer: String, sortBy: String) async throws -> [String] {
      try await D.run(
        configuration: RuntimeConfiguration(pbx: state),
        D.ask(
          "experimentalFunctions",
          "GetCallListEntriesForUser",
          [
            "from": "0", "to": "9999999999999", "callDirection": direction, "callAnswer": answer, "sortBy": sortBy,
            "sortAscending": "false",
          ],
          lists: ["accountIds": ["1"]],
          "callListEntries"
        )
      )
    }
    let missed = try await entries(direction: "1", answer: "2", sortBy: "1")
    #expect(missed.count == 1)
    #expect(missed[0].contains("Duration=0"))
    #expect(missed[0].contains("Date=2019-01-01 15:16:19"))
    let all = try await entries(direction: "3", answer: "3", sortBy: "5")
    #expect(all[0].ranges(of: "CallNumber=+4420555").count == 3)
    #expect(all[0].firstRange(of: "Duration=61") != nil)
    let refused = try await entries(direction: "4", answer: "3", sortBy: "1")
    #expect(refused[0].contains("callDirection 4: 1 (incoming), 2 (outgoing) or 3 (both) is expected"))
  }
}

extension StringProtocol {
  /// Without a character at both ends.
  fileprivate func trimming(_ character: Character) -> String {
    guard let first = firstIndex(where: { $0 != character }), let last = lastIndex(where: { $0 != character }) else {
      return ""
    }
    return String(self[first...last])
  }
}
