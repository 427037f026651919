internal import ModulePackages
internal import Yams

/// Reads the telephone system and what happens to it.
struct PBXReader {
  let nodes: SourceNodes
  /// When the scenario begins, in milliseconds since 1970 UTC.
  let start: Int64

  func state(_ fields: Fields) -> PBXState {
    var state = PBXState()
    var used: Set<Int> = []
    let people = (fields.elements(PBXFormat.users) ?? []).map(Fields.init)
    let groups = (fields.elements(PBXFormat.groups) ?? []).map(Fields.init)
    for account in people + groups { if let id = account.number(PBXFormat.id) { used.insert(id) } }
    func nextID(_ fields: Fields) -> Int {
      if let id = fields.number(PBXFormat.id) { return id }
      var id = 1
      while !used.insert(id).inserted { id += 1 }
      return id
    }
    for user in people { state.users.append(self.user(user, id: nextID(user))) }
    for group in groups { state.groups.append(self.group(group, id: nextID(group), state)) }
    if let prefix = fields.text(PBXFormat.outgoingPrefix) { state.outgoingPrefix = prefix }
    if let code = fields.text(PBXFormat.countryCode) { state.countryCode = code }
    if let code = fields.text(PBXFormat.areaCode) { state.areaCode = code }
    for (file, node) in fields.pairs(PBXFormat.playback) {
      state.playbackDurations[file] = Span(node.scalar?.string ?? "")?.milliseconds
    }
    state.services = (fields.elements(PBXFormat.services) ?? []).map { node in
      let service = Fields(node)
      return PBXService(
        number: service.text(PBXFormat.serviceNumber) ?? "",
        instance: service.text(StepFormat.instance),
        entryPoint: service.text(PBXFormat.entryPoint) ?? ""
      )
    }
    state.calls = (fields.elements(PBXFormat.calls) ?? []).map { call(Fields($0), $0, state, now: start) }
    state.voicemailBoxes = (fields.elements(PBXFormat.voicemail) ?? []).map { node in
      let box = Fields(node)
      let owners = box.texts(PBXFormat.owners).compactMap { userID($0, box[PBXFormat.owners] ?? node, state) }
      return PBXVoicemailBox(
        number: box.number(PBXFormat.boxNumber) ?? 0,
        owners: owners,
        pin: box.text(PBXFormat.pin) ?? ""
      )
    }
    state.conferences = (fields.elements(PBXFormat.conferences) ?? []).map { node in
      let room = Fields(node)
      return PBXConference(
        name: room.text(PBXFormat.roomName) ?? "",
        pin: room.text(PBXFormat.pin) ?? "",
        participants: room.texts(PBXFormat.participants)
      )
    }
    state.contacts = (fields.elements(PBXFormat.contacts) ?? []).map { node in
      let pairs = node.mapping.map(Array.init) ?? []
      return PBXContact(
        Dictionary(pairs.map { ($0.key.scalar?.string ?? "", $0.value.scalar?.string ?? "") }, uniquingKeysWith: { $1 })
      )
    }
    return state
  }

  private func user(_ fields: Fields, id: Int) -> PBXUser {
    var user = PBXUser(id: id, login: fields.text(PBXFormat.login))
    user.firstName = fields.text(PBXFormat.firstName) ?? ""
    user.lastName = fields.text(PBXFormat.lastName) ?? ""
    user.email = fields.text(PBXFormat.email) ?? ""
    user.internalNumber = fields.text(PBXFormat.number) ?? ""
    user.externalNumbers = fields.texts(PBXFormat.externalNumbers)
    user.signalNumber = fields.text(PBXFormat.signalNumber)
    user.isOnDND = fields.truth(PBXFormat.dnd) ?? false
    user.hasCallWaiting = fields.truth(PBXFormat.callWaiting) ?? true
    user.presence = fields.text(PBXFormat.presence).flatMap { ChatPresence(rawValue: $0) } ?? .available
    user.presenceMessage = fields.text(PBXFormat.presenceMessage) ?? ""
    user.pin = fields.text(PBXFormat.pin) ?? ""
    user.redirects = redirects(fields)
    user.phones = (fields.elements(PBXFormat.phones) ?? []).enumerated().map { index, node in
      let phone = Fields(node)
      return PBXPhone(
        id: id * 10 + index,
        name: phone.text(PBXFormat.phoneName) ?? "",
        isActive: phone.truth(PBXFormat.phoneActive) ?? true,
        isPrimary: index == 0,
        mobileNumber: phone.text(PBXFormat.phoneMobile),
        isOnline: phone.truth(PBXFormat.phoneOnline) ?? true
      )
    }
    return user
  }

