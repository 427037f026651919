/// The telephone system: its state at the start, what happens to it, what is expected of it.
enum PBXFormat {
  // MARK: People

  static let id = FormatKey("id", .number, "The account id; the next free one from 1 on when left out.")
  static let login = FormatKey("login", .text, "The login.", isNeeded: true)
  static let firstName = FormatKey("firstName", .text, "The first name.")
  static let lastName = FormatKey("lastName", .text, "The last name.")
  static let email = FormatKey("email", .text, "The mail address.")
  static let number = FormatKey("number", .text, "The internal number.")
  static let externalNumbers = FormatKey("externalNumbers", .oneOrMore(.text), "External numbers in full.")
  static let signalNumber = FormatKey("signalNumber", .text, "The number shown to those who are called.")
  static let dnd = FormatKey("dnd", .truth, "Do not disturb.")
  static let callWaiting = FormatKey("callWaiting", .truth, "Whether a second call is signalled.")
  static let presence = FormatKey(
    "presence",
    .word(ChatPresence.allCases.map(\.rawValue)),
    "What the chat client shows."
  )
  static let presenceMessage = FormatKey("presenceMessage", .text, "The text beside it.")
  static let phones = FormatKey("phones", .list(.record(phone)), "The phones; the first one is the primary one.")
  static let redirects = FormatKey("redirects", .list(.record(redirect)), "Call forwarding.")
  static let pin = FormatKey("pin", .text, "The PIN.")
  static let user = Record(
    "a user",
    [
      login, id, firstName, lastName, email, number, externalNumbers, signalNumber, dnd, callWaiting, presence,
      presenceMessage, phones, redirects, pin,
    ]
  )

  static let phoneName = FormatKey("name", .text, "The SIP name: SIP/0001.desk.", isNeeded: true)
  static let phoneActive = FormatKey("active", .truth, "Whether it rings.")
  static let phoneOnline = FormatKey("online", .truth, "Whether it is registered.")
  static let phoneMobile = FormatKey("mobile", .text, "The mobile number behind an iFMC phone.")
  static let phone = Record("a phone", [phoneName, phoneActive, phoneOnline, phoneMobile])

  static let trigger = FormatKey(
    "when",
    .word(PBXRedirect.Trigger.allCases.map(\.rawValue)),
    "Which calls are forwarded.",
    isNeeded: true
  )
  static let target = FormatKey("to", .text, "The number.")
  static let mailbox = FormatKey("voicemail", .number, "Instead of a number: the voicemail box.")
  static let enabled = FormatKey("enabled", .truth, "Whether it is on (the default).")
  static let timeout = FormatKey("seconds", .number, "Seconds until TIMEOUT; 30 when left out.")
  static let redirect = Record("a redirect", [trigger, target, mailbox, enabled, timeout])

  // MARK: Groups, services, calls, boxes, rooms, contacts

  static let groupName = FormatKey("name", .text, "The name.", isNeeded: true)
  static let members = FormatKey("members", .oneOrMore(.text), "The members' logins.")
  static let loggedOff = FormatKey("loggedOff", .oneOrMore(.text), "Members that are not logged into the group.")
  static let group = Record("a group", [groupName, id, number, externalNumbers, members, loggedOff, redirects])

  static let serviceNumber = FormatKey("number", .text, "The number to dial: *777.", isNeeded: true)
  static let entryPoint = FormatKey("service", .text, "The service entry point.", isNeeded: true)
  static let service = Record("a service", [serviceNumber, entryPoint, StepFormat.instance])

  static let callID = FormatKey("id", .text, "A name for the call, by which an event ends it.")
  static let callFrom = FormatKey("from", .text, "A number, or the login of a user.", isNeeded: true)
  static let callTo = FormatKey("to", .text, "A number, or the login of a user.", isNeeded: true)
  static let phase = FormatKey("phase", .word(PBXCall.Phase.allCases.map(\.rawValue)), "CONNECTED when left out.")
  static let calledGroup = FormatKey("group", .text, "The group that was called.")
  static let lasts = FormatKey("ends", .span, "When it ends, since the scenario began; never when left out.")
  static let runningCall = Record("a call", [callFrom, callTo, callID, phase, calledGroup, lasts])

