/// SQL, on SQLite. Without a connection a statement works on the module's own database, which its instances share.
///
/// The appliance's is PostgreSQL. The differences that a module meets: columns take any type, there is no type
/// `boolean` (0 and 1 come back), no `serial` (`integer primary key` counts), no `now()` (`CURRENT_TIMESTAMP`), no
/// schemas and no stored functions. As there, a failed statement aborts its transaction.
enum SQLFunctions {
  static let functions: [BuiltInFunction] = [
    // Another server's database is a host effect; where it is allowed, an empty one of our own stands in for it.
    .hostEffect(
      .database,
      "starface.db",
      "GetConnection",
      "String dbType, String host, String dbName, String userName, String password, String optionString",
      "Connection dbConnection"
    ) { call in
      let name = "\(call.text(0))://\(call.text(1))/\(call.text(2))"
      let standIns = call.context.moduleServices.get(StandInDatabases.self) { StandInDatabases() }
      let connection = DatabaseConnection(try standIns.database(name), isOpened: true)
      try RunResources.of(call.context).add(connection)
      return .done([.object(connection)])
    },
    .effect("starface.db", "BeginTransaction", "Connection dbConnection") { call in try connection(call).begin() },
    .effect("starface.db", "CommitTransaction", "Connection dbConnection") { call in try connection(call).commit() },
    .effect("starface.db", "RollbackTransaction", "Connection dbConnection") { call in
      try connection(call).rollBack()
    },
    .effect("starface.db", "CloseConnection", "Connection dbConnection") { call in
      if call.value(0).isNull { return }
      try connection(call).closeConnection()
    },
    .values(
      "starface.db",
      "SelectStatement",
      "Connection dbConnection, String statement",
      "List result, Boolean errorOccured"
    ) { call in
      let rows = try attempt(call) { connection throws(JavaException) in try connection.select(call.text(1)) }
      return [.list(rows ?? []), .boolean(rows == nil)]
    },
    .values(
      "starface.db",
      "UpdateStatement",
      "Connection dbConnection, String statement",
      "Integer count, Boolean errorOccured"
    ) { call in
      let count = try attempt(call) { connection throws(JavaException) in try connection.update(call.text(1)) }
      return [.integer(Int32(clamping: count ?? 0)), .boolean(count == nil)]
    },
  ]

  /// A statement that fails sets `errorOccured`; the log says why.
  private static func attempt<Result>(
    _ call: BuiltInCall,
    _ work: (DatabaseConnection) throws(JavaException) -> Result
  ) throws(JavaException) -> Result? {
    do throws(JavaException) {
      return try work(connection(call))
    } catch {
      guard error.className == "java.sql.SQLException" else { throw error }
      call.context.log(.warn, "\(error.text) [\(call.text(1).prefix(500))]")
      return nil
    }
  }

  private static func connection(_ call: BuiltInCall) throws(JavaException) -> DatabaseConnection {
    switch call.value(0) {
    case .object(let object as DatabaseConnection): return object
    case .null: return try internalConnection(call.context)
    case let other: throw .illegalArgument("\(other.javaClass) is no database connection of this runtime")
    }
  }

  /// The run's connection to the module's own database.
  private static func internalConnection(_ context: any BuiltInContext) throws(JavaException) -> DatabaseConnection {
    if let known = context.runServices.find(DatabaseConnection.self) { return known }
    let database: SQLDatabase
    if let known = context.moduleServices.find(SQLDatabase.self) {
      database = known
    } else {
      database = try SQLDatabase(
        folder: context.databaseFolder,
        name: context.module.id,
        title: "the module's database"
      )
      context.moduleServices.set(database)
    }
    let connection = DatabaseConnection(database, isOpened: false)
    context.runServices.set(connection)
    try RunResources.of(context).add(connection)
    return connection
  }
}

/// Databases in memory that stand in for those of other servers, by address.
final class StandInDatabases: DiscardableService {
  private var databases: [String: SQLDatabase] = [:]

  func database(_ name: String) throws(JavaException) -> SQLDatabase {
    if let known = databases[name] { return known }
    let database = try SQLDatabase(folder: nil, name: name, title: name)
    databases[name] = database
    return database
  }

  func discard() {
    for database in databases.values { database.discard() }
    databases = [:]
  }
}
