/// Moments and their fields, in the appliance's zone; moments are milliseconds since 1970 UTC.
enum DateArithmetic {
  static let functions: [BuiltInFunction] = [
    .value("starface.date", "CurrentDateTime", "", "Long dateTime") { call in .long(call.context.now) },
    .value(
      "starface.date",
      "CreateDateTime",
      "int year, int month, int dayOfMonth, int hourOfDay, int minute, int second",
      "long dateTime"
    ) { call in
      let parts = (0..<6).map { call.int($0) ?? 0 }
      let local = CivilTime(
        year: parts[0],
        month: parts[1],
        day: parts[2],
        hour: parts[3],
        minute: parts[4],
        second: parts[5]
      )
      return .long(DateFields(zone: call.context.zone).milliseconds(of: local))
    },
    .value("starface.date", "AddToDateTime", "long dateTime, int amount, String unit", "long resultDateTime") { call in
      try moved(call, sign: 1)
    },
    .value("starface.date", "SubtractFromDateTime", "long dateTime, int amount, String unit", "long resultDateTime") {
      call in
      try moved(call, sign: -1)
    },
    // Cut towards zero, as the division of two longs in Java; `Duration.Unit` has no months and years.
    .value("starface.date", "Duration", "long startTime, long endTime, Duration$Unit unit", "long duration") { call in
      let field = try DateFields.Field(name: call.text(2))
      let size: Int64
      switch field {
      case .week: size = 7 * 86_400_000
      case .day: size = 86_400_000
      default:
        guard let milliseconds = field.milliseconds else {
          throw JavaException.illegalArgument("'\(call.text(2))' has no fixed length")
        }
        size = milliseconds
      }
      return .long(((call.long(1) ?? 0) &- (call.long(0) ?? 0)) / size)
    },
    .value("starface.date", "GetFieldFromDateTime", "long dateTime, String unit", "int value") { call in
      let moment = try moment(call)
      return .position(DateFields(zone: call.context.zone).value(of: try .init(name: call.text(1)), at: moment))
    },
    .value("starface.date", "SetFieldToDateTime", "long dateTime, int value, String unit", "long resultDateTime") {
      call in
      let field = try DateFields.Field(name: call.text(2))
      let fields = DateFields(zone: call.context.zone)
      return .long(fields.setting(field, to: call.int(1) ?? 0, at: try moment(call)))
    },
  ]

  /// The first argument; a moment beyond a hundred million days from 1970 is no calendar's.
  static func moment(_ call: BuiltInCall) throws(JavaException) -> Int64 {
    let moment = call.long(0) ?? 0
    guard abs(moment / 2) < 4_320_000_000_000_000 else { throw .illegalArgument("\(moment) is no moment") }
    return moment
  }

  private static func moved(_ call: BuiltInCall, sign: Int) throws -> Value {
    let field = try DateFields.Field(name: call.text(2))
    let amount = sign * (call.int(1) ?? 0)
    return .long(DateFields(zone: call.context.zone).adding(amount, field, to: try moment(call)))
  }
}
