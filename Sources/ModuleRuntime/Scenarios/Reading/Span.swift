/// A length of time as people write it: `90s`, `1h30m`, `250ms`, `2d`, `0`.
struct Span: Hashable, Sendable {
  /// The length.
  let milliseconds: Int64

  private static let units: [(name: String, factor: Int64)] = [
    ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1),
  ]
  /// A hundred years: beyond that the calendar of the log ends.
  private static let most: Int64 = 100 * 366 * 86_400_000

  init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads numbers with units, the larger unit first.
  init?(_ text: String) {
    if text == "0" {
      milliseconds = 0
      return
    }
    var rest = Substring(text)
    var total: Int64 = 0
    var units = Self.units[...]
    while !rest.isEmpty {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(digits.count)
      let name = rest.prefix { !("0"..."9").contains($0) }
      rest = rest.dropFirst(name.count)
      guard let number = Int64(digits), number <= Self.most,
        let position = units.firstIndex(where: { $0.name == name })
      else { return nil }
      let (part, overflow) = number.multipliedReportingOverflow(by: units[position].factor)
      total += part
      guard !overflow, total <= Self.most else { return nil }
      units = units[(position + 1)...]
    }
    guard !text.isEmpty else { return nil }
    milliseconds = total
  }

  /// The shortest way to write it.
  var text: String {
    var rest = milliseconds
    var out = ""
    for unit in Self.units {
      let count = rest / unit.factor
      if count != 0 { out += "\(count)\(unit.name)" }
      rest %= unit.factor
    }
    return out.isEmpty ? "0" : out
  }
}

/// A point in time as people write it: on the appliance's clock, or with a `Z` in universal time.
struct LocalMoment: Hashable, Sendable {
  private let civil: CivilTime
  private let isUniversal: Bool

  /// Reads `yyyy-MM-dd`, `yyyy-MM-ddTHH:mm`, `…:ss`, `…:ss.SSS` or `…:ss,SSS`, with a blank in place of the `T` if you
  /// like, and a `Z` for universal time.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    isUniversal = bytes.last == UInt8(ascii: "Z")
    let count = bytes.count - (isUniversal ? 1 : 0)
    guard [10, 16, 19, 23].contains(count), !(isUniversal && count == 10) else { return nil }
    let shape = Array("dddd-dd-ddTdd:dd:dd.ddd".utf8)
    var numbers: [Int] = [0]
    for (byte, wanted) in zip(bytes[..<count], shape) {
      switch wanted {
      case UInt8(ascii: "d"):
        guard (0x30...0x39).contains(byte) else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
      case UInt8(ascii: "T"):
        guard byte == wanted || byte == 0x20 else { return nil }
        numbers.append(0)
      case UInt8(ascii: "."):
        guard byte == wanted || byte == UInt8(ascii: ",") else { return nil }
        numbers.append(0)
      default:
        guard byte == wanted else { return nil }
        numbers.append(0)
      }
    }
    numbers += Array(repeating: 0, count: 7 - numbers.count)
    guard numbers[0] >= 1970, (1...12).contains(numbers[1]), (1...31).contains(numbers[2]), numbers[3] < 24,
      numbers[4] < 60, numbers[5] < 60
    else { return nil }
    civil = CivilTime(
      year: numbers[0],
      month: numbers[1],
      day: numbers[2],
      hour: numbers[3],
      minute: numbers[4],
      second: numbers[5],
      millisecond: numbers[6]
    )
  }

  /// Milliseconds since 1970 UTC, for an appliance in `zone`.
  func milliseconds(in zone: ZoneRules) -> Int64 {
    isUniversal ? civil.milliseconds : zone.milliseconds(of: civil)
  }
}
