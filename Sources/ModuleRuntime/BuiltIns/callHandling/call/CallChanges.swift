/// What a module changes about the call of its run, for what comes after it.
enum CallChanges {
  private static let domain = "starface.callHandling.call"

  static let functions: [BuiltInFunction] = [
    .effect(domain, "SetCalledNumber", "String calledNumber") { call in
      let live = try call.openCall(for: "SetCalledNumber")
      live.calledNumber = call.text(0)
      call.record("\(domain).SetCalledNumber", "called number \(live.calledNumber)")
    },
    .effect(
      domain,
      "SetCaller",
      "int accountId, String callerName, String callerExtNumber, String callerIntNumber, Boolean resolved"
    ) { call in
      let live = try call.openCall(for: "SetCaller")
      // What is unset stays as it is.
      if let account = call.int(0), account > 0 { live.caller.userID = try call.pbx.user(account).id }
      if let name = call.optionalText(1) { live.caller.name = name }
      if let number = call.optionalText(2) { live.callerExternalNumber = number }
      if let number = call.optionalText(3) { live.caller.number = number }
      if !call.value(4).isNull { live.isCallerResolved = call.boolean(4) }
      call.record("\(domain).SetCaller", "caller \(live.caller.name) <\(live.callerExternalNumber)>")
    },
    .effect(domain, "SetCallerId", "String callerName, String callerNumber, Boolean resolved") { call in
      let live = try call.openCall(for: "SetCallerId")
      live.caller.name = call.text(0)
      live.callerExternalNumber = call.text(1)
      if !live.isFromInside { live.caller.number = call.text(1) }
      if !call.value(2).isNull { live.isCallerResolved = call.boolean(2) }
      call.record("\(domain).SetCallerId", "caller \(call.text(0)) <\(call.text(1))>")
    },
    .effect(domain, "SetQueueCallerPriority", "int queueCallerPriority") { call in
      let live = try call.openCall(for: "SetQueueCallerPriority")
      live.queuePriority = call.int(0) ?? 0
      call.record("\(domain).SetQueueCallerPriority", "queue priority \(live.queuePriority)")
    },
    .effect(domain, "SetRecordAnnouncementLanguage", "String language") { call in
      let live = try call.openCall(for: "SetRecordAnnouncementLanguage")
      live.announcementLanguage = call.text(0)
      call.record("\(domain).SetRecordAnnouncementLanguage", "announcements in \(live.announcementLanguage)")
    },
    .effect(domain, "AllowRecallingThisModule", "") { call in
      let live = try call.call(for: "AllowRecallingThisModule")
      live.recallable.insert(call.context.instanceID)
      call.record("\(domain).AllowRecallingThisModule", "instance may be called again")
    },
  ]
}
