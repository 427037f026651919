/// One run of an entry point: its interpreter, what it waits for, and what became of it.
final class ThreadOfControl {
  /// Whether it can go on.
  enum State {
    case ready
    /// For a time or an event.
    case waiting((any BuiltInWait)?)
    /// For a Java function or a server: time stands still meanwhile.
    case inJava
    case ended
  }

  let id: Int
  var machine: Machine
  let context: RunContext
  let isLifecycle: Bool
  /// How many saves of the instance in its own `InstanceChanged` led here.
  let selfSaveRound: Int
  let startTime: Int64
  let startInstant: ContinuousClock.Instant
  var state: State = .ready
  var failure: Failure?
  /// Whether it ended at a channel that was hung up.
  var wasHungUp = false
  /// The deadline of its wait that is in the queue.
  var expected: Int64?
  /// Told once when it ends.
  var onEnd: ((ThreadOfControl) -> Void)?
  /// The position of the timer entry point that it is a run of.
  var timer: Int?
  /// Told when it ends or waits for the clock.
  var watchers: [CheckedContinuation<Void, Never>] = []

  init(id: Int, machine: Machine, context: RunContext, isLifecycle: Bool, selfSaveRound: Int) {
    self.id = id
    self.machine = machine
    self.context = context
    self.isLifecycle = isLifecycle
    self.selfSaveRound = selfSaveRound
    startTime = context.now
    startInstant = .now
  }

  var hasEnded: Bool { if case .ended = state { true } else { false } }
  var isInJava: Bool { if case .inJava = state { true } else { false } }
  var isReady: Bool { if case .ready = state { true } else { false } }
}

/// What became of one run of an entry point.
public struct RunResult: Sendable {
  /// How it ended.
  public enum Status: Sendable, Hashable {
    /// It came to its end.
    case finished
    /// It failed; the log says how.
    case failed(Failure)
    /// It waits for the clock or an event.
    case waiting
  }

  /// The entry point, as the log's bracket names it.
  public var entryPoint: String
  /// How it ended.
  public var status: Status
  /// The outputs of the function, by name; deep copies.
  public var outputs: [String: Value]
  /// Statements executed.
  public var statements: Int
}
