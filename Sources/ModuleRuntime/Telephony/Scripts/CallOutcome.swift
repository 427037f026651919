/// What became of a call.
public struct CallOutcome: Hashable, Sendable {
  /// Why it ended.
  public enum Ending: String, Hashable, Sendable, CaseIterable {
    /// The caller hung up.
    case caller
    /// The caller stayed as long as callers stay.
    case longestStay
    /// The other side hung up.
    case callee
    /// A module hung up.
    case module
    /// The service came to its end.
    case serviceEnd
    /// What was called is busy.
    case busy
    /// Nobody answered.
    case noAnswer
    /// There is no such number.
    case unknownNumber
    /// It waits in the park and nobody picks it up.
    case parked
  }

  /// One dialled side.
  public struct Dial: Hashable, Sendable {
    /// How it ended.
    public enum Result: String, Hashable, Sendable, CaseIterable {
      /// Someone answered.
      case answered
      /// Busy.
      case busy
      /// Rejected.
      case rejected
      /// Nobody answered in time.
      case noAnswer
      /// Not to be reached.
      case unreachable
      /// Another side answered first, or the caller hung up.
      case cancelled
    }

    /// What was dialled: login, number or phone.
    public var target: String
    /// How it ended.
    public var result: Result
    /// The name that the phone showed.
    public var callerName: String
    /// The number that the phone showed; empty for anonymous.
    public var callerNumber: String
    /// When it began, in milliseconds since the call began.
    public var begin: Int64
    /// When it was decided, in milliseconds since the call began.
    public var end: Int64
  }

  /// A run of an entry point in the call.
  public struct Run: Hashable, Sendable {
    /// How it ended.
    public enum Status: Hashable, Sendable {
      /// It came to its end.
      case finished
      /// It failed; the log says how.
      case failed(Failure)
      /// The caller hung up while it waited for the call.
      case hungUp
      /// It goes on after the call.
      case waiting
    }

    /// The instance's name.
    public var instance: String
    /// The log's bracket: `agi PreTargetDetermination`.
    public var entryPoint: String
    /// How it ended.
    public var status: Status
  }

  /// One line of the timeline.
  public struct Event: Hashable, Sendable, CustomStringConvertible {
    /// When, in milliseconds since the call began.
    public var time: Int64
    /// What.
    public var kind: Kind
    /// Of what or whom: a file, digits, a target.
    public var detail: String

    /// What can happen.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// The call begins; the number called.
      case begins
      /// A stage's entry points run; the stage.
      case stage
      /// A service entry point runs; its name.
      case service
      /// The target is known.
      case target
      /// The call is answered.
      case answered
      /// A file is played; early media too.
      case playback
      /// Text is spoken.
      case speech
      /// The caller pressed keys.
      case keys
      /// A function took keys that were pressed.
      case digits
      /// Keys were sent to the caller's side.
      case sentDigits
      /// A side is dialled.
      case dial
      /// How a dialled side ended.
      case dialResult
      /// The caller talks with someone.
      case bridged
      /// The caller listens in to a call.
      case listening
      /// The caller is in a conference.
      case conference
      /// The call is forwarded.
      case forwarded
      /// A message is left, or a box is asked.
      case voicemail
      /// The call is parked or picked up.
      case parked
      /// A recording begins or ends.
      case recording
      /// A fax is sent.
      case fax
      /// The call is busy.
      case busy
      /// The call is over; why.
      case ended
    }

    /// `1200 playback welcome`.
    public var description: String {
      detail.isEmpty ? "\(time) \(kind.rawValue)" : "\(time) \(kind.rawValue) \(detail)"
    }
  }

  /// The call's UUID.
  public var id: String
  /// Whether it was answered, by a module or a person.
  public var isAnswered: Bool
  /// Why it ended.
  public var ending: Ending
  /// How long it took, in milliseconds.
  public var duration: Int64
  /// The runs of entry points, in the order in which they began.
  public var runs: [Run]
  /// The sides that were dialled, in order.
  public var dials: [Dial]
  /// Everything that happened, in order.
  public var timeline: [Event]

  /// Takes the parts.
  public init(
    id: String,
    isAnswered: Bool,
    ending: Ending,
    duration: Int64,
    runs: [Run] = [],
    dials: [Dial] = [],
    timeline: [Event] = []
  ) {
    self.id = id
    self.isAnswered = isAnswered
    self.ending = ending
    self.duration = duration
    self.runs = runs
    self.dials = dials
    self.timeline = timeline
  }

  /// The details of one kind of event, in order.
  public func details(_ kind: Event.Kind) -> [String] { timeline.filter { $0.kind == kind }.map(\.detail) }

  /// The files played, in order.
  public var playedFiles: [String] { details(.playback) }

  /// The keys that functions took, in order.
  public var digits: String { details(.digits).joined() }

  /// Whom the caller talked with, in order.
  public var bridges: [String] { details(.bridged) }

  /// The UUIDs of the calls to which the caller listened.
  public var listenedTo: [String] { details(.listening) }

  /// The conferences in which the caller was.
  public var conferences: [String] { details(.conference) }
}
