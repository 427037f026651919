/// A call of a script while it runs: the channel that the functions of a run act on.
final class LiveCall {
  let id: String
  let channel: String
  let script: CallScript
  let startTime: Int64
  unowned let pbx: PBX
  /// The variables of the channel; each run in the call sees them.
  let variables = ChannelVariables()

  /// Who calls, as modules changed it.
  var caller: PBXCall.Party
  /// Number and name that a module gave the caller for the next phones to show.
  var callerExternalNumber: String
  var isCallerResolved: Bool
  /// The number called, as modules changed it.
  var calledNumber: String
  /// What was dialled behind a code (`*XX`); the empty text for none.
  var extensionDigits = ""
  /// The account that was called; a user or a group.
  var calleeAccount: Int?
  var groupID: Int?
  /// The account whose forwarding brought the call here.
  var forwarder: Int?
  var queuePriority = 0
  var announcementLanguage: String
  /// A ring tone, or a SIP header for one, for the phones that ring next.
  var ringTone: String?
  /// Whether recordings are announced; set by a module.
  var recordSettings: (plays: Bool, records: Bool)?
  /// Instances that may be reached again by the call that they handle.
  var recallable: Set<String> = []
  /// Instances whose service handles the call now.
  var handlers: [String] = []

  private(set) var phase: PBXCall.Phase = .proceeding
  private(set) var answerTime: Int64?
  private(set) var peer: PBXCall.Party?
  private(set) var connectedTime: Int64?
  private(set) var ending: CallOutcome.Ending?
  private(set) var endTime: Int64?
  /// Where it was sent by its UUID; whoever handles it lets go of it.
  private var redirection: (time: Int64, number: String, target: NumberPlan.Target)?
  /// When the park's patience ends.
  private(set) var parkedUntil: Int64?
  var recording: String?
  var listeners: [String] = []

  private(set) var keys: [(time: Int64, key: Character)] = []
  /// Until when the caller speaks.
  private(set) var speechEnd: Int64
  private(set) var timeline: [CallOutcome.Event] = []
  var dials: [CallOutcome.Dial] = []
  /// The runs of entry points in it, in the order in which they began.
  var runs: [ThreadOfControl] = []
  private var side: CallerSide

  init(_ script: CallScript, pbx: PBX, language: String, now: Int64) {
    self.script = script
    self.pbx = pbx
    startTime = now
    speechEnd = now
    announcementLanguage = language
    switch script.caller {
    case .external(let number, let name):
      let contact = pbx.contact(number: number, for: nil)
      let known = [contact?.properties["firstname"], contact?.properties["familyname"]].compactMap { $0 }
        .joined(separator: " ")
      caller = PBXCall.Party(number: number, name: name.isEmpty ? known : name)
      callerExternalNumber = number
      isCallerResolved = contact != nil
    case .user(let login):
      let user = pbx.state.user(login: login)
      caller = PBXCall.Party(userID: user?.id, number: user?.internalNumber ?? "", name: user?.name ?? "")
      callerExternalNumber = user.map { $0.signalNumber ?? $0.externalNumbers.first ?? "" } ?? ""
      isCallerResolved = true
    }
    switch script.called {
    case .number(let number): calledNumber = number
    case .service(let name, _): calledNumber = pbx.state.services.first { $0.entryPoint == name }?.number ?? ""
    }
    if calledNumber.hasPrefix("*") { extensionDigits = String(calledNumber.dropFirst()) }
    let names = pbx.nextCall(caller: caller, callee: PBXCall.Party())
    id = names.id
    channel = names.caller
    caller.channel = names.caller
    side = CallerSide(script, start: now)
    pbx.add(self)
    note(.begins, calledNumber, at: now)
    pbx.wake(at: side.nextTime())
  }

  var hasEnded: Bool { ending != nil }
  /// Whether functions of a run can act on its channel: not once it is over, parked, or sent elsewhere.
  var isOpen: Bool { !hasEnded && !isParked && redirection == nil }
  /// When it was over or sent elsewhere.
  var leftTime: Int64? { endTime ?? redirection?.time }
  var isParked: Bool { phase == .parked && !hasEnded }
  /// Whether the caller is a user.
  var isFromInside: Bool { caller.userID != nil }

