/// The way from a function to one of its statements, for `Location.statement`.
public struct StatementPath: Hashable, Sendable, CustomStringConvertible {
  /// The statements from the outermost to the one itself.
  public private(set) var statements: [Statement]

  init(_ statements: [Statement] = []) { self.statements = statements }

  /// The statement itself.
  public var last: Statement? { statements.last }
  /// The number of statements on the way; 1 for a statement directly in the function.
  public var depth: Int { statements.count }
  /// Whether the statement or one around it is switched off.
  public var isDisabled: Bool { statements.contains { $0.disabled } }
  /// `if2 > functionCall Log`.
  public var description: String { statements.map(\.label).joined(separator: " > ") }

  mutating func enter(_ statement: Statement) { statements.append(statement) }
  mutating func leave() { statements.removeLast() }
}

extension Function {
  /// Calls `body` with every statement, outermost first, in the order of the text.
  public func forEachStatement<Failure: Error>(
    _ body: (Statement, StatementPath) throws(Failure) -> Void
  ) throws(Failure) {
    var path = StatementPath()
    try Self.walk(statements, &path, body)
  }

  private static func walk<Failure: Error>(
    _ statements: DescriptorList<Statement>,
    _ path: inout StatementPath,
    _ body: (Statement, StatementPath) throws(Failure) -> Void
  ) throws(Failure) {
    for statement in statements.items {
      path.enter(statement)
      try body(statement, path)
      try walk(statement.statements, &path, body)
      path.leave()
    }
  }
}
