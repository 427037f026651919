/// Moments to text and back.
enum DateTexts {
  static let functions: [BuiltInFunction] = [
    // An empty zone or locale is the appliance's; None for both styles gives the empty text.
    .value(
      "starface.date",
      "FormatDateTime",
      "long dateTime, String timezone, String locale, String dateFormat, String timeFormat",
      "String formattedDateTime"
    ) { call in
      let symbols = DateSymbols.language(call.text(2).isEmpty ? call.context.language : call.text(2))
      let date = try style(call.text(3))
      let time = try style(call.text(4))
      let moment = try DateArithmetic.moment(call)
      var pattern = [time.map { symbols.timePatterns[$0] }, date.map { symbols.datePatterns[$0] }].compactMap(\.self)
      // Date and time are joined as the longer-worded of the two wants it.
      if pattern.count == 2, let date, let time { pattern.insert(symbols.glue[max(date, time)], at: 1) }
      let text = try DatePattern(pattern.reversed().joined())
        .text(of: moment, zone: call.zone(1), symbols: symbols)
      return .string(text)
    },
    .values(
      "starface.date",
      "ParseDateTime",
      "String text, String parsePattern, String language",
      "long dateTime, boolean successful"
    ) { call in
      let language = call.text(2).isEmpty ? call.context.language : call.text(2)
      let pattern = try DatePattern(call.text(1))
      let zone = call.context.zone
      var parser = DateParser(
        call.text(0),
        symbols: .language(language),
        now: zone.civilTime(at: call.context.now)
      )
      let moment = parser.moment(pattern, zone: zone)
      return [.long(moment ?? 0), .boolean(moment != nil)]
    },
  ]

  /// The place of a style in the tables; nil for None.
  private static func style(_ name: String) throws(JavaException) -> Int? {
    switch name.lowercased() {
    case "long": return 0
    case "medium": return 1
    case "short": return 2
    case "none", "": return nil
    default: throw .illegalArgument("'\(name)' is no style: Long, Medium, Short or None")
    }
  }
}
