/// Experimental functions about numbers, call lists, boxes and the address book of users.
enum AccountFacts {
  private static let domain = "starface.experimentalFunctions"

  static let functions: [BuiltInFunction] = [
    .value(domain, "GetInternalNumber", "int accountId", "String internalNumber") { call in
      .string(try NumberEntities.numbers(of: call.int(0) ?? 0, call.pbx).internal)
    },
    .value(domain, "GetVoicemailBoxesForUser", "Long accountId", "List voicemailboxes") { call in
      let user = try call.user(0)
      return .list(call.pbx.state.voicemailBoxes.filter { $0.owners.contains(user.id) }.map { .int($0.number) })
    },
    .value(domain, "GetAddressbookEntryforUser", "Integer accountId", "Map addressbookEntry") { call in
      let user = try call.user(0)
      let own = call.pbx.state.contacts.first {
        !user.email.isEmpty && $0.properties["email"]?.lowercased() == user.email.lowercased()
      }
      let known: [String: String] =
        own?.properties ?? [
          "firstname": user.firstName, "familyname": user.lastName, "email": user.email,
          "phone": user.externalNumbers.first ?? user.internalNumber,
        ]
      return .map(
        JavaMap(known.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { (.string($0), .string($1)) })
      )
    },
    .values(
      domain,
      "ResolveFromSFAddressbook",
      "Long accountId, String extention",
      "Boolean success, String firstName, String lastName, String companyName, String formattedName"
    ) { call in
      let user = call.long(0).map(Int.init)
      guard let contact = call.pbx.contact(number: call.text(1), for: user) else {
        return [.boolean(false), .string(""), .string(""), .string(""), .string("")]
      }
      let parts = ["firstname", "familyname", "company"].map { contact.properties[$0] ?? "" }
      let name = parts[..<2].filter { !$0.isEmpty }.joined(separator: " ")
      let formatted = [name, parts[2]].filter { !$0.isEmpty }.joined(separator: ", ")
      return [.boolean(true)] + parts.map { .string($0) } + [.string(formatted)]
    },
    .value(domain, "GetLDAPContactId", "String phoneNumber", "String contactLDAPID") { call in
      .string(call.pbx.contact(number: call.text(0), for: nil)?.directoryPath ?? "")
    },
    .value(
      domain,
      "GetCallListEntriesForUser",
      "List accountIds, long from, long to, int callDirection, int callAnswer, boolean sortAscending, int sortBy",
      "List callListEntries"
    ) { call in
      let accounts = try call.list(0).elements.compactMap { $0.longValue.map(Int.init) }
      let query = try CallListQuery(
        accounts: accounts,
        from: call.long(1) ?? 0,
        to: call.long(2) ?? .max,
        direction: call.int(3) ?? 0,
        answer: call.int(4) ?? 0,
        isAscending: call.boolean(5),
        order: call.int(6) ?? 0
      )
      return .list(query.entries(of: call.pbx.state, zone: call.context.zone))
    },
    .effect(domain, "SendPhonePinToAllUsers", "Boolean onlyUsersWithPhysicalPhones") { call in
      for user in call.pbx.state.users where !user.email.isEmpty {
        if call.boolean(0), !user.phones.contains(where: { $0.mobileNumber == nil }) { continue }
        call.record("\(domain).SendPhonePinToAllUsers", "\(user.login): PIN mailed to \(user.email)")
      }
    },
  ]
}
