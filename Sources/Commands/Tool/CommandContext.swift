/// Everything a command sees of the world but the files: so that a test can be the world.
public struct CommandContext: Sendable {
  /// Where text goes.
  public protocol Sink: Sendable {
    /// Takes text; a reader that has gone away is no error.
    func write(_ text: String)
    /// Why text was lost: a full disk, say; nil while all of it arrived.
    var failure: String? { get }
    /// Whether nobody reads any more.
    var isClosed: Bool { get }
  }

  /// A standard stream: its sink, and whether a person looks at it.
  public struct Stream: Sendable {
    /// Where its text goes.
    public var sink: any Sink
    /// Whether it is a terminal.
    public var isTerminal: Bool

    /// Makes a stream.
    public init(sink: any Sink, isTerminal: Bool) {
      self.sink = sink
      self.isTerminal = isTerminal
    }
  }

  /// Results.
  public var output: Stream
  /// Progress, summaries, errors.
  public var errors: Stream
  /// Environment variables.
  public var environment: @Sendable (String) -> String?
  /// Seconds since 1970.
  public var now: @Sendable () -> Int
  /// Seconds since some moment; never goes back.
  public var uptime: @Sendable () -> Double
  /// Columns of the terminal.
  public var width: Int
  /// Whether the process ends with the command, so that nothing need be freed before.
  public var endsWithCommand: Bool

  /// Describes a world.
  public init(
    output: Stream,
    errors: Stream,
    environment: @escaping @Sendable (String) -> String?,
    now: @escaping @Sendable () -> Int,
    uptime: @escaping @Sendable () -> Double,
    width: Int,
    endsWithCommand: Bool = false
  ) {
    self.output = output
    self.errors = errors
    self.environment = environment
    self.now = now
    self.uptime = uptime
    self.width = width
    self.endsWithCommand = endsWithCommand
  }

  /// Takes what a command is soon done with. Before the end of the process it would be taken apart for nothing, piece by
  /// piece: thousands of findings took a fiftieth of a check.
  func leave(_ value: any Sendable) {
    if endsWithCommand { _ = Unmanaged.passRetained(Left(value)) }
  }

  /// Writes to standard output.
  func print(_ text: String) { output.sink.write(text) }

  /// Writes a line to standard error.
  func note(_ text: String) { errors.sink.write(text + "\n") }
}

/// A value that stays until the process ends.
private final class Left: Sendable {
  let value: any Sendable

  init(_ value: any Sendable) { self.value = value }
}

extension CommandContext.Sink {
  /// A sink that is no stream is read to the end.
  public var isClosed: Bool { false }
}
