import FoundationEssentials
internal import GRDB

/// The key/value store of a module or an instance: under each key a value, or several in order.
final class KeyValueStore: DiscardableService {
  private let file: StorageFile

  /// Opens the store of an owner: the module's or the instance's id.
  init(folder: String?, owner: String) throws(JavaException) {
    file = try StorageFile(folder: folder, name: "\(owner)-values")
    try file.access { database in
      try database.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS entry (
            key TEXT NOT NULL, position INTEGER NOT NULL, value BLOB NOT NULL, PRIMARY KEY (key, position)
          ) WITHOUT ROWID
          """
      )
    }
  }

  /// The values of a key, in order.
  func values(of key: String) throws(JavaException) -> [Value] {
    try file.access { database in
      try Data.fetchAll(database, sql: "SELECT value FROM entry WHERE key = ? ORDER BY position", arguments: [key])
        .compactMap { ValueCoding.value(Array($0)) }
    }
  }

  /// Replaces all values of a key.
  func write(_ value: [UInt8], to key: String) throws(JavaException) {
    try file.access { database in
      try database.inTransaction {
        try database.execute(sql: "DELETE FROM entry WHERE key = ?", arguments: [key])
        try insert(value, key, at: 0, database)
        return .commit
      }
    }
  }

  /// Adds a value behind those of a key.
  func append(_ value: [UInt8], to key: String) throws(JavaException) {
    try file.access { database in
      let last = try Int.fetchOne(database, sql: "SELECT max(position) FROM entry WHERE key = ?", arguments: [key])
      try insert(value, key, at: (last ?? -1) + 1, database)
    }
  }

  private func insert(_ value: [UInt8], _ key: String, at position: Int, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO entry (key, position, value) VALUES (?, ?, ?)",
      arguments: [key, position, Data(value)]
    )
  }

  /// Deletes a key with its values.
  func delete(_ key: String) throws(JavaException) {
    try file.access { try $0.execute(sql: "DELETE FROM entry WHERE key = ?", arguments: [key]) }
  }

  /// Deletes the values of a key by their places in its list.
  func delete(_ key: String, _ places: Range<Int>) throws(JavaException) {
    try file.access { database in
      try database.execute(
        sql: """
          DELETE FROM entry WHERE key = ?1 AND position IN
            (SELECT position FROM entry WHERE key = ?1 ORDER BY position LIMIT ?2 OFFSET ?3)
          """,
        arguments: [key, places.count, places.lowerBound]
      )
    }
  }

  /// All keys, in byte order.
  func keys() throws(JavaException) -> [String] {
    try file.access { try String.fetchAll($0, sql: "SELECT DISTINCT key FROM entry ORDER BY key") }
  }

  func discard() { file.delete() }
}
