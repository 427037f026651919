/// Brings a call to a target and follows it until it is over: rings, forwards, talks, listens, leaves a message.
///
/// A number's forwarding is followed, as for any caller; a user, group or phone that a module names itself just rings.
/// When the other side hangs up, the call is over; when there is nobody, it goes on.
final class Connection {
  /// What a look comes to.
  enum Step: Equatable {
    /// Look again at that time at the latest.
    case until(Int64?)
    /// It is over: whether and why not someone answered.
    case over(CallOutcome.Dial.Result)
  }

  private enum State {
    case target(NumberPlan.Target)
    case dialling(Dial, account: Int?)
    case talking(until: Int64?)
    case leavingMessage(MessageTaking)
    case listening(callID: String)
    case conference(String)
    case service(ServiceRun)
    case over(CallOutcome.Dial.Result)
  }

  private static let mostForwards = 10
  private let call: LiveCall
  private let pbx: PBX
  private let number: String
  private let callerName: String
  private let callerNumber: String
  private let timeout: Int64
  private var state: State
  private var forwards = 0

  /// To what a number reaches; its forwarding is followed.
  init(
    _ call: LiveCall,
    to target: NumberPlan.Target,
    number: String,
    callerName: String,
    callerNumber: String,
    timeout: Int64
  ) {
    self.call = call
    pbx = call.pbx
    self.number = number
    self.callerName = callerName
    self.callerNumber = callerNumber
    self.timeout = timeout
    state = .target(target)
  }

  /// To sides that a module named.
  init(_ call: LiveCall, legs: [Dial.Leg], callerName: String, callerNumber: String, timeout: Int64, now: Int64) {
    self.call = call
    pbx = call.pbx
    number = ""
    self.callerName = callerName
    self.callerNumber = callerNumber
    self.timeout = timeout
    state = .over(.unreachable)
    dial(legs, account: nil, now)
  }

  /// Follows it up to `now`.
  /// - Throws: the hang-up, when the caller went before anybody answered.
  func step(_ now: Int64) throws(JavaException) -> Step {
    while true {
      switch state {
      case .target(let target):
        if !call.isOpen { throw .hungUp }
        enter(target, now)
      case .dialling(let dial, let account):
        if let step = try ring(dial, account, now) { return step }
      case .talking(let end):
        if let end, end <= now { call.end(.callee, now: end) }
        if call.isOpen { return .until(end) }
        state = .over(.answered)
      case .leavingMessage(let taking):
        if let time = taking.step(now) { return .until(time) }
        state = .over(.answered)
      case .listening(let id):
        if call.isOpen, pbx.calls.contains(where: { $0.id == id }) { return .until(nil) }
        let channel = call.channel
        pbx.updateCall(id) { $0.listeners.removeAll { $0 == channel } }
        pbx.liveCall(id)?.listeners.removeAll { $0 == channel }
        call.proceed()
        state = .over(.answered)
      case .conference(let name):
        if call.isOpen { return .until(nil) }
        leave(conference: name)
        state = .over(.answered)
      case .service(let run):
        switch run.state {
        case .requested: return .until(nil)
        case .running(let thread):
          guard thread.hasEnded else { return .until(nil) }
          state = .over(call.answerTime == nil ? .noAnswer : .answered)
        case .refused: state = .over(.unreachable)
        }
      case .over(let result):
        if !call.isOpen, !call.hasEnded { throw .hungUp }
        return .over(result)
      }
    }
  }

  /// Gives up ringing; who answered already goes on.
  func cancel(_ now: Int64) {
    guard case .dialling(let dial, _) = state, now < dial.end else { return }
    settle(dial, at: now)
    call.proceed()
    state = .over(.cancelled)
  }

  // MARK: Targets

  private func enter(_ target: NumberPlan.Target, _ now: Int64) {
    switch target {
    case .user(let id):
      guard let user = pbx.state.user(id) else { return state = .over(.unreachable) }
      call.calleeAccount = id
      reach([Legs(pbx, call: call).user(user)], account: id, user.redirects, now)
    case .group(let id):
      guard let group = pbx.state.group(id) else { return state = .over(.unreachable) }
      call.calleeAccount = id
      call.groupID = id
      reach(Legs(pbx, call: call).group(group), account: id, group.redirects, now)
    case .outside(let number): dial([Legs(pbx, call: call).outside(number)], account: nil, now)
    case .voicemail(let box): state = .leavingMessage(MessageTaking(call, box: box, announcement: "vm-intro"))
    case .conference(let name):
      call.answer(now)
      call.note(.conference, name, at: now)
      join(conference: name)
      state = .conference(name)
    case .listening(let id): listen(to: id, now)
    case .service(let service):
      let run = ServiceRun(service, call)
      pbx.requestedRuns.append(run)
      state = .service(run)
    case .unknown: state = .over(.unreachable)
    }
  }

