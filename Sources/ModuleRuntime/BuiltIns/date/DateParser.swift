/// Reads a text by a ``DatePattern``, as a lenient `SimpleDateFormat.parse`: what stands behind the pattern's end does
/// not matter, values over their range carry on, and what the text does not say is that of 1 January 1970, 00:00.
struct DateParser {
  private let units: JavaUnits
  private let symbols: DateSymbols
  private let now: CivilTime
  private var at = 0
  private var local = CivilTime(year: 1_970, month: 1, day: 1)
  private var isBeforeChrist = false
  private var dayOfYear: Int?
  private var halfDay = 0
  private var hourOfHalfDay: Int?
  private var offset: Int?
  private var isYearAmbiguous = false

  /// Takes the text, the language, and the present for years of two digits.
  init(_ text: String, symbols: DateSymbols, now: CivilTime) {
    units = text.units
    self.symbols = symbols
    self.now = now
  }

  /// The moment, in milliseconds since 1970 UTC; nil when the text does not fit.
  mutating func moment(_ pattern: DatePattern, zone: ZoneRules) -> Int64? {
    for (index, part) in pattern.parts.enumerated() {
      switch part {
      case .literal(let literal):
        guard units[min(at, units.count)...].starts(with: literal) else { return nil }
        at += literal.count
      case .field(let letter, let count):
        guard read(letter, count, isAbutting: Self.isNumeric(pattern, index + 1)) else {
          return nil
        }
      }
    }
    guard at > 0 else { return nil }
    if let hourOfHalfDay { local.hour = halfDay * 12 + hourOfHalfDay }
    if isBeforeChrist { local.year = 1 - local.year }
    if let dayOfYear { (local.month, local.day) = (1, dayOfYear) }
    if isYearAmbiguous {
      var start = now
      start.year -= 80
      if local.milliseconds < start.milliseconds { local.year += 100 }
    }
    if let offset { return local.milliseconds - Int64(offset) * 1_000 }
    return DateFields(zone: zone).milliseconds(of: local)
  }

  /// Whether a number follows at once: then the one before takes only as many digits as its letters.
  private static func isNumeric(_ pattern: DatePattern, _ index: Int) -> Bool {
    guard index < pattern.parts.count, case .field(let letter, let count) = pattern.parts[index] else { return false }
    switch Unicode.Scalar(letter) {
    case "M", "L": return count <= 2
    case "G", "E", "a", "z", "Z", "X": return false
    default: return true
    }
  }

  private mutating func read(_ letter: UInt8, _ count: Int, isAbutting: Bool) -> Bool {
    // White space before a number counts among its letters.
    let limit = isAbutting ? at + count : .max
    let unskipped = at
    while at < units.count, units[at] == 0x20 || units[at] == 0x09 { at += 1 }
    guard at < units.count else { return false }
    let start = at
    // Names are looked for before the white space, and so are not found behind it.
    let isName =
      ["G", "E", "a"].contains(Unicode.Scalar(letter)) || count > 2 && ["M", "L"].contains(Unicode.Scalar(letter))
    if isName { at = unskipped }
    func number(_ parser: inout DateParser) -> Int? { parser.number(upTo: limit) }
    switch Unicode.Scalar(letter) {
    case "G":
      guard let era = name(among: [symbols.eras]) else { return false }
      isBeforeChrist = era == 0
    case "E": return name(among: [symbols.weekdays, symbols.shortWeekdays, symbols.otherWeekdays]) != nil
    case "a":
      guard let half = name(among: [["AM", "PM"]]) else { return false }
      halfDay = half
    case "M" where count > 2, "L" where count > 2:
      guard let month = name(among: [symbols.months, symbols.shortMonths, symbols.otherMonths]) else { return false }
      local.month = month + 1
    case "z", "Z", "X": return readZone(isISO: letter == UInt8(ascii: "X"), count)
    case "y", "Y":
      guard let year = number(&self) else { return false }
      let isShort =
        count <= 2 && at - start == 2 && units[start..<at].allSatisfy { CharacterTraits.isDigit(UInt32($0)) }
      local.year = isShort ? century(year) : year
      isYearAmbiguous = isShort && local.year == now.year - 80
    default:
      guard let number = number(&self) else { return false }
      set(letter, number)
    }
    return true
  }

