/// What one run of an entry point may use before it is ended with an ERROR.
public struct RuntimeLimits: Hashable, Sendable {
  /// Statements executed.
  public var statements: Int
  /// Functions entered and not yet left.
  public var callDepth: Int
  /// Time the run may take on the machine; time that passes on a virtual clock is free.
  public var wallTime: Duration
  /// Bytes that it may write to the log.
  public var outputBytes: Int
  /// Bytes of one text, and a sixteenth of it in elements of one list that a function builds.
  public var textBytes: Int
  /// Memory that the process may hold while it makes more, whoever else it serves.
  public var memoryBytes: Int

  /// Takes the limits; the defaults stop a loop that never ends within half a minute.
  public init(
    statements: Int = 200_000_000,
    callDepth: Int = 256,
    wallTime: Duration = .seconds(30),
    outputBytes: Int = 64 << 20,
    textBytes: Int = 256 << 20,
    memoryBytes: Int = 2 << 30
  ) {
    self.statements = statements
    self.callDepth = callDepth
    self.wallTime = wallTime
    self.outputBytes = outputBytes
    self.textBytes = textBytes
    self.memoryBytes = memoryBytes
  }
}
