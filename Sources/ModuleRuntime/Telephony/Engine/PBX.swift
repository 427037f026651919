/// The simulated telephone system while it runs: state, live calls, and what modules did to it.
///
/// A service of the runtime (``RuntimeServices``); the runtime's actor is its only user.
final class PBX {
  /// What stands still unless somebody changes it; its calls are those that no script makes.
  var state: PBXState
  /// The calls of scripts that are not over.
  private(set) var live: [LiveCall] = []
  /// What modules did.
  private(set) var actions: [PBXAction] = []
  /// Bots of modules that are connected to the chat.
  var chatConnections: [ChatConnection] = []
  /// Service entry points that somebody dialled from inside a call and that the runtime has to start.
  var requestedRuns: [ServiceRun] = []
  /// Instances that a module asked to deactivate.
  var requestedDeactivations: [String] = []
  /// Messages that a bot answers by calling a function.
  var requestedReplies: [ChatReply] = []
  private(set) var wakeUps: [Int64] = []
  private(set) var hasNews = false
  /// When calls of the state that ring are answered, by UUID.
  private var answers: [String: Int64] = [:]
  private var lastCall = 0

  /// Takes the state at the start; ids, channels and times that it leaves open are filled in.
  init(_ state: PBXState, now: Int64) {
    self.state = state
    completeCalls(now: now)
  }

  /// Fills in what calls of the state leave open.
  func completeCalls(now: Int64) {
    for index in state.calls.indices {
      // Not in place: what is left open is found by looking at the state.
      var call = state.calls[index]
      complete(&call, now: now)
      state.calls[index] = call
    }
  }

  private func complete(_ call: inout PBXCall, now: Int64) {
    if let end = call.endTime { wake(at: end) }
    guard call.id.isEmpty || call.startTime == nil || call.caller.channel.isEmpty || call.callee.channel.isEmpty else {
      return
    }
    let names = nextCall(caller: call.caller, callee: call.callee)
    if call.id.isEmpty { call.id = names.id }
    if call.caller.channel.isEmpty { call.caller.channel = names.caller }
    if call.callee.channel.isEmpty { call.callee.channel = names.callee }
    call.startTime = call.startTime ?? now
    if call.phase == .connected { call.connectedTime = call.connectedTime ?? call.startTime }
  }

  /// Repeatable names for a new call: an appliance's in form.
  func nextCall(
    caller: PBXCall.Party,
    callee: PBXCall.Party
  ) -> (id: String, caller: String, callee: String) {
    lastCall += 1
    let id = "00000000-0000-4000-9000-" + Self.hexadecimal(lastCall, width: 12)
    let number = Self.hexadecimal(2 * lastCall, width: 8)
    let other = Self.hexadecimal(2 * lastCall + 1, width: 8)
    return (id, "SIP/\(endpoint(of: caller))-\(number)", "SIP/\(endpoint(of: callee))-\(other)")
  }

  private func endpoint(of party: PBXCall.Party) -> String {
    guard let user = party.userID.flatMap(state.user) else { return "line" }
    guard let phone = user.primaryPhone?.name else { return user.login }
    return phone.split(separator: "/").last.map(String.init) ?? user.login
  }

  private static func hexadecimal(_ number: Int, width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  // MARK: Calls

  /// Every call that runs: those of the state and those of scripts.
  var calls: [PBXCall] { state.calls + live.map(\.view) }

  /// The state as it is now, live calls included.
  var snapshot: PBXState {
    var snapshot = state
    snapshot.calls = calls
    return snapshot
  }

  /// The calls in which a user takes part.
  func calls(of user: Int) -> [PBXCall] { calls.filter { $0.userIDs.contains(user) } }

  /// The live call of a channel or UUID.
  func liveCall(_ name: String) -> LiveCall? { live.first { $0.channel == name || $0.id == name } }

  func add(_ call: LiveCall) { live.append(call) }

  /// Begins a call that no script follows; its UUID.
  func begin(_ call: PBXCall, answeredAt time: Int64?, now: Int64) -> String {
    var call = call
    complete(&call, now: now)
    state.calls.append(call)
    if let time {
      answers[call.id] = time
      wake(at: time)
    }
    tell()
    return call.id
  }

  /// Takes a live call out and keeps its record.
  func remove(_ call: LiveCall, record: PBXCallRecord) {
    live.removeAll { $0 === call }
    state.callList.append(record)
    tell()
  }

  /// Ends a call by its UUID, whoever made it; false when there is none.
  func hangUp(_ id: String, now: Int64) -> Bool {
    if let call = live.first(where: { $0.id == id }) {
      call.end(.module, now: now)
      return true
    }
    guard let index = state.calls.firstIndex(where: { $0.id == id }) else { return false }
    let call = state.calls.remove(at: index)
    state.callList.append(
      PBXCallRecord(
        id: call.id,
        caller: call.caller,
        callee: call.callee,
        startTime: call.startTime ?? now,
        talkTime: call.connectedTime.map { now - $0 },
        groupID: call.groupID
      )
    )
    tell()
    return true
  }

  /// Sends a call to another number by its UUID: whatever handles a live one lets go of it; one of the state has
  /// another callee from now on.
  func redirect(_ id: String, to number: String, _ target: NumberPlan.Target, movesBoth: Bool, now: Int64) {
    if let call = live.first(where: { $0.id == id }) { return call.redirect(to: number, target, now: now) }
    updateCall(id) { call in
      var party = PBXCall.Party(number: number)
      if case .user(let id) = target, let user = state.user(id) {
        party = PBXCall.Party(userID: id, number: user.internalNumber, name: user.name)
      }
      party.channel = nextCall(caller: call.caller, callee: party).callee
      call.callee = party
      // Both sides moved: they do not talk with each other any more.
      if movesBoth { call.phase = .proceeding }
    }
    tell()
  }

  /// Changes a call of the state; live ones change themselves.
  func updateCall(_ id: String, _ change: (inout PBXCall) -> Void) {
    guard let index = state.calls.firstIndex(where: { $0.id == id }) else { return }
    // Not in place: a change may look at the state.
    var call = state.calls[index]
    change(&call)
    state.calls[index] = call
  }

  /// How long a spoken file lasts.
  func duration(of file: String) -> Int64 { max(0, state.playbackDurations[file] ?? 2000) }

  // MARK: Time

  /// Lets everything happen that is due: callers' actions, ends of calls.
  func tick(_ now: Int64) {
    for call in live { call.progress(now) }
    for (id, time) in answers where time <= now {
      answers[id] = nil
      updateCall(id) { call in
        call.phase = .connected
        call.connectedTime = time
      }
      tell()
    }
    for call in state.calls where call.endTime.map({ $0 <= now }) ?? false { _ = hangUp(call.id, now: now) }
  }

  /// Asks for a ``tick(_:)`` at a time.
  func wake(at time: Int64) { wakeUps.append(time) }

  /// Says that whoever waits should look again.
  func tell() { hasNews = true }

  func takeWakeUps() -> [Int64] {
    defer { wakeUps.removeAll() }
    return wakeUps
  }

  func takeNews() -> Bool {
    defer { hasNews = false }
    return hasNews
  }

  /// Whether the runtime has something to do for it.
  var isWanting: Bool {
    hasNews || !wakeUps.isEmpty || !requestedRuns.isEmpty || !requestedDeactivations.isEmpty
      || !requestedReplies.isEmpty
  }

  // MARK: Records

  func record(_ action: PBXAction) { actions.append(action) }
}
