/// Requests to the platform's REST interface, answered by the simulated telephone system: 200 with what was asked for,
/// 401 without a valid token, 404 for what is not there. Nothing goes over a network.
enum RESTRequests {
  private static let domain = "starface.starfaceRest"
  private static let token = "AcquireAuthToken$AuthTokenWithHost authToken"

  static let functions: [BuiltInFunction] = [
    .value(
      domain,
      "AcquireAuthToken",
      "String username, String password, String serverUrl",
      "AcquireAuthToken$AuthTokenWithHost authToken"
    ) { call in
      guard let user = call.pbx.state.user(login: call.text(0)), user.password == call.text(1) else { return .null }
      return .object(RESTToken(login: user.login, server: call.text(2)))
    },
    .values(domain, "GetUserRequest", "Integer userId, \(token)", "User user, int httpStatusCode") { call in
      answer(call, token: 1, user: 0) { $0.user($1) }
    },
    .values(
      domain,
      "GetUserListRequest",
      "String searchTerm, \(token)",
      "List foundUsers, int httpStatusCode"
    ) { call in
      guard isAuthorized(call, 1) else { return [.list([]), .integer(401)] }
      let term = call.text(0).lowercased()
      let model = RESTModel(call.pbx.state)
      let users = call.pbx.state.users.filter { term.isEmpty || $0.name.lowercased().contains(term) }
      return [.list(users.map { .object(model.user($0)) }), .integer(200)]
    },
    .values(
      domain,
      "ListAssignedPhonesRequest",
      "\(token), Integer userId",
      "int httpStatusCode, List foundPhoneAssignments"
    ) { call in
      answers(call, token: 0, user: 1) { model, user in user.phones.map { model.phoneAssignment($0, of: user) } }
        .reversed()
    },
    .values(
      domain,
      "GetPhoneAssignmentRequest",
      "\(token), Integer userId, Integer phoneId",
      "int httpStatusCode, PhoneAssignment phoneAssignment"
    ) { call in
      answer(call, token: 0, user: 1) { model, user in
        user.phones.first { $0.id == call.int(2) }.map { model.phoneAssignment($0, of: user) }
      }.reversed()
    },
    .values(
      domain,
      "GetNumbersForAssignedPhoneRequest",
      "\(token), Integer userId, Integer phoneId",
      "int httpStatusCode, List foundNumberForPhoneAssignments"
    ) { call in
      answers(call, token: 0, user: 1) { model, user in
        user.phones.first { $0.id == call.int(2) }.map { model.numbers(of: user, on: $0) }
      }.reversed()
    },
    .values(
      domain,
      "GetPhoneConfigRequest",
      "\(token), Integer userId",
      "int httpStatusCode, PhoneConfig phoneConfig"
    ) { call in
      answer(call, token: 0, user: 1) { $0.phoneConfig($1) }.reversed()
    },
    .values(
      domain,
      "GetFunctionKeysRequest",
      "String userId, \(token)",
      "List functionKeys, int httpStatusCode"
    ) { call in
      answers(call, token: 1, user: 0) { model, user in
        user.functionKeys.sorted { $0.position < $1.position }.map { model.functionKey($0, of: user) }
      }
    },
    .values(
      domain,
      "GetRedirectListRequest",
      "String userId, \(token)",
      "List redirectObject, int httpStatusCode"
    ) { call in
      answers(call, token: 1, user: 0) { redirections($0, $1) }
    },
    .values(
      domain,
      "GetRedirectRequest",
      "String userId, String redirectId, \(token)",
      "Redirection redirectObject, int httpStatusCode"
    ) { call in
      answer(call, token: 2, user: 0) { model, user in
        redirections(model, user).first { $0.id == call.text(1) }
      }
    },
    .values(
      domain,
      "GetFmcPhonesListRequest",
      "String userId, \(token)",
      "List ifmcPhones, int httpStatusCode"
    ) { call in
      answers(call, token: 1, user: 0) { fmcPhones($0, $1) }
    },
    .values(
      domain,
      "GetFmcPhoneRequest",
      "String userId, String fmcId, \(token)",
      "FmcPhone fmcPhone, int httpStatusCode"
    ) { call in
      answer(call, token: 2, user: 0) { model, user in
        fmcPhones(model, user).first { $0.id == call.text(1) }
      }
    },
  ]

  private static func redirections(_ model: RESTModel, _ user: PBXUser) -> [RESTBean] {
    user.redirects.enumerated().map { model.redirection($1, $0, of: user) }
  }

  private static func fmcPhones(_ model: RESTModel, _ user: PBXUser) -> [RESTBean] {
    user.phones.filter { $0.mobileNumber != nil }.map(model.fmcPhone)
  }

  private static func isAuthorized(_ call: BuiltInCall, _ index: Int) -> Bool {
    guard case .object(let object) = call.value(index), let token = object as? RESTToken else { return false }
    return call.pbx.state.user(login: token.login) != nil
  }

  /// One object and the status.
  private static func answer(
    _ call: BuiltInCall,
    token: Int,
    user: Int,
    _ make: (RESTModel, PBXUser) -> RESTBean?
  ) -> [Value] {
    guard isAuthorized(call, token) else { return [.null, .integer(401)] }
    guard let user = call.int(user).flatMap(call.pbx.state.user),
      let bean = make(RESTModel(call.pbx.state), user)
    else { return [.null, .integer(404)] }
    return [.object(bean), .integer(200)]
  }

  /// A list of objects and the status.
  private static func answers(
    _ call: BuiltInCall,
    token: Int,
    user: Int,
    _ make: (RESTModel, PBXUser) -> [RESTBean]?
  ) -> [Value] {
    guard isAuthorized(call, token) else { return [.list([]), .integer(401)] }
    guard let user = call.int(user).flatMap(call.pbx.state.user),
      let beans = make(RESTModel(call.pbx.state), user)
    else { return [.list([]), .integer(404)] }
    return [.list(beans.map { .object($0) }), .integer(200)]
  }
}
