/// Users and groups by id, login and mail.
enum AccountEntities {
  private static let domain = "starface.entities"

  static let functions: [BuiltInFunction] = [
    .value(domain, "GetUsersForEMail", "String emailAddress", "List users") { call in
      let address = bare(call.text(0))
      guard !address.isEmpty else { return .list([]) }
      return .list(call.pbx.state.users.filter { $0.email.lowercased() == address }.map { .int($0.id) })
    },
    .value(domain, "GetUsersOfGroup", "int groupId, boolean withInactiveUsers", "List usersOfGroup") { call in
      let group = try call.pbx.group(call.int(0) ?? 0)
      let withInactive = call.boolean(1)
      return .list(group.members.filter { withInactive || $0.isLoggedOn }.map { .int($0.userID) })
    },
    .value(
      domain,
      "GetUsersOfGroup2",
      "int groupId, boolean activeOnly, boolean excludeDND",
      "List usersOfGroup"
    ) { call in
      let group = try call.pbx.group(call.int(0) ?? 0)
      let members = group.members.filter { member in
        if call.boolean(1), !member.isLoggedOn { return false }
        return !(call.boolean(2) && call.pbx.state.user(member.userID)?.isOnDND == true)
      }
      return .list(members.map { .int($0.userID) })
    },
    .values(domain, "IsGroup", "Long account", "Boolean isGroup, Long group") { call in
      guard let id = call.long(0), call.pbx.state.group(Int(id)) != nil else { return [.boolean(false), .null] }
      return [.boolean(true), .long(id)]
    },
    .values(domain, "IsUser", "Integer accountId", "Boolean isUser, Integer user") { call in
      guard let id = call.int(0), call.pbx.state.user(id) != nil else { return [.boolean(false), .null] }
      return [.boolean(true), .int(id)]
    },
    .value(domain, "ResolveAccount", "String loginId", "Integer accountId") { call in
      let login = call.text(0)
      if let user = call.pbx.state.user(login: login) { return .int(user.id) }
      return call.pbx.state.groups.first { $0.login == login }.map { .int($0.id) } ?? .null
    },
    .values(
      domain,
      "ResolveGroupData",
      "int accountId",
      "String description, int size, String primaryCallNumber, String loginId"
    ) { call in
      let group = try call.pbx.group(call.int(0) ?? 0)
      let number = group.internalNumber.isEmpty ? group.externalNumbers.first ?? "" : group.internalNumber
      return [.string(group.name), .int(group.members.count), .string(number), .string(group.login)]
    },
    .values(
      domain,
      "ResolveUserData",
      "int accountId",
      "String firstName, String familyName, String email, String primaryCallNumber, String primaryPhoneDevice, "
        + "String loginId"
    ) { call in
      let user = try call.user(0)
      let number = user.internalNumber.isEmpty ? user.externalNumbers.first ?? "" : user.internalNumber
      return [
        .string(user.firstName), .string(user.lastName), .string(user.email), .string(number),
        .string(user.primaryPhone?.name ?? ""), .string(user.login),
      ]
    },
  ]

  /// `Owner <name@server>` or `name@server`, in lower case.
  private static func bare(_ address: String) -> String {
    var text = address[...]
    if let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">") {
      text = text[text.index(after: open)..<close]
    }
    return String(text.filter { !$0.isWhitespace }).lowercased()
  }
}
