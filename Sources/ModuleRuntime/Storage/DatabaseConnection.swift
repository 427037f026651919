internal import GRDB

/// A database that SQL statements work on: the module's own, or one that stands in for a server's.
final class SQLDatabase: DiscardableService {
  let file: StorageFile
  let title: String
  /// The connection whose transaction is open.
  weak var holder: DatabaseConnection?

  init(folder: String?, name: String, title: String) throws(JavaException) {
    file = try StorageFile(folder: folder, name: name)
    self.title = title
  }

  func discard() { file.delete() }
}

/// A `java.sql.Connection` of one run. `@unchecked Sendable` for the same reason as ``JavaList``.
final class DatabaseConnection: OpaqueObject, RunResource, @unchecked Sendable {
  private static let mostRows = 1_000_000

  let javaClass = "java.sql.Connection"
  private let database: SQLDatabase
  /// Whether the module has to close it: not so the one that is there for every run.
  private let isOpened: Bool
  private var isClosed = false
  private var isInTransaction = false
  /// A statement of the transaction failed: like PostgreSQL, nothing but a rollback is taken then.
  private var isAborted = false

  init(_ database: SQLDatabase, isOpened: Bool) {
    self.database = database
    self.isOpened = isOpened
  }

  var javaText: String { "\(javaClass)@\(database.title)" }

  // MARK: Transactions

  /// Begins a transaction; one that is open stays so, as after a second `setAutoCommit(false)`.
  func begin() throws(JavaException) {
    try check()
    if isInTransaction { return }
    try database.file.access { try $0.execute(sql: "BEGIN") }
    noteTransaction(true)
  }

  func commit() throws(JavaException) {
    try check()
    guard isInTransaction else { throw Self.failure("Cannot commit when autoCommit is enabled.") }
    if isAborted {
      try end("ROLLBACK")
      throw Self.failure("The transaction was rolled back: a statement of it failed")
    }
    try end("COMMIT")
  }

  func rollBack() throws(JavaException) {
    try check()
    guard isInTransaction else { throw Self.failure("Cannot rollback when autoCommit is enabled.") }
    try end("ROLLBACK")
  }

  private func end(_ statement: String) throws(JavaException) {
    try database.file.access { database in
      // SQLite has rolled back by itself after some failures.
      if database.isInsideTransaction { try database.execute(sql: statement) }
    }
    noteTransaction(false)
  }

  private func noteTransaction(_ isOpen: Bool) {
    if isOpen { database.holder = self } else if database.holder === self { database.holder = nil }
    isInTransaction = isOpen
    if !isOpen { isAborted = false }
  }

  /// Closes it; an open transaction is rolled back.
  func closeConnection() {
    if isInTransaction { try? end("ROLLBACK") }
    isClosed = true
  }

  // MARK: Statements

  /// The rows of a query.
  func select(_ sql: String) throws(JavaException) -> [Value] {
    try run { database in
      let statement = try database.makeStatement(sql: sql)
      guard statement.columnCount > 0 else { throw Self.failure("No results were returned by the query.") }
      try statement.setArguments(StatementArguments())
      var rows: [Value] = []
      let cursor = try Row.fetchCursor(statement)
      while let row = try cursor.next() {
        guard rows.count < Self.mostRows else {
          throw JavaException("java.lang.OutOfMemoryError", "Java heap space")
        }
        rows.append(.list(row.databaseValues.map(Self.value)))
      }
      return rows
    }
  }

  /// The rows that a statement, or the last of several, changed.
  func update(_ sql: String) throws(JavaException) -> Int {
    try run { database in
      var count = 0
      let statements = try database.allStatements(sql: sql)
      while let statement = try statements.next() {
        guard statement.columnCount == 0 else { throw Self.failure("A result was returned when none was expected.") }
        try statement.setArguments(StatementArguments())
        let before = database.totalChangesCount
        try statement.execute()
        count = database.totalChangesCount - before
      }
      return count
    }
  }

  private func run<Result>(_ work: (Database) throws -> Result) throws(JavaException) -> Result {
    try check()
    if isAborted {
      throw Self.failure("current transaction is aborted, commands ignored until end of transaction block")
    }
    do throws(JavaException) {
      let (result, isOpen) = try database.file.access { (try work($0), $0.isInsideTransaction) }
      // The statement itself may have been BEGIN or COMMIT.
      noteTransaction(isOpen)
      return result
    } catch {
      isAborted = isInTransaction
      throw error
    }
  }

  private func check() throws(JavaException) {
    if isClosed { throw Self.failure("This connection has been closed.") }
    if let holder = database.holder, holder !== self {
      throw Self.failure("database \(database.title) is locked by the open transaction of another run")
    }
  }

  private static func failure(_ message: String) -> JavaException { JavaException("java.sql.SQLException", message) }

  private static func value(_ value: DatabaseValue) -> Value {
    switch value.storage {
    case .null: .null
    case .int64(let number): .number(number)
    case .double(let number): .double(number)
    case .string(let text): .string(text)
    case .blob(let data): .bytes(ByteArray(Array(data)))
    }
  }

  // MARK: The run's end

  func runEnds(failed: Bool) -> (level: LogLevel, message: String)? {
    let hadTransaction = isInTransaction
    guard !isClosed, hadTransaction || isOpened else { return nil }
    closeConnection()
    let left =
      isOpened ? "Connection to \(database.title) was left open" : "Transaction on \(database.title) was left open"
    return (.warn, left + (hadTransaction ? (failed ? ": the run failed, rolled back" : ": rolled back") : ""))
  }
}
