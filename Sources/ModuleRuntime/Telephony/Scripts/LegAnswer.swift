/// What happens at a side that is called. Times are in milliseconds from the moment at which it rings.
public enum LegAnswer: Hashable, Sendable {
  /// It answers after a time and, if `talking` is given, hangs up that much later.
  case answers(after: Int64 = 0, talking: Int64? = nil)
  /// It is busy.
  case busy
  /// It rejects the call after a time.
  case rejects(after: Int64 = 0)
  /// It rings until the time is over.
  case noAnswer
  /// It cannot be reached: the number does not exist, the phone is off.
  case unreachable
}
