/// Call forwarding of one number of a user or a group.
public struct PBXRedirect: Hashable, Sendable {
  /// When it forwards: the names of UCI 3.0.
  public enum Trigger: String, Hashable, Sendable, CaseIterable {
    /// Every call.
    case always = "ALWAYS"
    /// A call to one who is busy.
    case busy = "BUSY"
    /// A call that nobody answered in time.
    case timeout = "TIMEOUT"
  }

  /// Where it forwards to.
  public enum Destination: Hashable, Sendable {
    /// A number.
    case number(String)
    /// A voicemail box, by its number.
    case voicemail(Int)

    /// The number, or the box's number in text.
    public var text: String {
      switch self {
      case .number(let number): number
      case .voicemail(let box): String(box)
      }
    }
  }

  /// Which calls by the number that was called.
  public enum CalledNumber: Hashable, Sendable {
    /// Whatever was called.
    case any
    /// The internal numbers.
    case `internal`
    /// The external numbers.
    case external
    /// One number.
    case number(String)
  }

  /// When it forwards.
  public var trigger: Trigger
  /// Which calls.
  public var calledNumber: CalledNumber
  /// Where to; nil when it was never set.
  public var destination: Destination?
  /// Whether it is on.
  public var isEnabled: Bool
  /// Seconds until ``Trigger/timeout``.
  public var timeoutSeconds: Int

  /// Takes the parts.
  public init(
    _ trigger: Trigger,
    to destination: Destination?,
    of calledNumber: CalledNumber = .any,
    isEnabled: Bool = true,
    timeoutSeconds: Int = 30
  ) {
    self.trigger = trigger
    self.calledNumber = calledNumber
    self.destination = destination
    self.isEnabled = isEnabled
    self.timeoutSeconds = timeoutSeconds
  }
}
