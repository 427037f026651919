/// Functions that bring the call of a run to somebody, and come back when that is over.
///
/// `CallUser2`, `CallGroup2` and `CallPhoneDevice2` ring phones; `CallPhonenumber2` and `PerformForwardForPhoneNumber`
/// follow the number wherever it leads: forwarding, voicemail, a service, listening in (``PBXState/listenCode``).
enum Dialling {
  private static let domain = "starface.callHandling.call"

  static let functions: [BuiltInFunction] = [
    .waiting(domain, "CallUser2", "int userId, String callerName, String callerNumber, int timeout", "") { call in
      let live = try call.openCall(for: "CallUser2")
      let user = try call.user(0)
      live.calleeAccount = user.id
      return ring([Legs(call.pbx, call: live).user(user)], call, live, isDefault: { $0 < 0 }) { _ in [] }
    },
    .waiting(domain, "CallGroup2", "int group, String callerName, String callerNumber, int timeout", "") { call in
      let live = try call.openCall(for: "CallGroup2")
      let group = try call.pbx.group(call.int(0) ?? 0)
      live.calleeAccount = group.id
      live.groupID = group.id
      return ring(Legs(call.pbx, call: live).group(group), call, live, isDefault: { $0 < 0 }) { _ in [] }
    },
    .waiting(
      domain,
      "CallPhoneDevice2",
      "List phoneDevices, String callerName, String callerNumber, int timeout, Boolean outgoing",
      "boolean success"
    ) { call in
      let live = try call.openCall(for: "CallPhoneDevice2")
      let legs = try call.list(0).elements.map { Legs(call.pbx, call: live).phone($0.text) }
      return ring(legs, call, live, isDefault: { $0 < 1 }) { [.boolean($0)] }
    },
    .waiting(
      domain,
      "CallPhonenumber2",
      "String phoneNumber, String callerName, String callerNumber, int timeout, String cancelCallLeg, "
        + "String callerChannel, Boolean outgoing",
      "Boolean success"
    ) { call in
      let number = call.text(0)
      guard !number.isEmpty else { throw JavaException.illegalArgument("CallPhonenumber2 needs a phone number") }
      let live: LiveCall
      if let channel = call.optionalText(5), !channel.isEmpty {
        guard let owner = call.pbx.liveCall(channel) else {
          throw JavaException.illegalArgument("there is no channel '\(channel)'")
        }
        live = owner
        if !live.isOpen { throw JavaException.hungUp }
      } else {
        live = try call.openCall(for: "CallPhonenumber2")
      }
      let cancelled = call.optionalText(4).flatMap { $0.isEmpty ? nil : $0 }
      let connection = Connection(
        live,
        to: NumberPlan(call.pbx.state).target(of: number, fromInside: true),
        number: number,
        callerName: shown(call.optionalText(1), "unknown"),
        callerNumber: call.text(2),
        timeout: seconds(call.int(3) ?? 0, isDefault: { $0 < 1 })
      )
      return .wait(follow(connection, live, cancelledBy: cancelled) { [.boolean($0)] })
    },
    .waiting(
      domain,
      "PerformForwardForPhoneNumber",
      "String phoneNumber, PerformForwardForPhoneNumber$ForwardCase forwardCase",
      "boolean forwardFound"
    ) { call in
      let live = try call.openCall(for: "PerformForwardForPhoneNumber")
      guard
        let redirect = try Redirects.find(
          call.pbx,
          number: call.text(0),
          trigger: Redirects.trigger(call.text(1), enumeration: "PerformForwardForPhoneNumber$ForwardCase")
        ), let destination = redirect.destination
      else { return .done([.boolean(false)]) }
      live.note(.forwarded, "\(redirect.trigger.rawValue) \(destination.text)", at: call.context.now)
      let plan = NumberPlan(call.pbx.state)
      let target: NumberPlan.Target =
        switch destination {
        case .number(let number): plan.target(of: number, fromInside: true)
        case .voicemail(let box): .voicemail(box)
        }
      switch plan.account(number: call.text(0)) {
      case .user(let id), .group(let id): live.forwarder = id
      default: break
      }
      let connection = Connection(
        live,
        to: target,
        number: destination.text,
        callerName: live.caller.name,
        callerNumber: live.callerExternalNumber,
        timeout: 30_000
      )
      return .wait(follow(connection, live, cancelledBy: nil) { _ in [.boolean(true)] })
    },
  ]

  /// Rings sides that the module named itself; name, number and timeout are arguments 1 to 3.
  private static func ring(
    _ legs: [Dial.Leg],
    _ call: BuiltInCall,
    _ live: LiveCall,
    isDefault: (Int) -> Bool,
    _ outputs: @escaping (Bool) -> [Value]
  ) -> BuiltInOutcome {
    let connection = Connection(
      live,
      legs: legs,
      callerName: shown(call.optionalText(1), "STARFACE PBX"),
      callerNumber: call.text(2),
      timeout: seconds(call.int(3) ?? 0, isDefault: isDefault),
      now: call.context.now
    )
    return .wait(follow(connection, live, cancelledBy: nil, outputs))
  }

  private static func follow(
    _ connection: Connection,
    _ live: LiveCall,
    cancelledBy channel: String?,
    _ outputs: @escaping (_ isAnswered: Bool) -> [Value]
  ) -> CallWait {
    CallWait { now throws(JavaException) in
      if let channel, channel != live.channel, live.phase == .ringing, live.pbx.liveCall(channel) == nil {
        connection.cancel(now)
      }
      switch try connection.step(now) {
      case .until(let time): return .until(time)
      case .over(let result): return .done(outputs(result == .answered))
      }
    }
  }

  private static func shown(_ name: String?, _ standard: String) -> String {
    guard let name, !name.isEmpty else { return standard }
    return name
  }

  private static func seconds(_ seconds: Int, isDefault: (Int) -> Bool) -> Int64 {
    Int64(isDefault(seconds) ? 30 : seconds) * 1000
  }
}
