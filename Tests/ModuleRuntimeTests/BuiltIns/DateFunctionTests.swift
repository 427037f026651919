import Foundation
import Testing

@testable import ModuleRuntime

/// Dates against `java.util.Calendar`, `SimpleDateFormat` and `DateFormat`.
@Suite struct DateFunctionTests {
  static let zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Sydney", "Europe/London"]

  private func context(_ zone: String, isPresent: Bool = false) -> FixedContext {
    let context = FixedContext()
    context.zone = ZoneNames().rules(zone)
    // Years of two digits depend on the present, which is the judge's too.
    if isPresent { context.now = Int64(Date().timeIntervalSince1970 * 1_000) }
    return context
  }

  private func date(_ id: String, _ arguments: [Value], _ zone: String = "UTC") -> String {
    Calling.shown("starface.date", id, arguments, context(zone))
  }

  private func compare(_ cases: [(ours: String, judged: JavaJudge.Case)]) throws {
    let answers = try JavaJudge.answers(cases.map(\.judged))
    var wrong = 0
    for ((ours, judged), answer) in zip(cases, answers) where ours != answer {
      // Java has the Julian calendar before 15 October 1582.
      if let moment = Int64(answer), moment < -12_219_292_800_000 { continue }
      wrong += 1
      if wrong <= 12 { Issue.record("\(judged.line): ours \(ours), Java's \(answer)") }
    }
    #expect(wrong == 0, "\(wrong) of \(cases.count)")
  }

