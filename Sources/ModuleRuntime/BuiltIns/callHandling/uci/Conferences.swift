/// Conferences that users make.
enum Conferences {
  private static let domain = "starface.callHandling.uci"

  static let functions: [BuiltInFunction] = [
    .value(domain, "CreateConference", "int userId, String phoneDevice", "String conferenceName") { call in
      let user = try call.user(0)
      let phone = call.optionalText(1).flatMap { $0.isEmpty ? nil : $0 } ?? user.primaryPhone?.name
      let leg = phone.map { Legs(call.pbx, call: nil).phone($0) }
      // The creator's phone rings first; nobody there means no conference.
      guard case .answers? = leg?.answer else { return .string("") }
      let name = "conference-\(call.pbx.state.conferences.count + 1)"
      call.pbx.state.conferences.append(
        PBXConference(name: name, creator: user.id, participants: [user.internalNumber])
      )
      call.record("\(domain).CreateConference", "\(user.login): \(name)")
      return .string(name)
    },
    .effect(domain, "CallNumberToConference", "int userId, String phoneNumber, String conferenceName") { call in
      let user = try call.user(0)
      let name = call.text(2)
      guard
        let index = call.pbx.state.conferences.firstIndex(where: { $0.name == name && $0.creator == user.id })
      else { throw JavaException.illegalArgument("user \(user.login) has no conference '\(name)'") }
      let number = call.text(1)
      let legs = Legs(call.pbx, call: nil)
      let answers: [LegAnswer] =
        switch NumberPlan(call.pbx.state).target(of: number, fromInside: true) {
        case .user(let id): [legs.user(try call.pbx.user(id)).answer]
        case .group(let id): legs.group(try call.pbx.group(id)).map(\.answer)
        case .outside(let number): [legs.outside(number).answer]
        default: []
        }
      let isAnswered = answers.contains { if case .answers = $0 { true } else { false } }
      if isAnswered { call.pbx.state.conferences[index].participants.append(number) }
      call.record(
        "\(domain).CallNumberToConference",
        "\(name): \(number) \(isAnswered ? "joins" : "does not answer")"
      )
    },
  ]
}
