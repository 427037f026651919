/// Experimental functions on the call of a run, and on calls by their UUID.
enum CallLegFunctions {
  private static let domain = "starface.experimentalFunctions"

  static let functions: [BuiltInFunction] = [
    .value(domain, "GetCallChannelName", "", "String channel") { call in
      .string(call.context.runServices.find(LiveCall.self)?.channel ?? "")
    },
    .value(domain, "GetExtension", "", "String dialedExtension") { call in
      .string(try call.call(for: "GetExtension").extensionDigits)
    },
    .value(domain, "GetForwarder", "", "int account") { call in
      .int(try call.call(for: "GetForwarder").forwarder ?? 0)
    },
    .value(domain, "GetChannesForAccount", "int accountId", "List channels") { call in
      let user = try call.user(0)
      return .list(
        call.pbx.calls(of: user.id).map {
          .string($0.caller.userID == user.id ? $0.caller.channel : $0.callee.channel)
        }
      )
    },
    .effect(
      domain,
      "RedirectCallToNewExtension",
      "String callId, String extension, Boolean redirectBoth"
    ) { call in
      let id = call.text(0)
      let number = call.text(1)
      guard call.pbx.calls.contains(where: { $0.id == id }) else {
        throw JavaException.illegalArgument("there is no call '\(id)'")
      }
      let target = NumberPlan(call.pbx.state).target(of: number, fromInside: true)
      guard target != .unknown else { throw JavaException.illegalArgument("'\(number)' leads nowhere") }
      let both = call.boolean(2)
      call.pbx.redirect(id, to: number, target, movesBoth: both, now: call.context.now)
      call.record(
        "\(domain).RedirectCallToNewExtension",
        "call \(id) to \(number)\(both ? " with both sides" : "")"
      )
    },
    .effect(domain, "SetRecordSettingsForChannel", "boolean playAnnounce, boolean recordAnnounce") { call in
      let live = try call.openCall(for: "SetRecordSettingsForChannel")
      live.recordSettings = (call.boolean(0), call.boolean(1))
      call.record(
        "\(domain).SetRecordSettingsForChannel",
        "announcement \(call.boolean(0) ? "played" : "not played"), \(call.boolean(1) ? "recorded" : "not recorded")"
      )
    },
    .effect(domain, "SetRingToneForCallLeg", "String ringToneFile, String serverDomainName") { call in
      try setRingTone(call, "SetRingToneForCallLeg", "http://\(call.text(1))/\(call.text(0))")
    },
    .effect(domain, "SetRingToneSipHeaderForCallLeg", "String ringToneSipHeader") { call in
      try setRingTone(call, "SetRingToneSipHeaderForCallLeg", call.text(0))
    },
  ]

  private static func setRingTone(_ call: BuiltInCall, _ function: String, _ tone: String) throws(JavaException) {
    try call.openCall(for: function).ringTone = tone
    call.record("\(domain).\(function)", "ring tone \(tone)")
  }
}