  private func redirects(_ fields: Fields) -> [PBXRedirect] {
    (fields.elements(PBXFormat.redirects) ?? []).compactMap { node in
      let redirect = Fields(node)
      let trigger = redirect.text(PBXFormat.trigger).flatMap { PBXRedirect.Trigger(rawValue: $0) } ?? .always
      let box = redirect.number(PBXFormat.mailbox).map { PBXRedirect.Destination.voicemail($0) }
      return PBXRedirect(
        trigger,
        to: box ?? redirect.text(PBXFormat.target).map { .number($0) },
        isEnabled: redirect.truth(PBXFormat.enabled) ?? true,
        timeoutSeconds: redirect.number(PBXFormat.timeout) ?? 30
      )
    }
  }

  private func group(_ fields: Fields, id: Int, _ state: PBXState) -> PBXGroup {
    let off = Set(fields.texts(PBXFormat.loggedOff))
    let members = (fields.elements(PBXFormat.members) ?? []).compactMap { node -> PBXGroup.Member? in
      let login = node.scalar?.string ?? ""
      return userID(login, node, state).map { PBXGroup.Member($0, isLoggedOn: !off.contains(login)) }
    }
    for node in fields.elements(PBXFormat.loggedOff) ?? [] {
      let login = node.scalar?.string ?? ""
      if !fields.texts(PBXFormat.members).contains(login) {
        nodes.report(node, "\"\(login)\" is no member of the group", hint: "name it under members, too")
      }
    }
    return PBXGroup(
      id: id,
      name: fields.text(PBXFormat.groupName) ?? "",
      internalNumber: fields.text(PBXFormat.number) ?? "",
      externalNumbers: fields.texts(PBXFormat.externalNumbers),
      members: members,
      redirects: redirects(fields)
    )
  }

  private func userID(_ login: String, _ node: Node, _ state: PBXState) -> Int? {
    if let user = state.user(login: login) { return user.id }
    nodes.report(node, "there is no user \"\(login)\"", hint: nodes.nearest(login, state.users.map(\.login)))
    return nil
  }

  /// The user whom a text names by login; nil for a number. A word that is neither is a problem.
  func user(orNumber text: String, _ node: Node, _ state: PBXState) -> PBXUser? {
    if let user = state.user(login: text) { return user }
    if text.contains(where: \.isLetter) { _ = userID(text, node, state) }
    return nil
  }

  func call(_ fields: Fields, _ node: Node, _ state: PBXState, now: Int64) -> PBXCall {
    func party(_ key: FormatKey) -> PBXCall.Party {
      let text = fields.text(key) ?? ""
      guard let user = user(orNumber: text, fields[key] ?? node, state) else { return PBXCall.Party(number: text) }
      return PBXCall.Party(userID: user.id, number: user.internalNumber, name: user.name)
    }
    var call = PBXCall(
      id: fields.text(PBXFormat.callID) ?? "",
      caller: party(PBXFormat.callFrom),
      callee: party(PBXFormat.callTo)
    )
    call.phase = fields.text(PBXFormat.phase).flatMap { PBXCall.Phase(rawValue: $0) } ?? .connected
    if let name = fields.text(PBXFormat.calledGroup), let node = fields[PBXFormat.calledGroup] {
      call.groupID = state.groups.first { $0.name == name }?.id
      if call.groupID == nil {
        nodes.report(node, "there is no group \"\(name)\"", hint: nodes.nearest(name, state.groups.map(\.name)))
      }
    }
    if let end = fields.span(PBXFormat.lasts) { call.endTime = start + end }
    return call
  }

  func event(_ fields: Fields, _ node: Node, _ state: PBXState) -> (Scenario.PBXEvent, String)? {
    if let login = fields.text(PBXFormat.changedUser) {
      _ = userID(login, fields[PBXFormat.changedUser] ?? node, state)
      let presence = fields.text(PBXFormat.presence).flatMap { ChatPresence(rawValue: $0) }
      let message = fields.text(PBXFormat.presenceMessage)
      return (
        .user(login, isOnDND: fields.truth(PBXFormat.dnd), presence: presence, message: message), "event user \(login)"
      )
    }
    if let name = fields.text(PBXFormat.changedGroup) {
      if !state.groups.contains(where: { $0.name == name }) {
        nodes.report(node, "there is no group \"\(name)\"", hint: nodes.nearest(name, state.groups.map(\.name)))
      }
      let (on, off) = (fields.texts(PBXFormat.logOn), fields.texts(PBXFormat.logOff))
      for login in on + off { _ = userID(login, node, state) }
      return (.group(name, logOn: on, logOff: off), "event group \(name)")
    }
    if let id = fields.text(PBXFormat.endedCall) { return (.hangUp(id), "event hangUp \(id)") }
    if let call = fields[PBXFormat.newCall] {
      return (.begin(self.call(Fields(call), call, state, now: start)), "event begin")
    }
    return nil
  }
}
