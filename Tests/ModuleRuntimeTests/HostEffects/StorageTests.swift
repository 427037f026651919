import Foundation
import ModuleDescriptors
import Testing

@testable import ModuleRuntime

/// The key/value store and SQL.
@Suite struct StorageTests {
  typealias D = Designer
  private let context = FixedContext()

  private func call(_ id: String, _ arguments: Value...) -> String {
    Calling.shown("starface.db", id, arguments, context)
  }

  private func outputs(_ id: String, _ arguments: Value...) throws -> [Value] {
    try Calling.outputs("starface.db", id, arguments, context)
  }

  private func update(_ sql: String) throws -> String {
    try outputs("UpdateStatement", .null, .string(sql)).map(\.text).joined(separator: " ")
  }

  private func select(_ sql: String) throws -> String {
    try outputs("SelectStatement", .null, .string(sql)).map(\.text).joined(separator: " ")
  }

  // MARK: Key and value

  @Test func `written, read, replaced, deleted, by scope`() {
    let key = Value.string("k'; drop table entry; --")
    #expect(call("ReadValue", key, .null) == "0")
    #expect(call("WriteValue", key, .null, .integer(1)) == "void")
    #expect(call("WriteValue", key, .string("instance"), .integer(2)) == "void")
    #expect(call("WriteValue", key, .string("Module"), .string("m")) == "void")
    #expect(call("ReadValue", key, .string("Instance")) == "2")
    #expect(call("ReadValue", key, .string("MODULE")) == "sm")
    #expect(call("DeleteValue", key, .null) == "void")
    #expect(call("ReadValue", key, .null) == "0")
    #expect(call("ReadValue", key, .string("Module")) == "sm")
    #expect(call("ReadValue", key, .string("World")) == "!java.lang.IllegalArgumentException")
    #expect(call("ReadValue", .string(" "), .null) == "!java.lang.IllegalArgumentException")
    #expect(call("WriteValue", .string(String(repeating: "k", count: 255)), .null, .null) == "void")
    #expect(
      call("WriteValue", .string(String(repeating: "k", count: 256)), .null, .null)
        == "!java.lang.IllegalArgumentException"
    )
    let large = Value.string(String(repeating: "v", count: 11 << 20))
    #expect(call("WriteValue", .string("large"), .null, large) == "!java.lang.IllegalArgumentException")
    let stream = Value.object(HostInputStream(bytes: [], name: "x"))
    #expect(call("WriteValue", .string("s"), .null, stream) == "!java.io.NotSerializableException")
  }

  @Test func `several values under a key`() {
    let key = Value.string("list")
    for number in 0..<5 { #expect(call("WriteMultiValue", key, .null, .integer(Int32(number))) == "void") }
    #expect(call("ReadMultiValue", key, .null) == "[0,1,2,3,4,]")
    #expect(call("DeleteMultiValue", key, .null, .integer(1), .integer(3)) == "void")
    #expect(call("ReadMultiValue", key, .null) == "[0,3,4,]")
    #expect(call("WriteMultiValue", key, .null, .string("end")) == "void")
    #expect(call("DeleteMultiValue", key, .null, .integer(1), .integer(2)) == "void")
    #expect(call("ReadMultiValue", key, .null) == "[0,4,send,]")
    #expect((try? outputs("ReadValue", key, .null))?.first?.text == "0")
    #expect(call("DeleteMultiValue", key, .null, .integer(2), .integer(1)) == "!java.lang.IndexOutOfBoundsException")
    #expect(call("DeleteMultiValue", key, .null, .integer(0), .integer(99)) == "void")
    #expect(call("ReadMultiValue", key, .null) == "[]")
    #expect(call("WriteValue", .string("a.1"), .null, .integer(1)) == "void")
    #expect(call("WriteValue", .string("a.2"), .null, .integer(2)) == "void")
    #expect(call("WriteValue", .string("b.1"), .null, .integer(3)) == "void")
    #expect(call("GetKeys", .string("a.*"), .null) == "[sa.1,sa.2,]")
    #expect(call("GetKeys", .string("?.1"), .null) == "[sa.1,sb.1,]")
    #expect(call("GetKeys", .string("%"), .null) == "[]")
    #expect(call("GetKeys", .null, .null) == "[sa.1,sa.2,sb.1,]")
    #expect((try? outputs("GetKeyValuesMap", .string("a*"), .null))?.first?.text == "{a.2=[2], a.1=[1]}")
  }

  @Test func `every value comes back as it was`() throws {
    let map = JavaMap(
      [(.string("k"), .list([.null, .boolean(true)])), (.integer(1), .double(-0.0))],
      order: .insertion
    )
    let values: [Value] = [
      .null, .boolean(false), .string(""), .string("ä\u{0}😀:1"), .integer(.min), .long(.max), .double(.nan),
      .double(0.1), .date(-1), .map(map), .list([.list([]), .string("x")]),
      .decimal(try #require(BigDecimal("12345678901234567890.5"))),
    ]
    for value in values {
      let back = try #require(ValueCoding.value(try ValueCoding.bytes(value)))
      #expect(back.javaText == value.javaText)
      #expect(back.javaClass == value.javaClass)
    }
    guard case .bytes(let bytes)? = ValueCoding.value(try ValueCoding.bytes(.bytes(ByteArray([0, 255])))) else {
      return #expect(Bool(false), "no bytes")
    }
    #expect(bytes.bytes == [0, 255])
    let loop = JavaList()
    loop.elements = [.list(loop)]
    #expect(throws: JavaException.self) { try ValueCoding.bytes(.list(loop)) }
    loop.elements = []
    var generator = CaseGenerator(seed: 3)
    for _ in 0..<3_000 {
      let noise = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        Array("sLHi0123456789:".utf8).randomElement(using: &generator) ?? 0
      }
      _ = ValueCoding.value(noise)
    }
  }

  // MARK: SQL

  @Test func `rows and counts`() throws {
    #expect(try update("create table t (id integer primary key, name text, r real, b blob)") == "0 false")
    #expect(try update("insert into t (name, r, b) values ('a', 1.5, x'01'), ('b', null, null)") == "2 false")
    #expect(try select("select id, name, r from t order by id") == "[[1, a, 1.5], [2, b, null]] false")
    #expect(try update("update t set name = 'c' where id > 1") == "1 false")
    #expect(try update("delete from t; insert into t (name) values ('x')") == "1 false")
    #expect(try select("select 9007199254740993") == "[[9007199254740993]] false")
  }

  @Test func `errors are told, not thrown`() throws {
    for (sql, message) in [
      ("select * from missing", "no such table: missing"), ("selec", "near \"selec\": syntax error"),
      ("create table t (a)", "No results were returned by the query."),
      ("select ?", "wrong number of statement arguments"),
    ] {
      #expect(try select(sql) == "[] true")
      #expect(context.lines.last?.contains("java.sql.SQLException: ") == true)
      #expect(context.lines.last?.contains(message) == true, "\(context.lines.last ?? "")")
    }
    #expect(try update("select 1") == "0 true")
    #expect(context.lines.last?.contains("A result was returned when none was expected.") == true)
  }

  @Test func `no other file is reached`() throws {
    for sql in ["attach database '/tmp/sfm-attached.sqlite' as other", "vacuum into '/tmp/sfm-attached.sqlite'"] {
      #expect(try update(sql) == "0 true", "\(sql)")
    }
    #expect(try select("select load_extension('/tmp/x')") == "[] true")
    #expect(!FileManager.default.fileExists(atPath: "/tmp/sfm-attached.sqlite"))
  }

  @Test func `a statement without end is cancelled`() throws {
    let endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select max(i) from n"
    #expect(try select(endless) == "[] true")
    #expect(context.lines.last?.contains("canceling statement due to statement timeout") == true)
    #expect(try select("select 1") == "[[1]] false")
  }

  @Test func `transactions commit, roll back and abort`() throws {
    _ = try update("create table t (a integer)")
    #expect(call("CommitTransaction", .null) == "!java.sql.SQLException")
    #expect(call("RollbackTransaction", .null) == "!java.sql.SQLException")
    #expect(call("BeginTransaction", .null) == "void")
    #expect(try update("insert into t values (1)") == "1 false")
    #expect(call("RollbackTransaction", .null) == "void")
    #expect(try select("select * from t") == "[] false")
    #expect(call("BeginTransaction", .null) == "void")
    #expect(call("BeginTransaction", .null) == "void")
    #expect(try update("insert into t values (2)") == "1 false")
    #expect(call("CommitTransaction", .null) == "void")
    #expect(try select("select * from t") == "[[2]] false")
    #expect(call("BeginTransaction", .null) == "void")
    #expect(try update("insert into t values (3)") == "1 false")
    #expect(try update("insert into nowhere values (3)") == "0 true")
    #expect(try select("select 1") == "[] true")
    #expect(context.lines.last?.contains("current transaction is aborted") == true)
    #expect(call("CommitTransaction", .null) == "!java.sql.SQLException")
    #expect(try select("select * from t") == "[[2]] false")
    #expect(call("CloseConnection", .string("x")) == "!java.lang.IllegalArgumentException")
  }

  private func log(policy: HostEffectPolicy = HostEffectPolicy(), _ statements: [Statement]) async throws -> [String] {
    try await D.run(configuration: RuntimeConfiguration(hostEffects: policy), statements)
  }

  @Test func `a failing run rolls back and says so`() async throws {
    let sql = { (text: String) in D.call("starface.db", "UpdateStatement", [("statement", .string, .lit(text))]) }
    let shown = try await log([
      sql("create table t (a)"), D.call("starface.db", "BeginTransaction"), sql("insert into t values (1)"),
      D.call("starface.system", "ThrowException"),
    ])
    #expect(shown.contains("WARN Transaction on the module's database was left open: the run failed, rolled back"))
  }

  @Test func `another server's database has a stand-in where it is allowed`() async throws {
    let connect = D.call(
      "starface.db",
      "GetConnection",
      [
        ("dbType", .string, .lit("mysql")), ("host", .string, .lit("db.example.com")), ("dbName", .string, .lit("crm")),
      ],
      out: [("dbConnection", "_c")]
    )
    let count = D.call(
      "starface.db",
      "SelectStatement",
      [("dbConnection", .object, .ref("_c")), ("statement", .string, .lit("select 1"))],
      out: [("result", "_rows")]
    )
    let refused = try await log([connect])
    #expect(refused.first?.contains("starface.db.GetConnection was not run") == true)
    let allowed = try await log(
      policy: HostEffectPolicy([.database: .allowed]),
      [connect, count, D.log(.ref("_rows"))]
    )
    #expect(
      allowed == ["INFO [[1]]", "WARN Connection to mysql://db.example.com/crm was left open"]
    )
    let closed = try await log(
      policy: HostEffectPolicy([.database: .allowed]),
      [connect, D.call("starface.db", "CloseConnection", [("dbConnection", .object, .ref("_c"))]), count]
    )
    #expect(closed.count == 1)
    #expect(closed.first?.contains("This connection has been closed.") == true)
  }
}
