/// Forwarding by number, as functions ask for it.
enum Redirects {
  /// Reads a kind of forwarding as modules write it: `ALWAYS`, `onBusy`, `BY_TIMEOUT`.
  static func trigger(_ text: String, enumeration: String) throws(JavaException) -> PBXRedirect.Trigger {
    let name = text.uppercased()
    if let trigger = PBXRedirect.Trigger.allCases.first(where: { name.hasSuffix($0.rawValue) }) { return trigger }
    throw .illegalArgument("No enum constant \(enumeration).\(text): ALWAYS, BUSY or TIMEOUT is expected")
  }

  /// The forwarding that is on for a number of a user or a group.
  static func find(
    _ pbx: PBX,
    number: String,
    trigger: PBXRedirect.Trigger
  ) throws(JavaException) -> PBXRedirect? {
    let plan = NumberPlan(pbx.state)
    switch plan.account(number: number) {
    case .user(let id): return plan.redirect(try pbx.user(id).redirects, trigger, called: number)
    case .group(let id): return plan.redirect(try pbx.group(id).redirects, trigger, called: number)
    default: throw .illegalArgument("no user or group has the number '\(number)'")
    }
  }
}
