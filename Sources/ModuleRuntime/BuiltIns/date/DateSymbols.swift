/// Names and patterns of dates in a language, as in the JDK's locale data (CLDR, JDK 11 to 19).
struct DateSymbols: Sendable {
  /// January to December in full.
  let months: [String]
  /// The same as a date shows them in short.
  let shortMonths: [String]
  /// Other short forms that are read.
  let otherMonths: [String]
  /// Monday to Sunday in full.
  let weekdays: [String]
  /// The same in short.
  let shortWeekdays: [String]
  /// Other short forms that are read.
  let otherWeekdays: [String]
  /// Before and since Christ.
  let eras: [String]
  /// Patterns of dates: Long, Medium, Short.
  let datePatterns: [String]
  /// The same of times.
  let timePatterns: [String]
  /// What stands between date and time of these styles.
  let glue: [String]
  /// Names of zones that differ from the database's abbreviations.
  let zones: [String: String]

  /// The symbols of a language; English for all but German.
  static func language(_ language: String) -> DateSymbols {
    language.lowercased().hasPrefix("de") ? german : english
  }

  private static let english = DateSymbols(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    shortMonths: DateText.months,
    otherMonths: DateText.months,
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    shortWeekdays: DateText.weekdays,
    otherWeekdays: DateText.weekdays,
    eras: ["BC", "AD"],
    datePatterns: ["MMMM d, y", "MMM d, y", "M/d/yy"],
    timePatterns: ["h:mm:ss a z", "h:mm:ss a", "h:mm a"],
    glue: [" 'at' ", ", ", ", "],
    zones: [:]
  )

  private static let german = DateSymbols(
    months: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
      "Dezember",
    ],
    shortMonths: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
    otherMonths: ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
    weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    shortWeekdays: ["Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."],
    otherWeekdays: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    eras: ["v. Chr.", "n. Chr."],
    datePatterns: ["d. MMMM y", "dd.MM.y", "dd.MM.yy"],
    timePatterns: ["HH:mm:ss z", "HH:mm:ss", "HH:mm"],
    glue: [" 'um' ", ", ", ", "],
    zones: ["CET": "MEZ", "CEST": "MESZ", "EET": "OEZ", "EEST": "OESZ", "WET": "WEZ", "WEST": "WESZ"]
  )
}
