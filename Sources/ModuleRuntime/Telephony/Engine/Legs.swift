/// Which sides ring for a target, and what they do.
struct Legs {
  private let pbx: PBX
  private let call: LiveCall?

  init(_ pbx: PBX, call: LiveCall?) {
    self.pbx = pbx
    self.call = call
  }

  /// A user: one side, whatever phones ring; nobody when the user does not want to be disturbed.
  func user(_ user: PBXUser) -> Dial.Leg {
    var keys = [user.login, user.internalNumber] + user.externalNumbers
    keys += user.phones.filter(\.isActive).map(\.name)
    return Dial.Leg(name: user.login, party: party(of: user), answer: answer(of: user, keys))
  }

  /// The members of a group who are logged in and may be disturbed.
  func group(_ group: PBXGroup) -> [Dial.Leg] {
    group.members.filter(\.isLoggedOn).compactMap { pbx.state.user($0.userID) }.filter { !$0.isOnDND }.map(user)
  }

  /// A phone by name.
  func phone(_ name: String) -> Dial.Leg {
    guard let owner = pbx.state.users.first(where: { $0.phones.contains { $0.name == name } }) else {
      return Dial.Leg(name: name, party: PBXCall.Party(number: name), answer: scripted([name]) ?? .unreachable)
    }
    var answer = scripted([name]) ?? scripted([owner.login, owner.internalNumber]) ?? other
    if owner.phones.contains(where: { $0.name == name && !$0.isOnline }) { answer = .unreachable }
    if pbx.isBusy(owner, for: call) { answer = .busy }
    return Dial.Leg(name: name, party: party(of: owner), answer: answer)
  }

  /// A number outside.
  func outside(_ number: String) -> Dial.Leg {
    let plan = NumberPlan(pbx.state)
    let full = plan.international(number)
    let known = [number, full].filter { !$0.isEmpty }
    let same = legNames.filter { !full.isEmpty && plan.international($0) == full }.sorted()
    return Dial.Leg(
      name: number,
      party: PBXCall.Party(number: number, name: pbx.contact(number: number, for: nil)?.name ?? ""),
      answer: scripted(known + same) ?? other
    )
  }

  private func party(of user: PBXUser) -> PBXCall.Party {
    let party = PBXCall.Party(userID: user.id, number: user.internalNumber, name: user.name)
    return PBXCall.Party(
      userID: user.id,
      number: user.internalNumber,
      name: user.name,
      channel: pbx.nextCall(caller: party, callee: party).callee
    )
  }

  private func answer(of user: PBXUser, _ keys: [String]) -> LegAnswer {
    if user.isOnDND || pbx.isBusy(user, for: call) { return .busy }
    let phones = user.phones.filter(\.isActive)
    if !user.phones.isEmpty, !phones.contains(where: \.isOnline) { return .unreachable }
    return scripted(keys) ?? other
  }

  private var other: LegAnswer { call?.script.otherLegs ?? .noAnswer }

  private var legNames: [String] { Array((call?.script.legs ?? [:]).keys) + Array(pbx.state.legs.keys) }

  private func scripted(_ keys: [String]) -> LegAnswer? {
    for key in keys where !key.isEmpty {
      if let answer = call?.script.legs[key] { return answer }
    }
    for key in keys where !key.isEmpty {
      if let answer = pbx.state.legs[key] { return answer }
    }
    return nil
  }
}