  static let boxNumber = FormatKey("number", .number, "The box's number.", isNeeded: true)
  static let owners = FormatKey("owners", .oneOrMore(.text), "The owners' logins.")
  static let box = Record("a voicemail box", [boxNumber, owners, pin])

  static let roomName = FormatKey("name", .text, "The room's number or name.", isNeeded: true)
  static let participants = FormatKey("participants", .oneOrMore(.text), "Numbers of those who are in it.")
  static let room = Record("a conference", [roomName, pin, participants])

  // MARK: The state

  static let users = FormatKey("users", .list(.record(user)), "The users.")
  static let groups = FormatKey("groups", .list(.record(group)), "The groups.")
  static let services = FormatKey("services", .list(.record(service)), "Numbers that reach service entry points.")
  static let calls = FormatKey("calls", .list(.record(runningCall)), "Calls that run already.")
  static let voicemail = FormatKey("voicemail", .list(.record(box)), "Voicemail boxes.")
  static let conferences = FormatKey("conferences", .list(.record(room)), "Conference rooms.")
  static let contacts = FormatKey("contacts", .list(.map(.text)), "Address book entries by property.")
  static let outgoingPrefix = FormatKey("outgoingPrefix", .text, "The digit before an outgoing number; 0.")
  static let countryCode = FormatKey("countryCode", .text, "The country's code; 49.")
  static let areaCode = FormatKey("areaCode", .text, "The area code; 721.")
  static let playback = FormatKey("playback", .map(.span), "How long files last when they are played; 2s.")
  static let record = Record(
    "the pbx",
    [
      users, groups, services, calls, voicemail, conferences, contacts, outgoingPrefix, countryCode, areaCode, playback,
    ]
  )

  // MARK: Events

  static let changedUser = FormatKey("user", .text, "The login of the user who changes.")
  static let changedGroup = FormatKey("group", .text, "The group that changes.")
  static let logOn = FormatKey("logOn", .oneOrMore(.text), "Members who log into it.")
  static let logOff = FormatKey("logOff", .oneOrMore(.text), "Members who log out of it.")
  static let endedCall = FormatKey("hangUp", .text, "The call that ends, by its id.")
  static let newCall = FormatKey("begin", .record(runningCall), "A call that begins.")
  static let events = [
    Record("an event", [changedUser, dnd, presence, presenceMessage]),
    Record("an event", [changedGroup, logOn, logOff]),
    Record("an event", [endedCall]),
    Record("an event", [newCall]),
  ]

  // MARK: Expectations

  static let expectedMembers = FormatKey("members", .list(.matcher), "The members' logins, in order.")
  static let expectedLoggedOn = FormatKey("loggedOn", .list(.matcher), "The logins of those logged in, in order.")
  static let expectedRedirects = FormatKey("redirects", .list(.matcher), "`WHEN to`, those that are on, in order.")
  static let expectedUser = Record(
    "a user",
    [dnd, presence, presenceMessage, callWaiting, expectedRedirects]
  )
  static let expectedGroup = Record("a group", [expectedMembers, expectedLoggedOn, expectedRedirects])
  static let expectedUsers = FormatKey("users", .map(.record(expectedUser)), "Users by login.")
  static let expectedGroups = FormatKey("groups", .map(.record(expectedGroup)), "Groups by name.")
  static let expectedCalls = FormatKey("calls", .list(.matcher), "The calls that run, `from -> to PHASE`, in order.")
  static let actions = FormatKey(
    "actions",
    .list(.matcher),
    "What modules did to it, `function: effect`, that has to be there in this order."
  )
  static let expected = Record("the pbx", [expectedUsers, expectedGroups, expectedCalls, actions])
}
