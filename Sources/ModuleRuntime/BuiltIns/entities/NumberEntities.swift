/// Numbers of users and groups, and their forwarding.
enum NumberEntities {
  private static let domain = "starface.entities"

  static let functions: [BuiltInFunction] = [
    .value(domain, "GetPrefixForOutgoingCalls", "", "String prefixForOutgoingCalls") { call in
      .string(call.pbx.state.outgoingPrefix)
    },
    .values(
      domain,
      "GetPrimaryNumbersForAccountID",
      "int accountId, boolean attachCountryAndAreaCode",
      "String primaryExternalNumber, String primaryInternalNumber"
    ) { call in
      let (own, outer) = try numbers(of: call.int(0) ?? 0, call.pbx)
      return [
        .string(outer.first.map { written($0, call) } ?? "0"), .string(own.isEmpty ? "0" : own),
      ]
    },
    .value(
      domain,
      "GetSignalNumberForUser",
      "int accountId, boolean attachCountryAndAreaCode",
      "String signalNumber"
    ) { call in
      let user = try call.user(0)
      let number = user.signalNumber ?? user.externalNumbers.first ?? ""
      return .string(number.isEmpty ? "0" : written(number, call))
    },
    .value(
      domain,
      "GetForwardForPhoneNumber",
      "String phoneNumber, GetForwardForPhoneNumber$ForwardType type",
      "String targetNumber"
    ) { call in
      let trigger = try Redirects.trigger(call.text(1), enumeration: "GetForwardForPhoneNumber$ForwardType")
      let redirect = try Redirects.find(call.pbx, number: call.text(0), trigger: trigger)
      return .string(redirect?.destination?.text ?? "")
    },
    .effect(domain, "SetForwardForAccount", "int accountId, String targetNumber, boolean activate") { call in
      let account = call.int(0) ?? 0
      let target = call.text(1)
      let isEnabled = call.boolean(2)
      try call.pbx.updateRedirects(of: account) { redirects in
        redirects.removeAll { $0.trigger == .always && $0.calledNumber == .any }
        redirects.append(PBXRedirect(.always, to: target.isEmpty ? nil : .number(target), isEnabled: isEnabled))
      }
      let name = call.pbx.state.user(account)?.login ?? call.pbx.state.group(account)?.name ?? ""
      call.record(
        "\(domain).SetForwardForAccount",
        "\(name): forwarding ALWAYS to \(target) \(isEnabled ? "on" : "off")"
      )
    },
  ]

  /// The numbers of a user or a group.
  static func numbers(of account: Int, _ pbx: PBX) throws(JavaException) -> (internal: String, external: [String]) {
    if let group = pbx.state.group(account) { return (group.internalNumber, group.externalNumbers) }
    let user = try pbx.user(account)
    return (user.internalNumber, user.externalNumbers)
  }

  /// With country and area code, or as people of the area dial it.
  private static func written(_ number: String, _ call: BuiltInCall) -> String {
    let plan = NumberPlan(call.pbx.state)
    return call.boolean(1) ? plan.international(number) : plan.local(number)
  }
}
