/// Points in time as texts: what `module.yml` and the manifest write, without a calendar library.
package enum Timestamp {
  /// Milliseconds since 1970 from such a number, `yyyy-MM-dd` or `yyyy-MM-ddTHH:mm:ss[.fff]Z`; nil for anything else.
  package static func milliseconds(_ text: String) -> Int? {
    if let number = Int(text), number >= 0 { return number }
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(0..<4), let month = number(5..<7),
      let day = number(8..<10), year >= 1970, (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var result = daysSinceEpoch(year: year, month: month, day: day) * 86_400_000
    if bytes.count == 10 { return result }
    guard bytes.count >= 20, bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A, bytes[16] == 0x3A,
      bytes.last == 0x5A, let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      hour < 24, minute < 60, second < 60
    else { return nil }
    result += (hour * 3600 + minute * 60 + second) * 1000
    if bytes.count == 20 { return result }
    guard bytes.count == 24, bytes[19] == 0x2E, let fraction = number(20..<23) else { return nil }
    return result + fraction
  }

  /// `yyyy-MM-ddTHH:mm:ss+00:00`, the form of the manifest's Create-Date.
  package static func manifestDate(milliseconds: Int) -> String {
    let seconds = max(0, milliseconds) / 1000
    let (year, month, day) = civil(days: seconds / 86_400)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let clock = "\(two(seconds / 3600 % 24)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    return "\(year)-\(two(month))-\(two(day))T\(clock)+00:00"
  }

  /// Days from 1970-01-01 in the proleptic Gregorian calendar, counting years from March.
  private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let march = month > 2 ? month - 3 : month + 9
    let year = month > 2 ? year : year - 1
    let era = year / 400
    let yearOfEra = year % 400
    let dayOfYear = (153 * march + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let day = shifted % 146_097
    let yearOfEra = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
  }
}
