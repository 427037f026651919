/// What became of a scenario.
public struct ScenarioResult: Sendable {
  /// Something that did not hold.
  public struct Failure: Hashable, Sendable {
    /// The line of the file that says what should be.
    public var line: Int
    /// The step after which it was looked at; nil for the end.
    public var step: String?
    /// One sentence.
    public var message: String
    /// What was expected.
    public var expected: String?
    /// What there was.
    public var actual: String?
    /// The log around it.
    public var log: [String]
  }

  /// A snapshot that differs from what its file holds.
  public struct Snapshot: Hashable, Sendable {
    /// The file's name, beside the scenario.
    public var name: String
    /// The whole log.
    public var text: String
  }

  /// What did not hold; empty for a scenario that passes. Snapshots that differ are among them.
  public var failures: [Failure] = []
  /// Snapshots to write with `--update`; only of a scenario that has no other failure.
  public var staleSnapshots: [Snapshot] = []
  /// How functions were answered.
  public var coverage = ""
  /// The whole log, every instance's, in the order in which it was written.
  public var log = ""
  /// Virtual time that passed, in milliseconds.
  public var virtualTime: Int64 = 0
}