  /// As others see it.
  var view: PBXCall {
    PBXCall(
      id: id,
      caller: caller,
      callee: peer ?? PBXCall.Party(userID: calleeAccount.flatMap(pbx.state.user)?.id, number: calledNumber),
      phase: phase,
      groupID: groupID,
      startTime: startTime,
      connectedTime: connectedTime,
      listeners: listeners,
      recording: recording
    )
  }

  // MARK: What happens

  /// Puts a line into the timeline, and lets the caller hear it.
  func note(_ kind: CallOutcome.Event.Kind, _ detail: String = "", at now: Int64) {
    timeline.append(CallOutcome.Event(time: now - startTime, kind: kind, detail: detail))
    switch kind {
    case .answered: side.hearAnswer(at: now)
    case .playback, .speech: side.hearPlayback(detail, at: now)
    default: return
    }
    pbx.wake(at: side.nextTime())
  }

  /// Lets the caller do what is due.
  func progress(_ now: Int64) {
    guard !hasEnded else { return }
    while let (time, deed) = side.next(by: now) {
      switch deed {
      case .key(let key):
        keys.append((time, key))
        note(.keys, String(key), at: time)
        pbx.tell()
      case .speaks(let end):
        speechEnd = end
        pbx.tell()
      case .hangsUp(let ending):
        end(ending, now: time)
        return
      }
    }
    pbx.wake(at: side.nextTime())
    if let parkedUntil, isParked, parkedUntil <= now { end(.parked, now: parkedUntil) }
  }

  /// The next key that was pressed, taken out of those typed ahead.
  func takeKey() -> (time: Int64, key: Character)? { keys.isEmpty ? nil : keys.removeFirst() }

  /// Someone or something answers.
  func answer(_ now: Int64) {
    guard answerTime == nil, !hasEnded else { return }
    answerTime = now
    note(.answered, at: now)
  }

  /// Another side rings.
  func ring() { if !hasEnded { phase = .ringing } }

  /// Nobody took it: a module or the next target handles it.
  func proceed() { if !hasEnded { phase = .proceeding } }

  /// The caller talks with someone.
  func connect(to party: PBXCall.Party, _ text: String, now: Int64) {
    answer(now)
    peer = party
    connectedTime = now
    phase = .connected
    note(.bridged, text, at: now)
    pbx.tell()
  }

  /// Puts it into the park.
  func park(until time: Int64, now: Int64) {
    phase = .parked
    parkedUntil = time
    note(.parked, "in", at: now)
    pbx.wake(at: time)
  }

  /// Takes it out of the park.
  func unpark(now: Int64) {
    phase = .proceeding
    parkedUntil = nil
    note(.parked, "out", at: now)
  }

  /// Sends it to another number, whatever handles it now.
  func redirect(to number: String, _ target: NumberPlan.Target, now: Int64) {
    guard !hasEnded else { return }
    if isParked { unpark(now: now) }
    note(.forwarded, "\(number) by its id", at: now)
    redirection = (now, number, target)
    pbx.tell()
  }

  /// Where it was sent, taken out.
  func takeRedirection() -> (number: String, target: NumberPlan.Target)? {
    defer { redirection = nil }
    guard !hasEnded else { return nil }
    return redirection.map { ($0.number, $0.target) }
  }

  /// Ends it; the first reason stays.
  func end(_ reason: CallOutcome.Ending, now: Int64) {
    guard ending == nil else { return }
    ending = reason
    endTime = now
    note(.ended, reason.rawValue, at: now)
    let view = view
    pbx.remove(
      self,
      record: PBXCallRecord(
        id: id,
        caller: view.caller,
        callee: view.callee,
        startTime: startTime,
        talkTime: (connectedTime ?? answerTime).map { now - $0 },
        groupID: groupID
      )
    )
  }
}
