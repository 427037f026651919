/// Where in a package a finding is: any part may be unknown.
public struct Location: Hashable, Sendable {
  /// The archive entry or project file, with `!/` between a bundled jar and its entry (`lib.jar!/a/B.class`).
  public var entry: String?
  /// The source of a class as its compiler names it, below the folder of its packages (`de/example/Check.java`): ``line``
  /// is one of it.
  public var source: String?
  /// The line in that entry, from 1: of the descriptor's text, or the Java source line of a class.
  public var line: Int?
  /// The column in that line, from 1.
  public var column: Int?
  /// The designer function or Java method, as people name it.
  public var function: String?
  /// The path of statements inside the function (`if2 > functionCall Log`).
  public var statement: String?

  /// Names a place; leave out what is unknown. Names of more than a page are cut.
  public init(
    entry: String? = nil,
    source: String? = nil,
    line: Int? = nil,
    column: Int? = nil,
    function: String? = nil,
    statement: String? = nil
  ) {
    self.entry = entry?.cut
    self.source = source?.cut
    self.line = line
    self.column = column
    self.function = function?.cut
    self.statement = statement?.cut
  }

  /// The package as a whole.
  public static let package = Location()
}