  /// Between 1975 and 2075: before, some zones' rules differ between Java's tables and the system's.
  private func moment(_ generator: inout CaseGenerator) -> Int64 {
    Int64.random(in: 157_766_400_000..<3_313_526_400_000, using: &generator)
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `calendar arithmetic as java.util.Calendar does it`() throws {
    var generator = CaseGenerator(seed: 31)
    let units = [
      ("Year", "YEAR"), ("Month", "MONTH"), ("Week", "WEEK_OF_YEAR"), ("Day", "DAY_OF_MONTH"), ("Hour", "HOUR_OF_DAY"),
      ("Minute", "MINUTE"), ("Second", "SECOND"), ("Millisecond", "MILLISECOND"),
    ]
    var cases: [(String, JavaJudge.Case)] = []
    for index in 0..<4_000 {
      let zone = Self.zones[index % Self.zones.count]
      let (unit, field) = units[index / 3 % units.count]
      let at = moment(&generator)
      let start: [JavaJudge.Argument] = [.text(zone)]
      switch index % 3 {
      case 0:
        let amount = Int.random(in: -50...50, using: &generator)
        let id = amount < 0 ? "SubtractFromDateTime" : "AddToDateTime"
        let ours = date(id, [.long(at), .integer(Int32(abs(amount))), .string(unit)], zone)
        cases.append((ours, .init("calendar", start + [.text("add"), .long(at), .text(field), .int(amount)])))
      case 1:
        let value = Int.random(in: 1...40, using: &generator)
        guard unit != "Year", unit != "Week" else { continue }
        let ours = date("SetFieldToDateTime", [.long(at), .integer(Int32(value)), .string(unit)], zone)
        let theirs = unit == "Month" ? value - 1 : value
        cases.append((ours, .init("calendar", start + [.text("set"), .long(at), .text(field), .int(theirs)])))
      default:
        guard unit != "Month" else { continue }
        let ours = date("GetFieldFromDateTime", [.long(at), .string(unit)], zone)
        cases.append((ours, .init("calendar", start + [.text("get"), .long(at), .text(field), .int(0)])))
      }
    }
    for index in 0..<1_000 {
      let zone = Self.zones[index % Self.zones.count]
      let parts = [1_980...2_070, -3...16, -5...40, 0...30, 0...70, 0...70].map {
        Int.random(in: $0, using: &generator)
      }
      let ours = date("CreateDateTime", parts.map { .integer(Int32($0)) }, zone)
      cases.append((ours, .init("create", [.text(zone)] + parts.map { .int($0) })))
    }
    try compare(cases)
    #expect(cases.count == 4_499)
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `styles as java.text.DateFormat writes them`() throws {
    var generator = CaseGenerator(seed: 32)
    let styles = [("Long", 1), ("Medium", 2), ("Short", 3), ("None", -1)]
    var cases: [(String, JavaJudge.Case)] = []
    for index in 0..<3_000 {
      let (dateStyle, dateNumber) = styles[index % 4]
      let (timeStyle, timeNumber) = styles[index / 4 % 4]
      guard dateNumber > 0 || timeNumber > 0 else { continue }
      let language = ["de", "en"][index / 16 % 2]
      let zone = ["UTC", "Europe/Berlin"][index / 32 % 2]
      let at = moment(&generator)
      let ours = date(
        "FormatDateTime",
        [.long(at), .string(zone), .string(language), .string(dateStyle), .string(timeStyle)]
      )
      cases.append(
        (ours, .init("style", [.int(dateNumber), .int(timeNumber), .text(language), .text(zone), .long(at)]))
      )
    }
    // From JDK 20 on there is a narrow space before AM and PM, and other words between date and time.
    let version = try JavaJudge.answers([.init("version", [])]).first.flatMap(Int.init) ?? 0
    if version < 20 { try compare(cases) }
    #expect(cases.count > 2_700)
  }

  @Test(.enabled(if: JavaJudge.java != nil, JavaJudge.isMissing))
  func `texts as SimpleDateFormat reads them`() throws {
    var generator = CaseGenerator(seed: 33)
    let patterns = [
      "dd.MM.yyyy HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssZ", "yyyyMMddHHmmss", "d. MMMM yyyy", "MMM d, yyyy h:mm a",
      "dd/MM/yy",
      "EEEE, d. MMMM yyyy", "yyyy-MM-dd HH:mm:ss.SSS", "HH:mm", "yyyy-MM-dd'T'HH:mm:ssXXX", "kk 'Uhr' mm", "yyyy D",
      "K:mm a dd MM yyyy", "yyyy.MM.dd G", "E dd MMM yyyy", "MM/dd/yyyy", "yyMMdd", "hhmm a", "yyyy-MM-dd HH:mm z",
    ]
    var seeds: [JavaJudge.Case] = []
    for index in 0..<2_000 {
      let zone = Self.zones[index % 2]
      seeds.append(
        .init(
          "format",
          [
            .text(patterns[index % patterns.count]), .text(["de", "en"][index / 19 % 2]), .text(zone),
            .long(moment(&generator)),
          ]
        )
      )
    }
    let texts = try JavaJudge.answers(seeds)
    var cases: [(String, JavaJudge.Case)] = []
    for (index, (seed, shown)) in zip(seeds, texts).enumerated() {
      guard case .text(let pattern) = seed.arguments[0], case .text(let language) = seed.arguments[1],
        case .text(let zone) = seed.arguments[2]
      else { continue }
      var text = StringFunctionTests.unescaped(String(shown.dropFirst()))
      // Every third text is spoilt: cut, or a character of it replaced.
      if index % 3 == 0, !text.isEmpty {
        var characters = Array(text)
        let at = Int.random(in: 0..<characters.count, using: &generator)
        if index % 2 == 0 {
          characters.removeSubrange(at...)
        } else {
          characters[at] = ["x", "9", " "].randomElement(using: &generator) ?? "x"
        }
        text = String(characters)
      }
      let outputs = try Calling.outputs(
        "starface.date",
        "ParseDateTime",
        [.string(text), .string(pattern), .string(language)],
        context(zone, isPresent: true)
      )
      let isRead = if case .boolean(true) = outputs[1] { true } else { false }
      let ours = isRead ? outputs[0].javaText : "!java.text.ParseException"
      cases.append((ours, .init("parse", [.text(pattern), .text(language), .text(zone), .text(text)])))
    }
    try compare(cases)
    #expect(cases.count == 2_000)
  }

  @Test func `durations are cut towards zero`() {
    #expect(date("Duration", [.long(0), .long(90_061_000), .string("Hours")]) == "25")
    #expect(date("Duration", [.long(90_061_000), .long(0), .string("DAYS")]) == "-1")
    #expect(date("Duration", [.long(0), .long(1), .string("months")]) == "!java.lang.IllegalArgumentException")
  }

  @Test func `the present, weekdays and units that are none`() {
    #expect(date("CurrentDateTime", []) == "1546442177310")
    // 2 January 2019 was a Wednesday.
    #expect(date("GetFieldFromDateTime", [.long(1_546_442_177_310), .string("DayOfWeek")]) == "2")
    #expect(date("GetFieldFromDateTime", [.long(1_546_442_177_310), .string("Month")]) == "1")
    #expect(date("GetFieldFromDateTime", [.long(0), .string("fortnight")]) == "!java.lang.IllegalArgumentException")
    #expect(date("AddToDateTime", [.long(.max), .integer(1), .string("day")]) == "!java.lang.IllegalArgumentException")
    #expect(date("SetFieldToDateTime", [.long(0), .integer(1), .null]) == "!java.lang.IllegalArgumentException")
  }

  @Test func `wrong patterns and styles`() {
    #expect(date("ParseDateTime", [.string("1"), .string("yyyy b"), .null]) == "!java.lang.IllegalArgumentException")
    #expect(date("ParseDateTime", [.string("1"), .string("'a"), .null]) == "!java.lang.IllegalArgumentException")
    #expect(
      date("FormatDateTime", [.long(0), .null, .null, .string("Huge"), .null]) == "!java.lang.IllegalArgumentException"
    )
    #expect(date("FormatDateTime", [.long(0), .null, .null, .string("None"), .string("None")]) == "s")
  }

  @Test(arguments: [
    ("Mo-Fr", "true"), ("Sa-So", "false"), ("Sa-Mi", "true"), ("Mittwoch", "true"), ("08:00-18:00", "true"),
    ("22:00-06:00", "false"), ("15:16", "true"), ("15:17-15:16", "false"),
    ("01/01/2019-01/31/2019 Mo-Fr 08:00-18:00", "true"),
    ("01/03/2019", "false"), ("Mo Di Mi", "true"), ("", "true"), ("Mo-25", "!java.lang.IllegalArgumentException"),
    ("never", "!java.lang.IllegalArgumentException"),
  ])
  func `intervals`(_ interval: String, _ expected: String) {
    // Wednesday, 2 January 2019, 15:16:17
    #expect(date("MatchDateTimeInterval", [.long(1_546_442_177_310), .string(interval), .string("de")]) == expected)
  }
}
