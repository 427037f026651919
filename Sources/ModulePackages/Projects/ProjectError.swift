/// One thing that stands in the way of building or unpacking a project: where, what, how to mend.
public struct ProjectProblem: Hashable, Sendable, CustomStringConvertible {
  /// The file, relative to the project folder where it lies in it.
  public var file: String
  /// The line in the file, from 1, when it is about one.
  public var line: Int?
  /// The column in the line, from 1.
  public var column: Int?
  /// One sentence: what is wrong, what was expected.
  public var message: String
  /// How to mend it.
  public var hint: String?

  /// Names a problem; leave out what is unknown.
  public init(file: String, line: Int? = nil, column: Int? = nil, message: String, hint: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.hint = hint
  }

  /// `file:line:column: message (hint)`.
  public var description: String {
    let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(file)\(place): \(message)" + (hint.map { " (\($0))" } ?? "")
  }
}

/// Why a project could not be built, unpacked or made: every problem that was found, at least one.
public struct ProjectError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it is; decides the exit code.
  public enum Kind: String, Hashable, Sendable {
    /// A file of the project says something that cannot be built.
    case source
    /// The tool will not do it, by its own rules: a folder that is not empty, a hash that is not its to write.
    case refused
    /// A file or folder could not be read or written.
    case file
    /// A compiler is missing, too old, or found errors in the Java sources.
    case compiler
  }

  /// What kind of failure it is.
  public var kind: Kind
  /// What was found, in the order of the files.
  public var problems: [ProjectProblem]

  /// Gathers problems.
  public init(_ kind: Kind, _ problems: [ProjectProblem]) {
    self.kind = kind
    self.problems = problems
  }

  /// One problem.
  public init(
    _ kind: Kind,
    file: String,
    line: Int? = nil,
    column: Int? = nil,
    _ message: String,
    hint: String? = nil
  ) {
    self.init(kind, [ProjectProblem(file: file, line: line, column: column, message: message, hint: hint)])
  }

  /// The problems, one a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
