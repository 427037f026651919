/// Whether a moment lies in an interval: `01/01/2020-12/31/2020 Mo-Fr 08:00-18:00`.
///
/// Parts are separated by spaces; a part is one value or two with `-` between: dates as month/day/year, weekdays by
/// their long or short names in the language, times as hh:mm. Dates and weekdays include their end, times do not;
/// one time alone is that minute. Of several parts of one kind one has to hold, and of each kind that is there one.
enum DateIntervals {
  static let functions: [BuiltInFunction] = [
    .value(
      "starface.date",
      "MatchDateTimeInterval",
      "long dateTimeToTest, String dateTimeInterval, String language",
      "boolean matchesInterval"
    ) { call in
      let language = call.text(2).isEmpty ? call.context.language : call.text(2)
      let local = call.context.zone.civilTime(at: try DateArithmetic.moment(call))
      var holds: [Kind: Bool] = [:]
      for part in call.text(1).split(separator: " ") {
        let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = ends.first, let last = ends.last, ends.count <= 2,
          let start = value(first, .language(language)), let end = value(last, .language(language)),
          start.kind == end.kind
        else { throw JavaException.illegalArgument("'\(part)' is no date, weekday or time") }
        let isInside = contains(local, start.kind, start.number, end.number, isSingle: ends.count == 1)
        holds[start.kind] = holds[start.kind] == true || isInside
      }
      return .boolean(holds.values.allSatisfy { $0 })
    }
  ]

  private enum Kind { case date, weekday, time }

  private static func value(_ text: Substring, _ symbols: DateSymbols) -> (kind: Kind, number: Int)? {
    let slashes = text.split(separator: "/", omittingEmptySubsequences: false).compactMap { Int($0) }
    if slashes.count == 3 { return (.date, (slashes[2] * 100 + slashes[0]) * 100 + slashes[1]) }
    let colons = text.split(separator: ":", omittingEmptySubsequences: false).compactMap { Int($0) }
    if colons.count == 2, (0...24).contains(colons[0]), (0..<60).contains(colons[1]) {
      return (.time, colons[0] * 60 + colons[1])
    }
    let name = text.lowercased()
    for names in [symbols.weekdays, symbols.otherWeekdays] {
      if let day = names.firstIndex(where: { $0.lowercased() == name || $0.lowercased() + "." == name }) {
        return (.weekday, day)
      }
    }
    return nil
  }

  /// Weekdays and times may go round: Sa-Mo, 22:00-06:00.
  private static func contains(_ local: CivilTime, _ kind: Kind, _ start: Int, _ end: Int, isSingle: Bool) -> Bool {
    switch kind {
    case .date: return (start...max(start, end)).contains((local.year * 100 + local.month) * 100 + local.day)
    case .weekday:
      return start <= end ? (start...end).contains(local.weekday) : !(end + 1..<start).contains(local.weekday)
    case .time:
      let minute = local.hour * 60 + local.minute
      if isSingle { return minute == start }
      return start <= end ? (start..<end).contains(minute) : !(end..<start).contains(minute)
    }
  }
}
