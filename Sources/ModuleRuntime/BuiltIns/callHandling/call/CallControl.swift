/// Answering, refusing and ending the call of a run.
enum CallControl {
  private static let domain = "starface.callHandling.call"

  static let functions: [BuiltInFunction] = [
    .waiting(domain, "Answer", "int delay", "") { call in
      let live = try call.openCall(for: "Answer")
      live.answer(call.context.now)
      return .wait(pause(live, until: call.context.now + Int64(max(0, call.int(0) ?? 0)) * 1000))
    },
    .waiting(domain, "Busy", "int number", "") { call in
      let live = try call.openCall(for: "Busy")
      let seconds = call.int(0) ?? 0
      live.note(.busy, at: call.context.now)
      let end = call.context.now + Int64(seconds <= 0 ? 5 : seconds) * 1000
      return .wait(
        CallWait { now throws(JavaException) in
          if live.isOpen, now >= end { live.end(.busy, now: end) }
          return live.isOpen ? .until(end) : .done([])
        }
      )
    },
    .effect(domain, "Hangup", "") { call in
      try call.call(for: "Hangup").end(.module, now: call.context.now)
    },
    .waiting(domain, "Conference", "String conferenceRoom", "") { call in
      let live = try call.openCall(for: "Conference")
      let room = call.text(0)
      if !room.isEmpty { return .wait(join(room, live)) }
      // The caller is asked for the room; `#` or ten seconds end the number.
      live.answer(call.context.now)
      let question = "conf-getconfno"
      live.note(.playback, question, at: call.context.now)
      var digits = DigitCollection(
        most: 10,
        timeout: 10_000,
        playbackEnd: call.context.now + call.pbx.duration(of: question)
      )
      var joined: CallWait?
      let context = call.context
      return .wait(
        CallWait { now throws(JavaException) in
          if joined == nil {
            if !live.isOpen { throw .hungUp }
            let (keys, time) = digits.step(live, now)
            guard let keys else { return .until(time) }
            guard live.pbx.state.conferences.contains(where: { $0.name == keys }) else {
              context.log(.warn, "Conference: there is no conference room '\(keys)'")
              live.note(.playback, "conf-invalid", at: now)
              return .done([])
            }
            joined = join(keys, live)
          }
          guard let outputs = try joined?.poll(context) else { return .until(nil) }
          return .done(outputs)
        }
      )
    },
    .value(domain, "ParkCall", "int timeout, String mohClass", "String parkedChannel") { call in
      let live = try call.openCall(for: "ParkCall")
      let seconds = call.int(0) ?? 0
      let time = call.context.now + Int64(seconds <= 0 ? 86_400 : seconds) * 1000
      live.answer(call.context.now)
      live.park(until: time, now: call.context.now)
      call.record("\(domain).ParkCall", "\(live.channel) parked")
      return .string(live.channel)
    },
    .value(domain, "IsParkedCallUp", "String parkedChannel", "boolean isUp") { call in
      .boolean(call.pbx.liveCall(call.text(0))?.isParked ?? false)
    },
    .waiting(domain, "PickParkedCall", "String parkedChannel", "boolean successful") { call in
      let live = try call.call(for: "PickParkedCall")
      guard !live.hasEnded else { throw JavaException.hungUp }
      guard let parked = call.pbx.liveCall(call.text(0)), parked.isParked else { return .done([.boolean(false)]) }
      call.record("\(domain).PickParkedCall", "\(parked.channel) picked up")
      parked.unpark(now: call.context.now)
      if parked === live { return .done([.boolean(true)]) }
      parked.connect(to: live.caller, live.channel, now: call.context.now)
      live.connect(to: parked.caller, parked.channel, now: call.context.now)
      return .wait(
        CallWait { now throws(JavaException) in
          if let end = parked.endTime { live.end(.callee, now: end) }
          guard let end = live.endTime else { return .until(nil) }
          parked.end(.callee, now: end)
          return .done([.boolean(true)])
        }
      )
    },
    .values(
      domain,
      "SendFax",
      "Integer accountId, String extention, String resource, String signalName, String signalNumber, "
        + "boolean overwriteConfirmationSettings",
      "FaxState exitStatus, boolean success"
    ) { call in
      let user = try call.user(0)
      let number = call.text(1)
      let state: String
      if call.text(2).isEmpty {
        state = "NOFILE"
      } else {
        let answer = Legs(call.pbx, call: call.context.runServices.find(LiveCall.self)).outside(number).answer
        state =
          switch answer {
          case .answers: "SENT"
          case .busy, .rejects: "BUSY"
          case .noAnswer: "NOANSWER"
          case .unreachable: "FAILED"
          }
      }
      call.context.runServices.find(LiveCall.self)?.note(.fax, "\(number) \(state)", at: call.context.now)
      call.record("\(domain).SendFax", "fax of \(user.login) to \(number): \(state)")
      return [.string(state), .boolean(state == "SENT")]
    },
  ]

  /// Waits with an open channel.
  static func pause(_ live: LiveCall, until end: Int64, outputs: [Value] = []) -> CallWait {
    CallWait { now throws(JavaException) in
      if !live.isOpen { throw .hungUp }
      return now >= end ? .done(outputs) : .until(end)
    }
  }

  private static func join(_ room: String, _ live: LiveCall) -> CallWait {
    let connection = Connection(
      live,
      to: .conference(room),
      number: room,
      callerName: live.caller.name,
      callerNumber: live.callerExternalNumber,
      timeout: 0
    )
    return CallWait { now throws(JavaException) in
      switch try connection.step(now) {
      case .until(let time): .until(time)
      case .over: .done([])
      }
    }
  }
}
