/// Forwarding as `RedirectBusinessObject` shows it: one `RedirectSetting` (UCI 3.0) for each number of an account and
/// each kind of forwarding.
struct RedirectBeans {
  private let pbx: PBX

  init(_ pbx: PBX) { self.pbx = pbx }

  /// The settings of an account; of one kind if `type` names one.
  func settings(of account: Int, _ type: String?) -> [Value] {
    let triggers = PBXRedirect.Trigger.allCases.filter { type == nil || type == $0.rawValue }
    return triggers.flatMap { trigger in
      numbers(of: account).map { bean(account, trigger, $0) }
    }
  }

  /// Takes over a setting that came back; what was done in words.
  func set(_ setting: Value, of account: Int) throws(JavaException) -> String {
    guard let number = setting.property("calledNumber")?.text, numbers(of: account).contains(number) else {
      throw .illegalArgument(
        "account \(account) has no number '\(setting.property("calledNumber")?.text ?? "")' to redirect"
      )
    }
    guard let trigger = trigger(setting) else {
      throw .illegalArgument("the RedirectSetting says not when it redirects: get it from getRedirectSettings")
    }
    let isEnabled = if case .boolean(true)? = setting.property("enabled") { true } else { false }
    let destination = destination(setting)
    let redirect = PBXRedirect(
      trigger,
      to: destination,
      of: .number(number),
      isEnabled: isEnabled,
      timeoutSeconds: setting.property("timeout")?.longValue.map { Int($0) } ?? 30
    )
    let numbers = numbers(of: account)
    try pbx.updateRedirects(of: account) { redirects in
      // One that is for several numbers becomes one for each of the others.
      redirects = redirects.flatMap { other -> [PBXRedirect] in
        guard other.trigger == trigger else { return [other] }
        return numbers.filter { $0 != number && covers(other, $0) }.map { rest in
          var part = other
          part.calledNumber = .number(rest)
          return part
        }
      }
      redirects.append(redirect)
    }
    let target = destination.map { " to \($0.text)" } ?? ""
    return "account \(account): forwarding of \(number) \(trigger.rawValue)\(target) \(isEnabled ? "on" : "off")"
  }

  private func numbers(of account: Int) -> [String] {
    guard let (own, outer) = try? NumberEntities.numbers(of: account, pbx) else { return [] }
    return (own.isEmpty ? [] : [own]) + outer
  }

  private func covers(_ redirect: PBXRedirect, _ number: String) -> Bool {
    let isInternal = NumberPlan(pbx.state).account(internalNumber: number) != nil
    switch redirect.calledNumber {
    case .any: return true
    case .internal: return isInternal
    case .external: return !isInternal
    case .number(let other): return other == number
    }
  }

  private func bean(_ account: Int, _ trigger: PBXRedirect.Trigger, _ number: String) -> Value {
    let redirects = pbx.state.user(account)?.redirects ?? pbx.state.group(account)?.redirects ?? []
    let redirect = redirects.first { $0.trigger == trigger && covers($0, number) }
    let boxes = pbx.state.voicemailBoxes.filter { $0.owners.contains(account) }
    var (phone, box) = ("", "")
    switch redirect?.destination {
    case .number(let text): phone = text
    case .voicemail(let number): box = String(number)
    case nil: break
    }
    return .bean(
      "de.starface.integration.uci.java.v30.types.RedirectSetting",
      [
        "id": .string("\(account)-\(trigger.rawValue)-\(number)"), "type": .string(trigger.rawValue),
        "calledNumber": .string(number), "destination": .string(redirect?.destination?.text ?? ""),
        "destinationType": .string(box.isEmpty ? "PHONENUMBER" : "VOICEMAIL"),
        "enabled": .boolean(redirect?.isEnabled ?? false), "timeout": .int(redirect?.timeoutSeconds ?? 30),
        "groupRedirect": .boolean(pbx.state.group(account) != nil), "lastDestinationNumber": .string(phone),
        "lastDestinationMailbox": .string(box), "mailboxes": .list(boxes.map { .string(String($0.number)) }),
      ]
    )
  }

  private func trigger(_ setting: Value) -> PBXRedirect.Trigger? {
    if let type = setting.property("type"), let trigger = PBXRedirect.Trigger(rawValue: type.text) { return trigger }
    let parts = setting.property("id")?.text.split(separator: "-") ?? []
    return parts.count > 1 ? PBXRedirect.Trigger(rawValue: String(parts[1])) : nil
  }

  private func destination(_ setting: Value) -> PBXRedirect.Destination? {
    guard let text = setting.property("destination")?.text, !text.isEmpty else { return nil }
    if setting.property("destinationType")?.text == "VOICEMAIL", let box = Int(text) { return .voicemail(box) }
    return .number(text)
  }
}
