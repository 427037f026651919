/// Who is logged into which group.
enum GroupLogons {
  private static let domain = "starface.callHandling.uci"

  static let functions: [BuiltInFunction] = [
    .value(domain, "GetGroupLogon", "int accountId, String groupId", "boolean loggedOn") { call in
      let user = try call.user(0)
      let group = try group(call)
      return .boolean(group.members.contains { $0.userID == user.id && $0.isLoggedOn })
    },
    .effect(domain, "SetGroupLogon", "int accountId, String groupId, boolean loggedOn") { call in
      try set(call, "SetGroupLogon", [group(call)], call.boolean(2))
    },
    .effect(domain, "SetAllGroupLogon", "int accountId, boolean loggedOn") { call in
      try set(call, "SetAllGroupLogon", call.pbx.groups(of: call.user(0).id), call.boolean(1))
    },
  ]

  /// A group by account id, login or name.
  private static func group(_ call: BuiltInCall) throws(JavaException) -> PBXGroup {
    let name = call.text(1)
    if let id = Int(name), let group = call.pbx.state.group(id) { return group }
    guard let group = call.pbx.state.groups.first(where: { $0.login == name || $0.name == name }) else {
      throw .illegalArgument("there is no group '\(name)'")
    }
    return group
  }

  private static func set(
    _ call: BuiltInCall,
    _ function: String,
    _ groups: [PBXGroup],
    _ isLoggedOn: Bool
  ) throws(JavaException) {
    let user = try call.user(0)
    for group in groups {
      try call.pbx.setLogon(of: user.id, in: group.id, to: isLoggedOn)
      call.record("\(domain).\(function)", "\(user.login): logged \(isLoggedOn ? "into" : "out of") \(group.name)")
    }
  }
}
