internal import ModuleDescriptors

/// When a timer fires: a `timer` resource, or the value of a `TIMER_SETTINGS` variable.
public final class TimerSettings: OpaqueObject, CustomStringConvertible {
  /// The unit of a timer's grid.
  public enum Period: String, Sendable, CaseIterable {
    case once = "Once"
    case second = "Second"
    case minute = "Minute"
    case hour = "Hour"
    case day = "Day"
    case week = "Week"
    case month = "Month"
  }

  /// Every how many periods; at least 1 unless it fires once.
  public let multiplier: Int
  /// The period's name as written; ``period`` is nil when nobody knows it.
  public let periodName: String
  /// Milliseconds since 1970 UTC; 0 is at activation.
  public let startTime: Int64

  /// A hundred million days from 1970, in milliseconds.
  private static let farthest: Int64 = 8_640_000_000_000_000

  /// Takes the parts of a timer.
  public init(every multiplier: Int, _ periodName: String, startTime: Int64 = 0) {
    // Whatever a package says: steps of the grid have to be counted in 64 bits, and dates to be a calendar's.
    self.multiplier = min(max(1, multiplier), 1_000_000)
    self.periodName = periodName
    self.startTime = min(max(startTime, -Self.farthest), Self.farthest)
  }

  convenience init(_ timer: TimerResource) {
    self.init(every: timer.multiplier, timer.period.rawValue, startTime: Int64(timer.startTime))
  }

  /// Reads `Once`, `Minute` or `5 Minute`, with ` @ <milliseconds>` for the start; nil for anything else.
  public convenience init?(text: String) {
    let halves = text.split(separator: "@", maxSplits: 1)
    guard let first = halves.first, let start = halves.count == 2 ? Int64(String(halves[1]).javaTrimmed) : 0 else {
      return nil
    }
    let words = first.split(separator: " ")
    guard let name = words.last, (1...2).contains(words.count),
      let period = Period.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }),
      let multiplier = words.count == 2 ? Int(words[0]) : 1, multiplier > 0
    else { return nil }
    self.init(every: multiplier, period.rawValue, startTime: start)
  }

  /// The unit; nil for a name that this runtime does not know.
  public var period: Period? { Period(rawValue: periodName) }
  /// The platform's class for timers.
  public var javaClass: String { "de.vertico.starface.module.core.model.resource.TimerResource" }
  /// The same as ``description``.
  public var javaText: String { description }
  /// The text that ``init(text:)`` reads.
  public var description: String {
    let start = startTime == 0 ? "" : " @ \(startTime)"
    return periodName == Period.once.rawValue ? periodName + start : "\(multiplier) \(periodName)\(start)"
  }

  /// When the timer is due first, if it is started at `now`; nil for an unknown period.
  ///
  /// Once: at the start time, or at once when that is over. Else at the start time if it is to come, and then on the
  /// grid that it begins; a grid without a start time begins at `now`.
  public func first(from now: Int64, zone: ZoneRules) -> Int64? {
    guard let period else { return nil }
    if period == .once || startTime == 0 || startTime >= now { return max(startTime, now) }
    return next(after: now - 1, zone: zone, anchor: startTime)
  }

  /// The first point of the grid after `time`; nil when it fires only once. `anchor` is the grid's beginning.
  public func next(after time: Int64, zone: ZoneRules, anchor: Int64) -> Int64? {
    guard let period else { return nil }
    switch period {
    case .once: return nil
    case .second: return Self.step(after: time, anchor: anchor, by: Int64(multiplier) * 1_000)
    case .minute: return Self.step(after: time, anchor: anchor, by: Int64(multiplier) * 60_000)
    case .hour: return Self.step(after: time, anchor: anchor, by: Int64(multiplier) * 3_600_000)
    case .day: return calendarStep(after: time, zone: zone, anchor: anchor, days: multiplier)
    case .week: return calendarStep(after: time, zone: zone, anchor: anchor, days: multiplier * 7)
    case .month: return monthStep(after: time, zone: zone, anchor: anchor)
    }
  }

  private static func step(after time: Int64, anchor: Int64, by period: Int64) -> Int64 {
    if time < anchor { return anchor }
    return anchor + ((time - anchor) / period + 1) * period
  }

  /// Days keep the local clock's time, also when the clocks change.
  private func calendarStep(after time: Int64, zone: ZoneRules, anchor: Int64, days: Int) -> Int64 {
    if time < anchor { return anchor }
    let start = zone.civilTime(at: anchor)
    var steps = max(0, Int((time - anchor) / (Int64(days) * 86_400_000)) - 1)
    while true {
      var local = start
      local.day += steps * days
      let candidate = zone.milliseconds(of: local)
      if candidate > time { return candidate }
      steps += 1
    }
  }

  private func monthStep(after time: Int64, zone: ZoneRules, anchor: Int64) -> Int64 {
    if time < anchor { return anchor }
    let start = zone.civilTime(at: anchor)
    var steps = max(0, Int((time - anchor) / (Int64(multiplier) * 2_678_400_000)) - 1)
    while true {
      var local = start
      local.month += steps * multiplier
      // The 31st of a shorter month is its last day, as in Java's Calendar.add.
      let first = CivilTime(milliseconds: CivilTime(year: local.year, month: local.month, day: 1).milliseconds)
      let following = CivilTime(year: first.year, month: first.month + 1, day: 0)
      local.day = min(start.day, CivilTime(milliseconds: following.milliseconds).day)
      let candidate = zone.milliseconds(of: local)
      if candidate > time { return candidate }
      steps += 1
    }
  }
}
