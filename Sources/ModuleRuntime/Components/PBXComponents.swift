/// Person, group, phone, call and licence components over the simulated telephone system, as far as real modules ask
/// them.
struct PBXComponents {
  let pbx: PBX
  let now: Int64

  private static let core = "de.vertico.starface.persistence.databean.core."

  private var state: PBXState { pbx.state }

  /// Answers a method; nil when it is none of these components, an exception when it names what is not there.
  func answer(_ call: PlatformCall) -> PlatformAnswer? {
    do throws(JavaException) { return try change(call) ?? read(call) } catch { return .failure(error) }
  }

  private func read(_ call: PlatformCall) -> PlatformAnswer? {
    switch (call.simpleOwner, call.method) {
    case ("UserBusinessObject", "getUsers"): list(state.users.map(user))
    case ("UserBusinessObject", "getUserByAccountId"): found(call.number(0).flatMap(state.user).map(user))
    case ("GroupBusinessObject", "getGroupByAccountId"):
      found(call.number(0).flatMap(state.group).map { group($0, type: "ExtendedGroup") })
    case ("GroupHandler", "getGroups"): list(state.groups.map { group($0, type: "Group") })
    case ("GroupHandler", "getShortServiceName"):
      found(call.number(0).flatMap(state.group).map { .string($0.name) })
    case ("PersonAndAccountHandler", "getAccountsWithPermission"):
      list(state.users.map { .integer(Int32(truncatingIfNeeded: $0.id)) })
    case ("PersonAndAccountHandler", "countSettedPermission"), ("LicenseComponent", "getMaxUsers"):
      .value(.integer(Int32(truncatingIfNeeded: state.users.count)))
    case ("SipAndPhonesHandler", "getPhoneList"): list(phones)
    case ("RedirectBusinessObject", "getRedirectSettings"):
      list(RedirectBeans(pbx).settings(of: call.number(0) ?? 0, call.text(1)))
    case ("UserStateBusinessObject", "getUserState"): found(call.number(0).flatMap(state.user).map(userState))
    case ("CallBusinessObject", "getCallIds"):
      list(pbx.calls.filter { call.number(0).map($0.userIDs.contains) ?? false }.map { .string($0.id) })
    case ("CallBusinessObject", "getCallState"), ("ModuleBusinessObject", "getCallState"):
      found(pbx.calls.first { $0.id == call.text(0) }.map { callState($0, for: call.number(1)) })
    case ("ModuleBusinessObject", "isChannelUp"):
      .value(
        .boolean(
          pbx.calls.contains { $0.caller.channel == call.text(0) || $0.callee.channel == call.text(0) }
        )
      )
    case ("LicenseComponent", "getServerLicense"):
      // What a licence is depends on the version: the method's own type says which class it is.
      .value(
        .map(
          JavaMap([(.string("licenseKey"), .string(state.licence.key)), (.string("key"), .string(state.licence.key))])
        )
      )
    default: nil
    }
  }

  private func list(_ values: [Value]) -> PlatformAnswer { .value(.list(JavaList(values))) }

  private func found(_ value: Value?) -> PlatformAnswer { .value(value ?? .null) }

  // MARK: Beans

  private func user(_ user: PBXUser) -> Value {
    .bean(
      Self.core + "ExtendedUserData",
      [
        "accountId": .integer(Int32(truncatingIfNeeded: user.id)), "loginNumber": .string(user.login),
        "firstName": .string(user.firstName), "familyName": .string(user.lastName), "email": .string(user.email),
        "dnd": .boolean(user.isOnDND),
        "intPhoneNumber": number(user.internalNumber), "extPhoneNumber": number(user.externalNumbers.first ?? ""),
      ]
    )
  }

  private func number(_ text: String) -> Value {
    .bean(Self.core + "PhoneNumberBeanLite", ["phoneNumberWithNationalPrefix": .string(text)])
  }

  private func group(_ group: PBXGroup, type: String) -> Value {
    .bean(
      Self.core + type,
      [
        "accountId": .integer(Int32(truncatingIfNeeded: group.id)), "description": .string(group.name),
        "name": .string(group.name), "loginNumber": .string(group.login),
      ]
    )
  }

  private var phones: [Value] {
    state.users.flatMap { user in
      user.phones.map { phone in
        .bean(
          "de.vertico.starface.config.phone.forms.PhoneListBean",
          [
            "id": .integer(Int32(truncatingIfNeeded: phone.id)), "name": .string(phone.name),
            "sipname": .string(phone.name), "online": .boolean(phone.isOnline),
            "userList": .list(JavaList([.string(user.name)])),
          ]
        )
      }
    }
  }

  private func userState(_ user: PBXUser) -> Value {
    .bean(
      "de.starface.integration.uci.java.v30.types.UserState",
      [
        "chatPresence": .string(user.presence.rawValue), "chatPresenceMessage": .string(user.presenceMessage),
        "dnd": .boolean(user.isOnDND),
      ]
    )
  }

  private func callState(_ call: PBXCall, for account: Int?) -> Value {
    .bean(
      "de.starface.integration.uci.java.v30.types.Call",
      [
        "id": .string(call.id), "accountId": account.map { .string(String($0)) } ?? .null,
        "state": .string(call.phase.rawValue), "callerNumber": .string(call.caller.number),
        "callerName": .string(call.caller.name), "calledNumber": .string(call.callee.number),
        "calledName": .string(call.callee.name), "timestamp": .date(call.startTime ?? now),
        "channelNames": .list(JavaList([.string(call.caller.channel), .string(call.callee.channel)])),
      ]
    )
  }
}
