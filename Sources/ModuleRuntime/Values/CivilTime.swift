/// A moment as a calendar and a clock show it, in the Gregorian calendar.
public struct CivilTime: Hashable, Sendable {
  /// The year, astronomical.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int
  /// The hour, 0 to 23.
  public var hour: Int
  /// The minute.
  public var minute: Int
  /// The second.
  public var second: Int
  /// The millisecond.
  public var millisecond: Int

  /// The civil time of `milliseconds` since 1970, both in the same zone.
  public init(milliseconds: Int64) {
    let (days, rest) = milliseconds.flooredDivision(by: 86_400_000)
    // Howard Hinnant's civil_from_days: eras of 400 years that begin in March.
    let shifted = days + 719_468
    let (era, dayOfEra) = shifted.flooredDivision(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    hour = Int(rest / 3_600_000)
    minute = Int(rest / 60_000 % 60)
    second = Int(rest / 1_000 % 60)
    millisecond = Int(rest % 1_000)
  }

  /// A moment from its parts; parts over their range carry on, as a lenient Java calendar's do.
  public init(
    year: Int,
    month: Int,
    day: Int,
    hour: Int = 0,
    minute: Int = 0,
    second: Int = 0,
    millisecond: Int = 0
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = millisecond
  }

  /// Milliseconds since 1970 in the same zone.
  public var milliseconds: Int64 {
    let (carriedYears, zeroBasedMonth) = Int64(month - 1).flooredDivision(by: 12)
    let shiftedYear = Int64(year) + carriedYears - (zeroBasedMonth < 2 ? 1 : 0)
    let (era, yearOfEra) = shiftedYear.flooredDivision(by: 400)
    let shiftedMonth = zeroBasedMonth < 2 ? zeroBasedMonth + 10 : zeroBasedMonth - 2
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    let seconds = (days * 24 + Int64(hour)) * 3_600 + Int64(minute) * 60 + Int64(second)
    return seconds * 1_000 + Int64(millisecond)
  }

  /// The day of the week: 0 is Monday.
  public var weekday: Int {
    Int((CivilTime(year: year, month: month, day: day).milliseconds / 86_400_000 + 3).flooredDivision(by: 7).remainder)
  }
}

extension Int64 {
  func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
