/// Methods of the components that change the telephone system. Each is kept as an action, as a built-in function's is.
extension PBXComponents {
  /// Does what a method says; nil when it changes nothing here.
  func change(_ call: PlatformCall) throws(JavaException) -> PlatformAnswer? {
    switch (call.simpleOwner, call.method) {
    case ("UserBusinessObject", "updateUser"): try updateUser(call)
    case ("UserBusinessObject", "setCallWaitingIndication"):
      try changeUser(call, call.number(0), "call waiting \(call.truth(1) ? "on" : "off")") {
        $0.hasCallWaiting = call.truth(1)
      }
    case ("RedirectBusinessObject", "setRedirectSetting"):
      try setRedirects(call, call.arguments.count > 2 ? [call.arguments[2]] : [])
    case ("RedirectBusinessObject", "setRedirectSettings"): try setRedirects(call, call.elements(2))
    case ("CallBusinessObject", "placeCallWithNumber"): try placeCall(call)
    case ("ModuleBusinessObject", "answer"): try onChannel(call, "answered") { $0.answer(now) }
    case ("ModuleBusinessObject", "hangup"): try hangUp(call)
    case ("ModuleBusinessObject", "parkCall"): try park(call)
    case ("ModuleBusinessObject", "unparkCall"): .value(.boolean(unpark(call)))
    default: nil
    }
  }

  private func record(_ call: PlatformCall, _ effect: String) {
    pbx.record(
      PBXAction(time: now, instance: call.instance, function: "\(call.simpleOwner).\(call.method)", effect: effect)
    )
  }

  // MARK: Users

  private func changeUser(
    _ call: PlatformCall,
    _ account: Int?,
    _ effect: String,
    _ change: (inout PBXUser) -> Void
  ) throws(JavaException) -> PlatformAnswer {
    let user = try pbx.user(account ?? 0)
    try pbx.updateUser(user.id) { change(&$0) }
    record(call, "\(user.login): \(effect)")
    return .value(.null)
  }

  /// What was set on the bean replaces what the user had.
  private func updateUser(_ call: PlatformCall) throws(JavaException) -> PlatformAnswer {
    guard let bean = call.arguments.first, let id = bean.property("accountId")?.longValue else { throw .nullPointer }
    _ = try changeUser(call, Int(id), "changed") { user in
      if let text = bean.property("firstName") { user.firstName = text.text }
      if let text = bean.property("familyName") { user.lastName = text.text }
      if let text = bean.property("email") { user.email = text.text }
      if let text = bean.property("loginNumber") { user.login = text.text }
      if case .boolean(let isOn)? = bean.property("dnd") { user.isOnDND = isOn }
    }
    return .value(.boolean(true))
  }

  /// The second number is the account; the first is who sets it.
  private func setRedirects(_ call: PlatformCall, _ settings: [Value]) throws(JavaException) -> PlatformAnswer {
    let account = call.number(1) ?? 0
    for setting in settings {
      let effect = try RedirectBeans(pbx).set(setting, of: account)
      record(call, effect)
    }
    return .value(.null)
  }

  // MARK: Calls

  /// The first of the account ids that is a user calls the first of the texts; the UUID of the call.
  private func placeCall(_ call: PlatformCall) throws(JavaException) -> PlatformAnswer {
    let accounts = [call.number(0), call.number(1)].compactMap(\.self)
    guard let caller = accounts.lazy.compactMap(pbx.state.user).first else {
      throw .illegalArgument("there is no user with account id \(accounts.first ?? 0)")
    }
    guard let number = (2...4).lazy.compactMap({ call.text($0) }).first(where: { !$0.isEmpty }) else {
      throw .illegalArgument("placeCallWithNumber needs a number")
    }
    let id = try pbx.placeCall(of: caller, to: number, now: now)
    record(call, "\(caller.login) calls \(number)")
    return .value(.string(id))
  }

  private func channel(_ call: PlatformCall) throws(JavaException) -> (name: String, call: PBXCall) {
    let name = call.text(0) ?? ""
    guard let found = pbx.calls.first(where: { $0.caller.channel == name || $0.callee.channel == name }) else {
      throw .illegalArgument("there is no channel '\(name)'")
    }
    return (name, found)
  }

  private func onChannel(
    _ call: PlatformCall,
    _ effect: String,
    _ change: (LiveCall) -> Void
  ) throws(JavaException) -> PlatformAnswer {
    let (name, found) = try channel(call)
    if let live = pbx.liveCall(found.id) { change(live) }
    record(call, "\(name) \(effect)")
    return .value(.null)
  }

  private func hangUp(_ call: PlatformCall) throws(JavaException) -> PlatformAnswer {
    let (name, found) = try channel(call)
    _ = pbx.hangUp(found.id, now: now)
    record(call, "\(name) hung up")
    return .value(.null)
  }

  private func park(_ call: PlatformCall) throws(JavaException) -> PlatformAnswer {
    let (name, found) = try channel(call)
    let seconds = call.number(1).flatMap { $0 > 0 ? $0 : nil } ?? 86_400
    if let live = pbx.liveCall(found.id) {
      live.park(until: now + Int64(seconds) * 1000, now: now)
    } else {
      pbx.updateCall(found.id) { $0.phase = .parked }
    }
    pbx.tell()
    record(call, "\(name) parked")
    return .value(.null)
  }

  /// Whether the channel was parked.
  private func unpark(_ call: PlatformCall) -> Bool {
    guard let (name, found) = try? channel(call), found.phase == .parked else { return false }
    if let live = pbx.liveCall(found.id) {
      live.unpark(now: now)
    } else {
      pbx.updateCall(found.id) { $0.phase = $0.connectedTime == nil ? .proceeding : .connected }
    }
    pbx.tell()
    record(call, "\(name) picked up")
    return true
  }
}

extension PlatformCall {
  /// An argument as a truth value.
  fileprivate func truth(_ index: Int) -> Bool {
    guard arguments.indices.contains(index), case .boolean(let value) = arguments[index] else { return false }
    return value
  }

  /// The elements of a list among the arguments.
  fileprivate func elements(_ index: Int) -> [Value] {
    guard arguments.indices.contains(index), case .list(let list) = arguments[index] else { return [] }
    return list.elements
  }
}
