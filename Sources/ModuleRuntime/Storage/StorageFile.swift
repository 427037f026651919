internal import GRDB
import GRDBSQLite

/// A SQLite database in a file or in memory, with limits on what one statement may cost.
final class StorageFile {
  /// Steps of SQLite's machine that a statement has left. SQLite's callback is its only other user, on the same thread.
  private final class Budget: @unchecked Sendable {
    var steps = 0
  }

  private static let statementSteps = 100_000_000
  private static let callbackSteps: Int32 = 10_000
  private static let pages = 65_536

  let queue: DatabaseQueue
  private let path: String?
  private let budget = Budget()

  /// Opens `<folder>/<name>.sqlite`, or a database in memory without a folder.
  init(folder: String?, name: String) throws(JavaException) {
    var configuration = Configuration()
    // Transactions are opened by one call of the module and ended by another.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { [budget] database in
      let connection = database.sqliteConnection
      // No other file is reached: ATTACH and VACUUM INTO need an attached database.
      sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
      sqlite3_progress_handler(
        connection,
        Self.callbackSteps,
        { context in
          guard let context else { return 1 }
          let budget = Unmanaged<Budget>.fromOpaque(context).takeUnretainedValue()
          budget.steps -= Int(StorageFile.callbackSteps)
          return budget.steps < 0 ? 1 : 0
        },
        Unmanaged.passUnretained(budget).toOpaque()
      )
      budget.steps = Self.statementSteps
      try database.execute(sql: "PRAGMA max_page_count = \(Self.pages)")
    }
    do {
      if let folder {
        guard FileTree.makeFolders(folder) else {
          throw JavaException("java.sql.SQLException", "the folder \(folder) cannot be made")
        }
        path = "\(folder)/\(name).sqlite"
        queue = try DatabaseQueue(path: "\(folder)/\(name).sqlite", configuration: configuration)
      } else {
        path = nil
        queue = try DatabaseQueue(configuration: configuration)
      }
    } catch {
      throw .sql(error)
    }
  }

  /// Works on the database; every failure is a `java.sql.SQLException`.
  func access<Result>(_ work: (Database) throws -> Result) throws(JavaException) -> Result {
    budget.steps = Self.statementSteps
    do {
      return try queue.writeWithoutTransaction(work)
    } catch {
      throw .sql(error)
    }
  }

  /// Closes the database and deletes its file.
  func delete() {
    try? queue.close()
    guard let path else { return }
    for suffix in ["", "-journal", "-wal", "-shm"] { FileTree.remove(path + suffix) }
  }
}

extension JavaException {
  /// A failure of the database.
  static func sql(_ error: any Error) -> JavaException {
    switch error {
    case let exception as JavaException: exception
    case let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT:
      JavaException("java.sql.SQLException", "canceling statement due to statement timeout")
    case let error as DatabaseError:
      JavaException("java.sql.SQLException", error.message ?? error.resultCode.description)
    default: JavaException("java.sql.SQLException", "\(error)")
    }
  }
}
