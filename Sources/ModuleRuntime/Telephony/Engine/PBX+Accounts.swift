/// Users and groups: found or failed by name, changed in place.
extension PBX {
  /// The user of an account id.
  func user(_ id: Int) throws(JavaException) -> PBXUser {
    guard let user = state.user(id) else { throw .illegalArgument("there is no user with account id \(id)") }
    return user
  }

  /// The group of an account id.
  func group(_ id: Int) throws(JavaException) -> PBXGroup {
    guard let group = state.group(id) else { throw .illegalArgument("there is no group with account id \(id)") }
    return group
  }

  /// Changes a user.
  func updateUser(_ id: Int, _ change: (inout PBXUser) throws(JavaException) -> Void) throws(JavaException) {
    guard let index = state.users.firstIndex(where: { $0.id == id }) else {
      throw .illegalArgument("there is no user with account id \(id)")
    }
    // A change may look at the rest of the state: it works on a copy.
    var user = state.users[index]
    try change(&user)
    state.users[index] = user
    tell()
  }

  /// Changes a group.
  func updateGroup(_ id: Int, _ change: (inout PBXGroup) throws(JavaException) -> Void) throws(JavaException) {
    guard let index = state.groups.firstIndex(where: { $0.id == id }) else {
      throw .illegalArgument("there is no group with account id \(id)")
    }
    var group = state.groups[index]
    try change(&group)
    state.groups[index] = group
    tell()
  }

  /// Changes the forwarding of a user or a group.
  func updateRedirects(of account: Int, _ change: (inout [PBXRedirect]) -> Void) throws(JavaException) {
    if state.group(account) != nil {
      try updateGroup(account) { change(&$0.redirects) }
    } else {
      try updateUser(account) { change(&$0.redirects) }
    }
  }

  /// Logs a user into a group or out of it.
  func setLogon(of user: Int, in group: Int, to isLoggedOn: Bool) throws(JavaException) {
    let name = try self.group(group).name
    try updateGroup(group) { group throws(JavaException) in
      guard let index = group.members.firstIndex(where: { $0.userID == user }) else {
        throw .illegalArgument("user \(user) is no member of group '\(name)'")
      }
      group.members[index].isLoggedOn = isLoggedOn
    }
  }

  /// The groups of which a user is a member.
  func groups(of user: Int) -> [PBXGroup] {
    state.groups.filter { $0.members.contains { $0.userID == user } }
  }

  /// Whether a user cannot take a call, for others that run.
  func isBusy(_ user: PBXUser, for call: LiveCall?) -> Bool {
    !user.hasCallWaiting && calls(of: user.id).contains { $0.id != call?.id }
  }

  /// Who a number belongs to in the address book: a contact that has it in any property.
  func contact(number: String, for user: Int?) -> PBXContact? {
    let plan = NumberPlan(state)
    let wanted = plan.international(number)
    guard !wanted.isEmpty else { return nil }
    let known = state.contacts.filter { contact in
      guard contact.owner == nil || contact.owner == user else { return false }
      return contact.properties.values.contains { plan.international($0) == wanted }
    }
    return known.first { $0.owner != nil } ?? known.first
  }
}
