/// A user of the telephone system.
public struct PBXUser: Hashable, Sendable {
  /// The account id, unique among users and groups.
  public var id: Int
  /// The login id, as the appliance gives it (`0001`).
  public var login: String
  /// The first name.
  public var firstName: String
  /// The family name.
  public var lastName: String
  /// The address for mail.
  public var email: String
  /// The internal number; empty for none.
  public var internalNumber: String
  /// External numbers in full (`+4972112345`), the primary one first.
  public var externalNumbers: [String]
  /// The external number that calls of this user signal; nil for the primary one, empty for anonymous.
  public var signalNumber: String?
  /// Whether the user does not want to be disturbed.
  public var isOnDND: Bool
  /// Whether a second call knocks; else the user is busy while talking.
  public var hasCallWaiting: Bool
  /// Chat presence.
  public var presence: ChatPresence
  /// The text beside the presence.
  public var presenceMessage: String
  /// The user's phones; the one whose `isPrimary` is set starts calls.
  public var phones: [PBXPhone]
  /// Call forwarding.
  public var redirects: [PBXRedirect]
  /// Function keys in order.
  public var functionKeys: [PBXFunctionKey]
  /// Where a call-back on busy (CCBS) of the user is.
  public var callBack: String
  /// The picture's path, if one was set.
  public var avatarPath: String?
  /// The PIN with which the user logs in at a phone.
  public var pin: String
  /// The password.
  public var password: String

  /// Takes the parts; a login of at least four digits of the id, and nothing else.
  public init(
    id: Int,
    login: String? = nil,
    firstName: String = "",
    lastName: String = "",
    email: String = "",
    internalNumber: String = "",
    externalNumbers: [String] = [],
    signalNumber: String? = nil,
    isOnDND: Bool = false,
    hasCallWaiting: Bool = true,
    presence: ChatPresence = .available,
    presenceMessage: String = "",
    phones: [PBXPhone] = [],
    redirects: [PBXRedirect] = [],
    functionKeys: [PBXFunctionKey] = [],
    callBack: String = "NONE",
    avatarPath: String? = nil,
    pin: String = "",
    password: String = ""
  ) {
    self.id = id
    let digits = String(id)
    self.login = login ?? String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    self.firstName = firstName
    self.lastName = lastName
    self.email = email
    self.internalNumber = internalNumber
    self.externalNumbers = externalNumbers
    self.signalNumber = signalNumber
    self.isOnDND = isOnDND
    self.hasCallWaiting = hasCallWaiting
    self.presence = presence
    self.presenceMessage = presenceMessage
    self.phones = phones
    self.redirects = redirects
    self.functionKeys = functionKeys
    self.callBack = callBack
    self.avatarPath = avatarPath
    self.pin = pin
    self.password = password
  }

  /// First and family name with a space between.
  public var name: String { [firstName, lastName].filter { !$0.isEmpty }.joined(separator: " ") }

  /// The phone that starts calls.
  public var primaryPhone: PBXPhone? { phones.first(where: \.isPrimary) ?? phones.first }
}
