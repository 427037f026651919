/// What a number means on this telephone system.
struct NumberPlan {
  /// What a number reaches.
  enum Target: Hashable {
    case user(Int)
    case group(Int)
    case service(PBXService)
    case voicemail(Int)
    case conference(String)
    /// Listening in to the call of a user.
    case listening(userID: Int)
    /// A line to the outside, with the number that is dialled on it.
    case outside(String)
    case unknown

    /// In the timeline's words.
    func text(_ state: PBXState) -> String {
      switch self {
      case .user(let id): "user \(state.user(id)?.login ?? String(id))"
      case .group(let id): "group \(state.group(id)?.name ?? String(id))"
      case .service(let service): "service \(service.entryPoint)"
      case .voicemail(let box): "voicemail \(box)"
      case .conference(let name): "conference \(name)"
      case .listening(let id): "listening to \(state.user(id)?.login ?? String(id))"
      case .outside(let number): "outside \(number)"
      case .unknown: "unknown"
      }
    }
  }

  private let state: PBXState

  init(_ state: PBXState) { self.state = state }

  /// What a number reaches. From inside, what is no number of the system goes out; from outside it goes nowhere.
  func target(of number: String, fromInside isInside: Bool) -> Target {
    if let service = state.services.first(where: { $0.number == number }) { return .service(service) }
    if let known = account(internalNumber: number) { return known }
    if !state.listenCode.isEmpty, number.hasPrefix(state.listenCode),
      case .user(let id)? = account(internalNumber: String(number.dropFirst(state.listenCode.count)))
    {
      return .listening(userID: id)
    }
    if number.hasPrefix("*9"), let box = Int(number.dropFirst(2)),
      state.voicemailBoxes.contains(where: { $0.number == box })
    {
      return .voicemail(box)
    }
    if state.conferences.contains(where: { $0.name == number }) { return .conference(number) }
    let outer = isInside ? withoutPrefix(number) : number
    if let known = account(externalNumber: outer) ?? account(externalNumber: number) { return known }
    guard isInside, outer.contains(where: \.isNumber), outer.allSatisfy({ $0.isNumber || "+#*".contains($0) }) else {
      return .unknown
    }
    return .outside(outer)
  }

  /// The number as a line dials it: without the digit for an outside line.
  func withoutPrefix(_ number: String) -> String {
    let prefix = state.outgoingPrefix
    return !prefix.isEmpty && number.hasPrefix(prefix) && number.count > prefix.count + 2
      ? String(number.dropFirst(prefix.count)) : number
  }

  /// A user or group by internal number.
  func account(internalNumber number: String) -> Target? {
    guard !number.isEmpty else { return nil }
    if let user = state.users.first(where: { $0.internalNumber == number }) { return .user(user.id) }
    return state.groups.first { $0.internalNumber == number }.map { .group($0.id) }
  }

  /// A user or group by external number, in whatever form it is written.
  func account(externalNumber number: String) -> Target? {
    let wanted = international(number)
    guard !wanted.isEmpty else { return nil }
    func has(_ numbers: [String]) -> Bool { numbers.contains { international($0) == wanted } }
    if let user = state.users.first(where: { has($0.externalNumbers) }) { return .user(user.id) }
    return state.groups.first { has($0.externalNumbers) }.map { .group($0.id) }
  }

  /// A user or group by any number.
  func account(number: String) -> Target? { account(internalNumber: number) ?? account(externalNumber: number) }

  /// The number with plus, country and area code; the empty text when there is no digit in it, or when it holds
  /// anything that is no part of a number.
  func international(_ number: String) -> String {
    let digits = number.filter { !" -/().".contains($0) }
    guard digits.contains(where: \.isNumber),
      digits.enumerated().allSatisfy({ $1.isASCII && $1.isNumber || ($0 == 0 && $1 == "+") })
    else { return "" }
    if digits.hasPrefix("+") { return digits }
    if digits.hasPrefix("00") { return "+" + digits.dropFirst(2) }
    if digits.hasPrefix("0") { return "+" + state.countryCode + digits.dropFirst() }
    return "+" + state.countryCode + state.areaCode + digits
  }

  /// The number as people of the area dial it, without country and area code where they are the system's own.
  func local(_ number: String) -> String {
    let full = international(number)
    let country = "+" + state.countryCode
    guard full.hasPrefix(country) else { return full.hasPrefix("+") ? "00" + full.dropFirst() : number }
    let rest = full.dropFirst(country.count)
    return rest.hasPrefix(state.areaCode) ? String(rest.dropFirst(state.areaCode.count)) : "0" + rest
  }
}

extension NumberPlan {
  /// The forwarding that is on for calls to a number, of those of an account.
  func redirect(_ redirects: [PBXRedirect], _ trigger: PBXRedirect.Trigger, called number: String) -> PBXRedirect? {
    redirects.first { redirect in
      guard redirect.isEnabled, redirect.trigger == trigger, redirect.destination != nil else { return false }
      switch redirect.calledNumber {
      case .any: return true
      case .internal: return account(internalNumber: number) != nil
      case .external: return account(internalNumber: number) == nil
      case .number(let wanted):
        return wanted == number || !international(number).isEmpty && international(wanted) == international(number)
      }
    }
  }
}
