/// Finds zones by the ids of `java.util.TimeZone`, and remembers them for a runtime.
final class ZoneNames {
  private var known: [String: ZoneRules] = [:]

  /// The zone of an id: of the database, or `GMT+1:00`; UTC for what is neither, as `TimeZone.getTimeZone` does.
  func rules(_ id: String) -> ZoneRules {
    if let rules = known[id] { return rules }
    let rules = Self.find(id) ?? .fixed("GMT", seconds: 0)
    known[id] = rules
    return rules
  }

  /// The zone of an id; nil when there is none of that name.
  static func find(_ id: String) -> ZoneRules? { offset(id) ?? ZoneFile(id: id)?.rules }

  /// `GMT+h`, `GMT+hh:mm`, `GMT+hhmm`.
  private static func offset(_ id: String) -> ZoneRules? {
    if id == "UTC" || id == "Z" { return .utc }
    guard id.hasPrefix("GMT"), id.utf8.count > 4 else { return nil }
    let sign = id.utf8.dropFirst(3).first
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let digits = id.utf8.dropFirst(4).filter { $0 != UInt8(ascii: ":") }
    guard let number = Int(String(decoding: digits, as: UTF8.self)), number >= 0, digits.count <= 4 else { return nil }
    let (hours, minutes) = digits.count <= 2 ? (number, 0) : (number / 100, number % 100)
    guard hours < 24, minutes < 60 else { return nil }
    let seconds = (hours * 60 + minutes) * 60 * (sign == UInt8(ascii: "-") ? -1 : 1)
    let clock = DateText.padded(hours, to: 2) + ":" + DateText.padded(minutes, to: 2)
    return .fixed("GMT" + (seconds < 0 ? "-" : "+") + clock, seconds: seconds)
  }
}

extension BuiltInCall {
  /// The zone of an argument; the appliance's when it is empty.
  func zone(_ index: Int) -> ZoneRules {
    let id = text(index)
    return id.isEmpty ? context.zone : context.services.get(ZoneNames.self, make: ZoneNames.init).rules(id)
  }
}
