/// A call that runs.
public struct PBXCall: Hashable, Sendable {
  /// Where a call is: the names of UCI 3.0.
  public enum Phase: String, Hashable, Sendable, CaseIterable {
    /// Targets are determined, or a module handles it.
    case proceeding = "PROCEEDING"
    /// The called side rings.
    case ringing = "RINGING"
    /// People talk.
    case connected = "CONNECTED"
    /// It waits in the park.
    case parked = "PARKED"
  }

  /// One of the two sides.
  public struct Party: Hashable, Sendable {
    /// The account id, when it is a user.
    public var userID: Int?
    /// The number; empty for anonymous.
    public var number: String
    /// The name; empty when unknown.
    public var name: String
    /// The channel on which it talks; the runtime names one for an empty text.
    public var channel: String

    /// Takes the parts.
    public init(userID: Int? = nil, number: String = "", name: String = "", channel: String = "") {
      self.userID = userID
      self.number = number
      self.name = name
      self.channel = channel
    }
  }

  /// Its UUID; the runtime makes one for an empty text.
  public var id: String
  /// Who calls.
  public var caller: Party
  /// Who is called.
  public var callee: Party
  /// Where it is.
  public var phase: Phase
  /// The account id of the group that was called, if one was.
  public var groupID: Int?
  /// When it began, in milliseconds since 1970 UTC; nil for the runtime's start.
  public var startTime: Int64?
  /// When people began to talk.
  public var connectedTime: Int64?
  /// When it ends, in milliseconds since 1970 UTC; nil when only a module or a person ends it.
  public var endTime: Int64?
  /// Channels that listen in.
  public var listeners: [String]
  /// The recording under way, by its file.
  public var recording: String?

  /// Takes the parts; a call that is connected unless another phase is given.
  public init(
    id: String = "",
    caller: Party,
    callee: Party,
    phase: Phase = .connected,
    groupID: Int? = nil,
    startTime: Int64? = nil,
    connectedTime: Int64? = nil,
    endTime: Int64? = nil,
    listeners: [String] = [],
    recording: String? = nil
  ) {
    self.id = id
    self.caller = caller
    self.callee = callee
    self.phase = phase
    self.groupID = groupID
    self.startTime = startTime
    self.connectedTime = connectedTime
    self.endTime = endTime
    self.listeners = listeners
    self.recording = recording
  }

  /// The account ids of the users in it.
  public var userIDs: [Int] { [caller.userID, callee.userID].compactMap { $0 } }

  /// Whether both sides are users.
  public var isInternal: Bool { caller.userID != nil && callee.userID != nil }
}

/// A call that is over.
public struct PBXCallRecord: Hashable, Sendable {
  /// The UUID of the call.
  public var id: String
  /// Who called.
  public var caller: PBXCall.Party
  /// Who was called.
  public var callee: PBXCall.Party
  /// When it began, in milliseconds since 1970 UTC.
  public var startTime: Int64
  /// How long people talked, in milliseconds; nil when nobody answered.
  public var talkTime: Int64?
  /// The group that was called.
  public var groupID: Int?

  /// Takes the parts.
  public init(
    id: String = "",
    caller: PBXCall.Party,
    callee: PBXCall.Party,
    startTime: Int64,
    talkTime: Int64? = nil,
    groupID: Int? = nil
  ) {
    self.id = id
    self.caller = caller
    self.callee = callee
    self.startTime = startTime
    self.talkTime = talkTime
    self.groupID = groupID
  }
}
