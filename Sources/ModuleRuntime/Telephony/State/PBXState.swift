/// The telephone system around the modules: everything that built-in functions read or change of it.
///
/// A scenario describes the state at the start; ``ModuleRuntime/pbx`` gives the state now.
public struct PBXState: Hashable, Sendable {
  /// The users, by account id in ascending order once the runtime has them.
  public var users: [PBXUser]
  /// The groups.
  public var groups: [PBXGroup]
  /// Which number reaches which service entry point.
  public var services: [PBXService]
  /// Calls that run already, before any ``CallScript``.
  public var calls: [PBXCall]
  /// Calls that are over.
  public var callList: [PBXCallRecord]
  /// Voicemail boxes.
  public var voicemailBoxes: [PBXVoicemailBox]
  /// Conference rooms.
  public var conferences: [PBXConference]
  /// The address book.
  public var contacts: [PBXContact]
  /// Chat messages, oldest first.
  public var chat: [ChatMessage]
  /// The server licence and what module licences there are.
  public var licence: PBXLicence
  /// The hardware id, to which a Free Edition's module licences are bound.
  public var hardwareID: String
  /// The digit before an outgoing number, or the empty text.
  public var outgoingPrefix: String
  /// The country's code without zeros (`49`).
  public var countryCode: String
  /// The area code without zeros (`721`).
  public var areaCode: String
  /// Numbers of emergency services: a user's call to one runs the stage `EmergencyCall` instead of a line's stages.
  public var emergencyNumbers: Set<String>
  /// The code before a user's internal number that listens in to that user's call. No built-in function listens in;
  /// `CallPhonenumber2` to the code does, and so does a user's call.
  public var listenCode: String
  /// What happens at called sides, by login, internal or external number, or phone name, unless a script says.
  public var legs: [String: LegAnswer]
  /// How long a spoken file lasts by resource name, in milliseconds; what is not here takes two seconds.
  public var playbackDurations: [String: Int64]

  /// Takes the parts; without arguments an appliance that nobody uses.
  public init(
    users: [PBXUser] = [],
    groups: [PBXGroup] = [],
    services: [PBXService] = [],
    calls: [PBXCall] = [],
    callList: [PBXCallRecord] = [],
    voicemailBoxes: [PBXVoicemailBox] = [],
    conferences: [PBXConference] = [],
    contacts: [PBXContact] = [],
    chat: [ChatMessage] = [],
    licence: PBXLicence = PBXLicence(),
    hardwareID: String = "0000-0000-0000-0000",
    outgoingPrefix: String = "0",
    countryCode: String = "49",
    areaCode: String = "721",
    emergencyNumbers: Set<String> = ["110", "112"],
    listenCode: String = "*88",
    legs: [String: LegAnswer] = [:],
    playbackDurations: [String: Int64] = [:]
  ) {
    self.users = users
    self.groups = groups
    self.services = services
    self.calls = calls
    self.callList = callList
    self.voicemailBoxes = voicemailBoxes
    self.conferences = conferences
    self.contacts = contacts
    self.chat = chat
    self.licence = licence
    self.hardwareID = hardwareID
    self.outgoingPrefix = outgoingPrefix
    self.countryCode = countryCode
    self.areaCode = areaCode
    self.emergencyNumbers = emergencyNumbers
    self.listenCode = listenCode
    self.legs = legs
    self.playbackDurations = playbackDurations
  }

  /// The user of an account id.
  public func user(_ id: Int) -> PBXUser? { users.first { $0.id == id } }

  /// The user of a login.
  public func user(login: String) -> PBXUser? { users.first { $0.login == login } }

  /// The group of an account id.
  public func group(_ id: Int) -> PBXGroup? { groups.first { $0.id == id } }
}
