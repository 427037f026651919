/// What users can set about themselves: do not disturb, call waiting, presence, picture, primary phone.
enum UserSettings {
  private static let domain = "starface.callHandling.uci"

  static let functions: [BuiltInFunction] = [
    .value(domain, "GetDNDSetting", "int userId", "boolean isDndActive") { call in
      .boolean(try call.user(0).isOnDND)
    },
    .effect(domain, "SetDND", "int userId, boolean activate") { call in
      let isOn = call.boolean(1)
      try change(call, "SetDND", "DND \(isOn ? "on" : "off")") { $0.isOnDND = isOn }
    },
    .value(domain, "GetCallWaitingIndication", "int userId", "boolean isCwiActive") { call in
      .boolean(try call.user(0).hasCallWaiting)
    },
    .effect(domain, "SetCallWaitingIndication", "int userId, boolean activateCwi") { call in
      let isOn = call.boolean(1)
      try change(call, "SetCallWaitingIndication", "call waiting \(isOn ? "on" : "off")") { $0.hasCallWaiting = isOn }
    },
    .value(domain, "GetChatPresence", "int userId", "String chatPresence") { call in
      .string(try call.user(0).presence.rawValue)
    },
    .effect(domain, "SetChatPresenceMessage", "int userId, String chatPresenceMessage") { call in
      let message = call.text(1)
      try change(call, "SetChatPresenceMessage", "presence message '\(message)'") { $0.presenceMessage = message }
    },
    .effect(domain, "SetAvatarImage", "int userId, String avatarImagePath") { call in
      let path = call.text(1)
      try change(call, "SetAvatarImage", "picture \(path)") { $0.avatarPath = path.isEmpty ? nil : path }
    },
    .value(domain, "GetMessageWaitingIndication", "int userId", "boolean messageWaitingIndication") { call in
      let user = try call.user(0)
      let boxes = call.pbx.state.voicemailBoxes.filter { $0.owners.contains(user.id) }
      return .boolean(boxes.contains { $0.messages.contains { !$0.isHeard } })
    },
    .value(domain, "GetPhoneIds", "int userId", "List phoneIds") { call in
      .list(try call.user(0).phones.map { .int($0.id) })
    },
    .effect(domain, "SetPrimaryPhone", "int userId, String primaryPhone") { call in
      let name = call.text(1)
      let user = try call.user(0)
      guard user.phones.contains(where: { $0.name == name || String($0.id) == name }) else {
        throw JavaException.illegalArgument("user \(user.login) has no phone '\(name)'")
      }
      try change(call, "SetPrimaryPhone", "primary phone \(name)") { user in
        for index in user.phones.indices {
          user.phones[index].isPrimary = user.phones[index].name == name || String(user.phones[index].id) == name
        }
      }
    },
    .value(domain, "GetCcbsAccountState", "int userId", "String ccbsAccountState") { call in
      .string(try call.user(0).callBack)
    },
    .value(domain, "GetTelephonyState", "int userId", "String telephonyState") { call in
      let user = try call.user(0)
      let phases = call.pbx.calls(of: user.id).map(\.phase)
      if phases.contains(where: { $0 != .ringing }) { return .string("ACTIVE") }
      if phases.contains(.ringing) { return .string("RINGING") }
      let isReachable = user.phones.isEmpty || user.phones.contains { $0.isActive && $0.isOnline }
      return .string(isReachable ? "AVAILABLE" : "UNAVAILABLE")
    },
  ]

  private static func change(
    _ call: BuiltInCall,
    _ function: String,
    _ effect: String,
    _ change: (inout PBXUser) -> Void
  ) throws(JavaException) {
    let user = try call.user(0)
    try call.pbx.updateUser(user.id) { change(&$0) }
    call.record("\(domain).\(function)", "\(user.login): \(effect)")
  }
}
