/// Call forwarding as users set it.
enum RedirectSettings {
  private static let domain = "starface.callHandling.uci"

  static let functions: [BuiltInFunction] = [
    .value(domain, "GetRedirectAlwaysActive", "int userId", "boolean redirectAlwaysActive") { call in
      .boolean(try call.user(0).redirects.contains { $0.isEnabled && $0.trigger == .always && $0.destination != nil })
    },
    .effect(
      domain,
      "SetRedirectSetting",
      "int accountId, String type, String enabled, String calledNumberType, String destinationType, String destination"
    ) { call in
      let account = call.int(0) ?? 0
      let trigger = try Redirects.trigger(call.text(1), enumeration: "RedirectSettingType")
      let called = calledNumber(call.text(3))
      let isEnabled = call.text(2).lowercased() == "true"
      let destination = try destination(call)
      try call.pbx.updateRedirects(of: account) { redirects in
        if let index = redirects.firstIndex(where: { $0.trigger == trigger && $0.calledNumber == called }) {
          redirects[index].isEnabled = isEnabled
          redirects[index].destination = destination ?? redirects[index].destination
        } else {
          redirects.append(PBXRedirect(trigger, to: destination, of: called, isEnabled: isEnabled))
        }
      }
      let name = call.pbx.state.user(account)?.login ?? call.pbx.state.group(account)?.name ?? ""
      let target = destination.map { " to \($0.text)" } ?? ""
      call.record(
        "\(domain).SetRedirectSetting",
        "\(name): forwarding \(trigger.rawValue)\(target) \(isEnabled ? "on" : "off")"
      )
    },
  ]

  private static func calledNumber(_ text: String) -> PBXRedirect.CalledNumber {
    switch text.uppercased() {
    case "", "ALL", "ANY": .any
    case "INTERNAL": .internal
    case "EXTERNAL": .external
    default: .number(text)
    }
  }

  private static func destination(_ call: BuiltInCall) throws(JavaException) -> PBXRedirect.Destination? {
    let text = call.text(5)
    guard !text.isEmpty else { return nil }
    switch call.text(4).uppercased() {
    case "PHONENUMBER", "": return .number(text)
    case "VOICEMAIL", "MAILBOX":
      guard let box = Int(text), call.pbx.state.voicemailBoxes.contains(where: { $0.number == box }) else {
        throw .illegalArgument("there is no voicemail box '\(text)'")
      }
      return .voicemail(box)
    default:
      throw .illegalArgument(
        "No enum constant RedirectSettingDestinationType.\(call.text(4)): PHONENUMBER or VOICEMAIL is expected"
      )
    }
  }
}
