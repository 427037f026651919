/// A call that someone makes into the simulated telephone system: who calls what, what the caller does, and what those
/// do whom the call reaches.
public struct CallScript: Hashable, Sendable {
  /// Who calls.
  public enum Caller: Hashable, Sendable {
    /// Someone outside; an empty number is anonymous.
    case external(number: String, name: String = "")
    /// A user, by login.
    case user(String)
  }

  /// What is called.
  public enum Called: Hashable, Sendable {
    /// A number as it is dialled.
    case number(String)
    /// A service entry point by name, of one instance by name or of the first that has it; without a number.
    case service(String, instance: String? = nil)
  }

  /// One thing that the caller does, after what stands before it.
  public enum Action: Hashable, Sendable {
    /// Nothing for a time, in milliseconds.
    case wait(Int64)
    /// Nothing until the call is answered.
    case awaitAnswer
    /// Nothing until a file of this name begins to play; a run of text of the name is enough.
    case awaitPlayback(String)
    /// Speaks for a time, in milliseconds; silence ends a recording.
    case speak(Int64)
    /// Presses keys: `0` to `9`, `*`, `#`.
    case dtmf(String)
    /// Hangs up.
    case hangUp
  }

  /// Who calls.
  public var caller: Caller
  /// What is called.
  public var called: Called
  /// What the caller does, in order, from the moment at which the call begins.
  public var actions: [Action]
  /// What happens at called sides, by login, internal or external number, or phone name. They win over
  /// ``PBXState/legs``.
  public var legs: [String: LegAnswer]
  /// What happens at a called side that neither names.
  public var otherLegs: LegAnswer
  /// How long a caller who does not hang up stays, in milliseconds.
  public var longestStay: Int64
  /// The time between two keys, in milliseconds.
  public var keyInterval: Int64

  /// Takes the parts.
  public init(
    from caller: Caller,
    to called: Called,
    actions: [Action] = [],
    legs: [String: LegAnswer] = [:],
    otherLegs: LegAnswer = .noAnswer,
    longestStay: Int64 = 600_000,
    keyInterval: Int64 = 200
  ) {
    self.caller = caller
    self.called = called
    self.actions = actions
    self.legs = legs
    self.otherLegs = otherLegs
    self.longestStay = longestStay
    self.keyInterval = keyInterval
  }
}
