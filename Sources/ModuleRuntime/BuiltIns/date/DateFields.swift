/// Reading and changing the fields of a moment, as a lenient `java.util.GregorianCalendar` with weeks from Monday.
///
/// The calendar is Gregorian throughout; Java's changes to the Julian one before 15 October 1582.
struct DateFields {
  /// The fields, by the names that the designer's list may have; "Days", "DAY" and `DAY_OF_MONTH` are the same.
  enum Field {
    case year, month, week, day, dayOfYear, weekday, hour, minute, second, millisecond

    init(name: String) throws(JavaException) {
      let plain = name.lowercased().filter { $0 != "_" && $0 != " " && $0 != "-" }
      switch plain.hasSuffix("s") ? String(plain.dropLast()) : plain {
      case "year": self = .year
      case "month": self = .month
      case "week", "weekofyear": self = .week
      case "day", "dayofmonth", "date": self = .day
      case "dayofyear": self = .dayOfYear
      case "weekday", "dayofweek": self = .weekday
      case "hour", "hourofday": self = .hour
      case "minute": self = .minute
      case "second": self = .second
      case "millisecond", "milli": self = .millisecond
      default: throw .illegalArgument("'\(name)' is no unit of time")
      }
    }

    /// The milliseconds of one; nil where that depends on the calendar.
    var milliseconds: Int64? {
      switch self {
      case .hour: 3_600_000
      case .minute: 60_000
      case .second: 1_000
      case .millisecond: 1
      default: nil
      }
    }
  }

  let zone: ZoneRules

  static func daysInMonth(year: Int, month: Int) -> Int {
    let next = CivilTime(year: year, month: month + 1, day: 1).milliseconds
    return Int((next - CivilTime(year: year, month: month, day: 1).milliseconds) / 86_400_000)
  }

  /// The moment of a local time: of two, the later, which is standard time; in a gap, moved on by the gap.
  func milliseconds(of local: CivilTime) -> Int64 {
    let naive = local.milliseconds
    let before = Int64(zone.offset(naive - 86_400_000)) * 1_000
    let after = Int64(zone.offset(naive + 86_400_000)) * 1_000
    for candidate in [naive - after, naive - before] where Int64(zone.offset(candidate)) * 1_000 == naive - candidate {
      return candidate
    }
    return naive - before
  }

  /// `Calendar.add`: months keep the day where there is one, days keep the clock's time, hours are so many hours.
  func adding(_ amount: Int, _ field: Field, to moment: Int64) -> Int64 {
    if let size = field.milliseconds { return moment &+ Int64(amount) &* size }
    var local = zone.civilTime(at: moment)
    switch field {
    case .year, .month:
      let months = local.year * 12 + local.month - 1 + (field == .year ? amount * 12 : amount)
      let (year, month) = Int64(months).flooredDivision(by: 12)
      local.year = Int(year)
      local.month = Int(month) + 1
      local.day = min(local.day, Self.daysInMonth(year: local.year, month: local.month))
      return milliseconds(of: local)
    default:
      // The old offset first; when another holds there, the clock's time is restored unless that changes the day.
      let offset = zone.offset(moment)
      let moved = moment + Int64(amount) * (field == .week ? 7 : 1) * 86_400_000
      let adjusted = moved + Int64(offset - zone.offset(moved)) * 1_000
      let day = (moved + Int64(offset) * 1_000).flooredDivision(by: 86_400_000).quotient
      let adjustedDay = (adjusted + Int64(zone.offset(adjusted)) * 1_000).flooredDivision(by: 86_400_000).quotient
      return adjustedDay == day ? adjusted : moved
    }
  }

  /// A field's value: months from 1, weekdays from 0 = Monday.
  func value(of field: Field, at moment: Int64) -> Int {
    let local = zone.civilTime(at: moment)
    switch field {
    case .year: return local.year
    case .month: return local.month
    case .week: return Self.weekOfYear(local)
    case .day: return local.day
    case .dayOfYear: return Self.dayOfYear(local)
    case .weekday: return local.weekday
    case .hour: return local.hour
    case .minute: return local.minute
    case .second: return local.second
    case .millisecond: return local.millisecond
    }
  }

  /// `Calendar.set`: a value over its range carries on.
  func setting(_ field: Field, to value: Int, at moment: Int64) -> Int64 {
    var local = zone.civilTime(at: moment)
    switch field {
    case .year: local.year = value
    case .month: local.month = value
    case .week: local.day += (value - Self.weekOfYear(local)) * 7
    case .day: local.day = value
    case .dayOfYear: (local.month, local.day) = (1, value)
    case .weekday: local.day += value - local.weekday
    case .hour: local.hour = value
    case .minute: local.minute = value
    case .second: local.second = value
    case .millisecond: local.millisecond = value
    }
    return milliseconds(of: local)
  }

  private static func dayOfYear(_ local: CivilTime) -> Int {
    let day = CivilTime(year: local.year, month: local.month, day: local.day).milliseconds
    return Int((day - CivilTime(year: local.year, month: 1, day: 1).milliseconds) / 86_400_000) + 1
  }

  /// The week by ISO 8601: the one of the Thursday.
  private static func weekOfYear(_ local: CivilTime) -> Int {
    let thursday = CivilTime(year: local.year, month: local.month, day: local.day + 3 - local.weekday)
    return (dayOfYear(CivilTime(milliseconds: thursday.milliseconds)) - 1) / 7 + 1
  }
}
