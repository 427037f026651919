/// The rule behind a zone's last transition, in the form of POSIX's `TZ` (`CET-1CEST,M3.5.0,M10.5.0/3`).
struct ZoneFooter: Sendable {
  private struct Change: Sendable {
    var month = 0
    var week = 0
    var weekday = 0
    var second = 7_200

    /// The local second of the change in a year, since 1970.
    func localSecond(in year: Int) -> Int64 {
      let first = CivilTime(year: year, month: month, day: 1)
      // CivilTime counts from Monday, POSIX from Sunday.
      var day = 1 + (weekday - (first.weekday + 1) % 7 + 7) % 7 + (week - 1) * 7
      let length = DateFields.daysInMonth(year: year, month: month)
      while day > length { day -= 7 }
      return CivilTime(year: year, month: month, day: day).milliseconds / 1_000 + Int64(second)
    }
  }

  private var standard = (offset: 0, name: "")
  private var summer: (offset: Int, name: String)?
  private var start = Change()
  private var end = Change()

  /// Reads the rule; nil when there is none, or one by day of the year, which no zone has today.
  init?(_ text: String) {
    let parts = text.split(separator: ",")
    guard let names = parts.first else { return nil }
    var rest = Array(names.utf8)[...]
    guard let name = Self.name(&rest), let offset = Self.seconds(&rest) else { return nil }
    standard = (-offset, name)
    guard let other = Self.name(&rest) else { return }
    summer = (Self.seconds(&rest).map { -$0 } ?? standard.offset + 3_600, other)
    guard parts.count == 3, let start = Self.change(parts[1]), let end = Self.change(parts[2]) else { return nil }
    self.start = start
    self.end = end
  }

  /// Offset and name at a second since 1970 UTC.
  func state(at second: Int64) -> (offset: Int, name: String) {
    guard let summer else { return standard }
    let year = CivilTime(milliseconds: (second + Int64(standard.offset)) * 1_000).year
    let begins = start.localSecond(in: year) - Int64(standard.offset)
    let ends = end.localSecond(in: year) - Int64(summer.offset)
    let isSummer = begins < ends ? (begins..<ends).contains(second) : !(ends..<begins).contains(second)
    return isSummer ? summer : standard
  }

  private static func name(_ rest: inout ArraySlice<UInt8>) -> String? {
    if rest.first == UInt8(ascii: "<") {
      let name = rest.dropFirst().prefix { $0 != UInt8(ascii: ">") }
      rest = rest.dropFirst(name.count + 2)
      return String(decoding: name, as: UTF8.self)
    }
    let name = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
    rest = rest.dropFirst(name.count)
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// `[+-]h[:mm[:ss]]` in seconds.
  private static func seconds(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let time = rest.prefix { (0x30...0x3A).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    rest = rest.dropFirst(time.count)
    let isNegative = time.first == UInt8(ascii: "-")
    let parts = String(decoding: time, as: UTF8.self).split(separator: ":").compactMap { Int($0) }
    guard (1...3).contains(parts.count), parts.allSatisfy({ abs($0) < 1_000 }) else { return nil }
    let size = zip(parts, [3_600, 60, 1]).reduce(0) { $0 + abs($1.0) * $1.1 }
    return isNegative ? -size : size
  }

  private static func change(_ text: Substring) -> Change? {
    let halves = text.split(separator: "/")
    guard let day = halves.first, day.first == "M" else { return nil }
    let numbers = day.dropFirst().split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1]), (0...6).contains(numbers[2])
    else { return nil }
    var change = Change(month: numbers[0], week: numbers[1], weekday: numbers[2])
    if halves.count == 2 {
      var rest = Array(halves[1].utf8)[...]
      guard let second = seconds(&rest) else { return nil }
      change.second = second
    }
    return change
  }
}
