/// The state of the telephone system in the classes and property names of the platform's REST model.
struct RESTModel {
  private let state: PBXState

  init(_ state: PBXState) { self.state = state }

  func user(_ user: PBXUser) -> RESTBean {
    RESTBean(
      "users.model.User",
      [
        ("id", .int(user.id)), ("login", .string(user.login)), ("firstName", .string(user.firstName)),
        ("familyName", .string(user.lastName)), ("email", .string(user.email)), ("language", .string("default")),
        ("namespace", .string("")), ("password", .null), ("personId", .string(String(user.id))),
        ("missedCallReport", .boolean(false)), ("faxCallerId", .string("")), ("faxHeader", .string("")),
        ("faxCoverPage", .boolean(false)), ("faxEmailJournal", .boolean(false)),
      ]
    )
  }

  func phoneAssignment(_ phone: PBXPhone, of user: PBXUser) -> RESTBean {
    RESTBean(
      "users.model.PhoneAssignment",
      [
        ("userId", .int(user.id)), ("phoneId", .int(phone.id)), ("phoneName", .string(phone.name)),
        ("active", .boolean(phone.isActive)), ("isIFMC", .boolean(phone.mobileNumber != nil)),
      ]
    )
  }

  func phoneConfig(_ user: PBXUser) -> RESTBean {
    RESTBean(
      "users.model.PhoneConfig",
      [
        ("callWaiting", .boolean(user.hasCallWaiting)), ("doNotDisturb", .boolean(user.isOnDND)),
        ("primaryPhoneId", user.primaryPhone.map { .int($0.id) } ?? .null),
        ("displayNumberId", numbers(of: user).first.map { .int($0.id) } ?? .null),
      ]
    )
  }

  /// The numbers of a user on a phone: all of them ring it while it is active.
  func numbers(of user: PBXUser, on phone: PBXPhone) -> [RESTBean] {
    numbers(of: user).map { number in
      RESTBean(
        "users.model.NumberForPhoneAssignment",
        [
          ("phoneNumberId", .int(number.id)), ("phoneNumber", .string(number.text)),
          ("active", .boolean(phone.isActive)),
        ]
      )
    }
  }

  func functionKey(_ key: PBXFunctionKey, of user: PBXUser) -> RESTBean {
    RESTBean(
      "functionkeys.model.FunctionKey",
      [
        ("id", .string(key.id)), ("name", .string(key.name)), ("functionKeyType", .string(key.kind)),
        ("position", .int(key.position)), ("accountId", .string(String(user.id))),
      ] + key.properties.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }
    )
  }

  func redirection(_ redirect: PBXRedirect, _ index: Int, of user: PBXUser) -> RESTBean {
    let number: String? =
      switch redirect.calledNumber {
      case .number(let number): number
      case .internal: user.internalNumber
      case .external: user.externalNumbers.first
      case .any: user.internalNumber.isEmpty ? user.externalNumbers.first : user.internalNumber
      }
    let destination = redirect.destination.map { Value.object(self.destination($0)) } ?? .null
    var phone = Value.null
    var mailbox = Value.null
    switch redirect.destination {
    case .number: phone = destination
    case .voicemail: mailbox = destination
    case nil: break
    }
    var trigger: [(String, Value)] = [("redirectTriggerType", .string(redirect.trigger.rawValue))]
    if redirect.trigger == .timeout { trigger.append(("timeout", .int(redirect.timeoutSeconds))) }
    return RESTBean(
      "redirects.model.Redirection",
      [
        ("id", .string("\(user.id)-\(index + 1)")), ("phoneNumber", number.map { .string($0) } ?? .null),
        ("enabled", .boolean(redirect.isEnabled)), ("groupNumber", .boolean(false)),
        ("redirectTrigger", .object(RESTBean("redirects.model.RedirectTrigger", trigger))),
        ("redirectDestination", destination), ("lastPhoneNumberDestination", phone),
        ("lastMailboxDestination", mailbox),
      ]
    )
  }

  func fmcPhone(_ phone: PBXPhone) -> RESTBean {
    RESTBean(
      "fmcPhones.model.FmcPhone",
      [
        ("id", .string(String(phone.id))), ("telephoneId", .string(String(phone.id))),
        ("number", .string(phone.mobileNumber ?? "")), ("active", .boolean(phone.isActive)),
        ("confirm", .boolean(false)), ("delay", .int(phone.delaySeconds)),
        ("fmcSchedule", .list([.object(always)])),
      ]
    )
  }

  /// Every day, all day.
  private var always: RESTBean {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    return RESTBean(
      "fmcPhones.model.TimeFrame",
      days.map { ($0, Value.boolean(true)) } + [("timeBegin", .string("00:00")), ("timeEnd", .string("23:59"))]
    )
  }

  private func destination(_ destination: PBXRedirect.Destination) -> RESTBean {
    switch destination {
    case .number(let number):
      RESTBean(
        "redirects.model.RedirectPhoneNumberDestination",
        [("redirectDestinationType", .string("PHONENUMBER")), ("phoneNumber", .string(number))]
      )
    case .voicemail(let box):
      RESTBean(
        "redirects.model.RedirectMailboxDestination",
        [("redirectDestinationType", .string("MAILBOX")), ("mailboxId", .string(String(box)))]
      )
    }
  }

  /// The numbers of a user with ids that are unique on the system: those of the users before come first.
  private func numbers(of user: PBXUser) -> [(id: Int, text: String)] {
    var id = 0
    for other in state.users {
      let texts = (other.internalNumber.isEmpty ? [] : [other.internalNumber]) + other.externalNumbers
      if other.id == user.id { return texts.enumerated().map { (id + $0 + 1, $1) } }
      id += texts.count
    }
    return []
  }
}