  private func listen(to user: Int, _ now: Int64) {
    guard let other = pbx.calls(of: user).first(where: { $0.phase == .connected && $0.id != call.id }) else {
      return state = .over(.unreachable)
    }
    call.answer(now)
    call.note(.listening, other.id, at: now)
    let channel = call.channel
    pbx.updateCall(other.id) { $0.listeners.append(channel) }
    pbx.liveCall(other.id)?.listeners.append(channel)
    state = .listening(callID: other.id)
  }

  private func join(conference name: String) {
    if !pbx.state.conferences.contains(where: { $0.name == name }) {
      pbx.state.conferences.append(PBXConference(name: name))
    }
    guard let index = pbx.state.conferences.firstIndex(where: { $0.name == name }) else { return }
    pbx.state.conferences[index].participants.append(call.caller.number)
  }

  private func leave(conference name: String) {
    guard let index = pbx.state.conferences.firstIndex(where: { $0.name == name }),
      let place = pbx.state.conferences[index].participants.firstIndex(of: call.caller.number)
    else { return }
    pbx.state.conferences[index].participants.remove(at: place)
  }

  // MARK: Ringing

  private func reach(_ legs: [Dial.Leg], account: Int, _ redirects: [PBXRedirect], _ now: Int64) {
    if let redirect = redirect(redirects, .always) { return forward(redirect, from: account, now) }
    dial(legs, account: account, now)
  }

  private func dial(_ legs: [Dial.Leg], account: Int?, _ now: Int64) {
    var time = timeout
    if let account, let redirect = redirect(redirects(of: account), .timeout) {
      time = min(time, Int64(redirect.timeoutSeconds) * 1000)
    }
    for leg in legs { call.note(.dial, leg.name, at: now) }
    call.ring()
    state = .dialling(Dial(legs, timeout: time, now: now), account: account)
  }

  private func ring(
    _ dial: Dial,
    _ account: Int?,
    _ now: Int64
  ) throws(JavaException) -> Step? {
    if let left = call.leftTime {
      settle(dial, at: left)
      state = .over(.cancelled)
      throw .hungUp
    }
    guard now >= dial.end else { return .until(dial.end) }
    settle(dial, at: dial.end)
    if let winner = dial.winner {
      call.connect(to: winner.party, winner.name, now: now)
      let end = dial.talkTime.map { dial.end + $0 }
      state = .talking(until: end)
      return nil
    }
    call.proceed()
    let trigger: PBXRedirect.Trigger = dial.result == .noAnswer ? .timeout : .busy
    if let account, let redirect = redirect(redirects(of: account), trigger) {
      forward(redirect, from: account, now)
    } else {
      state = .over(dial.result)
    }
    return nil
  }

  private func settle(_ dial: Dial, at time: Int64) {
    for leg in dial.legs {
      let result = dial.result(of: leg, at: time)
      call.note(.dialResult, "\(leg.name) \(result.rawValue)", at: time)
      call.dials.append(
        CallOutcome.Dial(
          target: leg.name,
          result: result,
          callerName: callerName,
          callerNumber: callerNumber,
          begin: dial.begin - call.startTime,
          end: time - call.startTime
        )
      )
    }
  }

  // MARK: Forwarding

  private func redirects(of account: Int) -> [PBXRedirect] {
    pbx.state.user(account)?.redirects ?? pbx.state.group(account)?.redirects ?? []
  }

  private func redirect(_ redirects: [PBXRedirect], _ trigger: PBXRedirect.Trigger) -> PBXRedirect? {
    NumberPlan(pbx.state).redirect(redirects, trigger, called: number)
  }

  private func forward(_ redirect: PBXRedirect, from account: Int, _ now: Int64) {
    forwards += 1
    guard forwards <= Self.mostForwards, let destination = redirect.destination else {
      return state = .over(.unreachable)
    }
    call.forwarder = account
    call.note(.forwarded, "\(redirect.trigger.rawValue) \(destination.text)", at: now)
    switch destination {
    case .number(let number): state = .target(NumberPlan(pbx.state).target(of: number, fromInside: true))
    case .voicemail(let box): state = .target(.voicemail(box))
    }
  }
}
