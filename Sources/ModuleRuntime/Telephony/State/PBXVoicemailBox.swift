/// A box that records messages.
public struct PBXVoicemailBox: Hashable, Sendable {
  /// A message in it.
  public struct Message: Hashable, Sendable {
    /// The caller's number.
    public var callerNumber: String
    /// When it was left, in milliseconds since 1970 UTC.
    public var time: Int64
    /// How long it is, in milliseconds.
    public var duration: Int64
    /// Whether someone listened to it.
    public var isHeard: Bool

    /// Takes the parts.
    public init(callerNumber: String, time: Int64, duration: Int64 = 0, isHeard: Bool = false) {
      self.callerNumber = callerNumber
      self.time = time
      self.duration = duration
      self.isHeard = isHeard
    }
  }

  /// Its number (the XX of `*9XX`).
  public var number: Int
  /// The account ids of the users and groups to whom it belongs.
  public var owners: [Int]
  /// The digits that open it.
  public var pin: String
  /// The messages, oldest first.
  public var messages: [Message]

  /// Takes the parts.
  public init(number: Int, owners: [Int] = [], pin: String = "", messages: [Message] = []) {
    self.number = number
    self.owners = owners
    self.pin = pin
    self.messages = messages
  }
}
