/// Calls that a module makes for a user, without a run that follows them.
extension PBX {
  private static let ringTime: Int64 = 120_000

  /// A user's phone calls a number. The other side rings, and does what ``PBXState/legs`` says of it.
  ///
  /// - Returns: the call's UUID.
  func placeCall(of user: PBXUser, to number: String, now: Int64) throws(JavaException) -> String {
    let legs = Legs(self, call: nil)
    let target = NumberPlan(state).target(of: number, fromInside: true)
    let sides: [Dial.Leg]
    switch target {
    case .user(let id): sides = [legs.user(try self.user(id))]
    case .group(let id): sides = legs.group(try group(id))
    case .outside(let number): sides = [legs.outside(number)]
    default: throw .illegalArgument("'\(number)' is nobody whom a phone can call")
    }
    let dial = Dial(sides, timeout: Self.ringTime, now: now)
    var call = PBXCall(
      caller: PBXCall.Party(userID: user.id, number: user.internalNumber, name: user.name),
      callee: (dial.winner ?? sides.first)?.party ?? PBXCall.Party(number: number),
      phase: .ringing
    )
    if case .group(let id) = target { call.groupID = id }
    call.endTime = dial.winner == nil ? dial.end : dial.talkTime.map { dial.end + $0 }
    return begin(call, answeredAt: dial.winner == nil ? nil : dial.end, now: now)
  }
}
