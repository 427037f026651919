/// A pattern of `java.text.SimpleDateFormat`: letters for fields, quoted and other text as it is.
struct DatePattern {
  /// One part of a pattern.
  enum Part: Equatable {
    /// So many of one letter.
    case field(UInt8, Int)
    /// Text as it is.
    case literal(JavaUnits)
  }

  private static let letters = Array("GyMdkHmsSEDFwWahKzZYuXL".utf8)

  let parts: [Part]

  /// Reads a pattern.
  /// - Throws: `IllegalArgumentException` for an unknown letter or an open quotation.
  init(_ pattern: String) throws(JavaException) {
    let units = pattern.units
    let quote = UInt16(UInt8(ascii: "'"))
    var parts: [Part] = []
    var literal: JavaUnits = []
    var at = 0
    while at < units.count {
      let unit = units[at]
      if unit == quote {
        at += 1
        if at < units.count, units[at] == quote {
          literal.append(quote)
          at += 1
          continue
        }
        var isClosed = false
        while at < units.count, !isClosed {
          if units[at] != quote {
            literal.append(units[at])
          } else if at + 1 < units.count, units[at + 1] == quote {
            literal.append(quote)
            at += 1
          } else {
            isClosed = true
          }
          at += 1
        }
        guard isClosed else { throw .illegalArgument("Unterminated quote") }
      } else if unit < 0x80, (0x61...0x7A).contains(unit | 0x20) {
        let letter = UInt8(unit)
        guard Self.letters.contains(letter) else {
          throw .illegalArgument("Illegal pattern character '\(Unicode.Scalar(letter))'")
        }
        let count = units[at...].prefix { $0 == unit }.count
        if letter == UInt8(ascii: "X"), count > 3 {
          throw .illegalArgument("invalid ISO 8601 format: length=\(count)")
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = []
        parts.append(.field(letter, count))
        at += count
      } else {
        literal.append(unit)
        at += 1
      }
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    self.parts = parts
  }

  /// A moment in this pattern, for the letters that the styles of a language use: `d M y H h m s a z`.
  func text(of moment: Int64, zone: ZoneRules, symbols: DateSymbols) -> String {
    let local = zone.civilTime(at: moment)
    var text = ""
    for part in parts {
      switch part {
      case .literal(let units): text += String(units: units)
      case .field(UInt8(ascii: "y"), let count):
        text += DateText.padded(count == 2 ? (local.year % 100 + 100) % 100 : local.year, to: count)
      case .field(UInt8(ascii: "M"), let count):
        text +=
          count > 3
          ? symbols.months[local.month - 1]
          : count == 3 ? symbols.shortMonths[local.month - 1] : DateText.padded(local.month, to: count)
      case .field(UInt8(ascii: "d"), let count): text += DateText.padded(local.day, to: count)
      case .field(UInt8(ascii: "H"), let count): text += DateText.padded(local.hour, to: count)
      case .field(UInt8(ascii: "h"), let count): text += DateText.padded((local.hour + 11) % 12 + 1, to: count)
      case .field(UInt8(ascii: "m"), let count): text += DateText.padded(local.minute, to: count)
      case .field(UInt8(ascii: "s"), let count): text += DateText.padded(local.second, to: count)
      case .field(UInt8(ascii: "a"), _): text += local.hour < 12 ? "AM" : "PM"
      case .field: text += symbols.zones[zone.name(moment)] ?? zone.name(moment)
      }
    }
    return text
  }
}
