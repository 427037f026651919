/// What a module can learn about the call of its run.
///
/// Numbers that are not there are `0` or the empty text, as the reference list says; an account that is not there is 0.
enum CallFacts {
  private static let domain = "starface.callHandling.call"

  static let functions: [BuiltInFunction] = [
    .values(
      domain,
      "GetCaller2",
      "",
      "int account, String callerName, String callerExtNumber, String callerSignallingNumber, String callerIFMCNumber, "
        + "String callerIntNumber, String countryCode, Boolean isAnonymous"
    ) { call in
      let live = try call.call(for: "GetCaller2")
      let user = live.caller.userID.flatMap(call.pbx.state.user)
      let external = live.callerExternalNumber
      let mobile = user?.phones.first { $0.mobileNumber != nil }?.mobileNumber
      let country = CountryCodes.country(of: NumberPlan(call.pbx.state).international(external))
      return [
        .int(live.caller.userID ?? 0), .string(live.caller.name), .string(external.isEmpty ? "0" : external),
        .string(external), .string(mobile ?? ""),
        .string(user.map { $0.internalNumber.isEmpty ? "0" : $0.internalNumber } ?? "0"),
        .string(country.lowercased()), .boolean(external.isEmpty),
      ]
    },
    .values(domain, "GetCalledNumber", "", "String calledNumber, String countryCode") { call in
      let live = try call.call(for: "GetCalledNumber")
      let plan = NumberPlan(call.pbx.state)
      let country =
        switch plan.target(of: live.calledNumber, fromInside: live.isFromInside) {
        case .outside(let number): CountryCodes.country(of: plan.international(number))
        case .user, .group:
          plan.account(internalNumber: live.calledNumber) == nil
            ? CountryCodes.country(of: plan.international(live.calledNumber)) : ""
        default: ""
        }
      return [.string(live.calledNumber), .string(country)]
    },
    .values(domain, "GetCallee", "", "int account, String calledNumber") { call in
      let live = try call.call(for: "GetCallee")
      return [.int(live.calleeAccount ?? 0), .string(live.calledNumber)]
    },
    .value(domain, "GetCallUUID", "String channelName", "String uuid") { call in
      if let channel = call.optionalText(0), !channel.isEmpty {
        let calls = call.pbx.calls
        return .string(calls.first { $0.caller.channel == channel || $0.callee.channel == channel }?.id ?? "")
      }
      return .string(call.context.runServices.find(LiveCall.self)?.id ?? "")
    },
    .value(domain, "GetCurrentChannel", "", "String currentChannel") { call in
      .string(call.context.runServices.find(LiveCall.self)?.channel ?? "")
    },
    .value(domain, "IsChannelOpen", "", "boolean isChannelOpen") { call in
      .boolean(call.context.runServices.find(LiveCall.self).map { !$0.hasEnded } ?? false)
    },
    .value(domain, "IsInternalCall", "", "Boolean internCall") { call in
      let live = try call.call(for: "IsInternalCall")
      let callee = live.calleeAccount.flatMap(call.pbx.state.user)
      return .boolean(live.isFromInside && callee != nil)
    },
    .value(domain, "IsInternalExtension", "String extension", "Boolean isInternalExtension") { call in
      let digits = call.text(0)
      guard !digits.isEmpty, digits.enumerated().allSatisfy({ $1.isASCII && $1.isNumber || ($0 == 0 && $1 == "+") })
      else { throw JavaException.illegalArgument("'\(digits)' is no extension: digits, or a plus and digits") }
      return .boolean(NumberPlan(call.pbx.state).account(internalNumber: digits) != nil)
    },
    .value(domain, "IsResolvedCall", "", "Boolean resolved") { call in
      .boolean(try call.call(for: "IsResolvedCall").isCallerResolved)
    },
    .value(domain, "IsUserBusy", "int userId", "boolean busy") { call in
      let user = try call.user(0)
      return .boolean(!call.pbx.calls(of: user.id).isEmpty)
    },
  ]
}