  /// The fields that are plain numbers; weeks and days of the week alone do not say a day.
  private mutating func set(_ letter: UInt8, _ number: Int) {
    switch Unicode.Scalar(letter) {
    case "M", "L": local.month = number
    case "d": (local.day, dayOfYear) = (number, nil)
    case "D": dayOfYear = number
    case "H": (local.hour, hourOfHalfDay) = (number, nil)
    case "k": (local.hour, hourOfHalfDay) = (number == 24 ? 0 : number, nil)
    case "K": hourOfHalfDay = number
    case "h": hourOfHalfDay = number == 12 ? 0 : number
    case "m": local.minute = number
    case "s": local.second = number
    case "S": local.millisecond = number
    default: break
    }
  }

  /// The year of two digits from 80 years before to 20 years after the present.
  private func century(_ year: Int) -> Int {
    let first = now.year - 80
    let candidate = first - first % 100 + year
    return candidate < first ? candidate + 100 : candidate
  }

  /// The digits from here to `limit`, which the text must reach.
  private mutating func number(upTo limit: Int) -> Int? {
    guard limit == .max || (at < limit && limit <= units.count) else { return nil }
    let isNegative = units[at] == UInt16(UInt8(ascii: "-"))
    let digits = units[at..<min(limit, units.count)].dropFirst(isNegative ? 1 : 0).prefix(9)
      .prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { return nil }
    at = digits.endIndex
    let number = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    return isNegative ? -number : number
  }

  /// At most two digits.
  private mutating func digits(atLeast least: Int) -> Int? {
    let digits = units[min(at, units.count)...].prefix(2).prefix { (0x30...0x39).contains($0) }
    guard digits.count >= least else { return nil }
    at += digits.count
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// The position of the longest name that stands here, in any case.
  private mutating func name(among lists: [[String]]) -> Int? {
    var best: (index: Int, length: Int)?
    for list in lists {
      for (index, name) in list.enumerated() {
        let name = name.units
        if name.count > best?.length ?? 0, StringComparison.startsIgnoringCase(units[at...], with: name) {
          best = (index, name.count)
        }
      }
    }
    guard let best else { return nil }
    at += best.length
    return best.index
  }

  /// `Z`, `+01`, `+0100`, `+01:00`, `GMT+1:00`, or a name of Central Europe or of universal time.
  private mutating func readZone(isISO: Bool, _ count: Int) -> Bool {
    if isISO, units[at] == UInt16(UInt8(ascii: "Z")) {
      at += 1
      offset = 0
      return true
    }
    var afterGMT = false
    if !isISO, let name = name(among: [["GMT", "UTC", "CET", "CEST", "MEZ", "MESZ"]]) {
      afterGMT = name == 0 && at < units.count && isSign(units[at])
      guard afterGMT else {
        offset = [0, 0, 3_600, 7_200, 3_600, 7_200][name]
        return true
      }
    }
    guard at < units.count, isSign(units[at]) else { return false }
    let sign = units[at] == 0x2D ? -1 : 1
    at += 1
    let hasColon = afterGMT || isISO && count == 3
    // One digit for the hours will only do behind GMT.
    guard let hours = digits(atLeast: afterGMT ? 1 : 2), hours < 24 else { return false }
    var minutes = 0
    if !isISO || count > 1 {
      if hasColon {
        guard at < units.count, units[at] == 0x3A else { return false }
        at += 1
      }
      guard let read = digits(atLeast: 2), read < 60 else { return false }
      minutes = read
    }
    offset = sign * (hours * 60 + minutes) * 60
    return true
  }

  private func isSign(_ unit: UInt16) -> Bool { unit == 0x2B || unit == 0x2D }
}
