/// How a `java.util.Date` prints.
public enum DateText {
  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// `Date.toString()`: `Wed Jan 02 15:16:17 UTC 2019`.
  public static func javaText(_ milliseconds: Int64, zone: ZoneRules = .utc) -> String {
    let local = zone.civilTime(at: milliseconds)
    let clock = [local.hour, local.minute, local.second].map { padded($0, to: 2) }.joined(separator: ":")
    return "\(weekdays[local.weekday]) \(months[local.month - 1]) \(padded(local.day, to: 2)) \(clock) "
      + "\(zone.name(milliseconds)) \(local.year)"
  }

  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
