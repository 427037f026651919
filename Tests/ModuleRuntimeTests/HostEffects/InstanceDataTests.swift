import Foundation
import ModuleDescriptors
import ModulePackages
import PackageFixtures
import TestSupport
import Testing

@testable import ModuleRuntime

/// What becomes of an instance's files and values in its life.
@Suite struct InstanceDataTests {
  typealias D = Designer

  private static let module = D.module(
    functions: [
      D.function(
        "write",
        [
          D.call("starface.io", "WriteToFile", [("file", .string, .lit("f")), ("text", .string, .lit("kept"))]),
          D.call("starface.db", "WriteValue", [("key", .string, .lit("k")), ("value", .object, .lit("kept"))]),
          D.call(
            "starface.db",
            "WriteValue",
            [("key", .string, .lit("k")), ("scope", .string, .lit("Module")), ("value", .object, .lit("shared"))]
          ),
          D.call("starface.db", "UpdateStatement", [("statement", .string, .lit("create table t (a text)"))]),
          D.call("starface.db", "UpdateStatement", [("statement", .string, .lit("insert into t values ('row')"))]),
          D.call("starface.io", "FileInputStream", [("file", .string, .lit("f"))], out: [("inputStream", "_s")]),
        ]
      ),
      D.function(
        "read",
        [
          D.call("starface.io", "FileExists", [("file", .string, .lit("f"))], out: [("exists", "_file")]),
          D.call("starface.db", "ReadValue", [("key", .string, .lit("k"))], out: [("value", "_value")]),
          D.call(
            "starface.db",
            "ReadValue",
            [("key", .string, .lit("k")), ("scope", .string, .lit("Module"))],
            out: [("value", "_shared")]
          ),
          D.call(
            "starface.db",
            "SelectStatement",
            [("statement", .string, .lit("select count(*) from sqlite_master"))],
            out: [("result", "_rows")]
          ),
          D.log(.ref("_file"), .ref("_value"), .ref("_shared"), .ref("_rows")),
        ]
      ),
    ],
    entryPoints: [D.stage(.instanceActivated, "write"), D.rpc("read", "read")]
  )

  private func read(_ runtime: ModuleRuntime, _ id: String) async throws -> String? {
    try await runtime.fire(.rpc("read"), at: id)
    return await runtime.log(of: id).last { $0.level == .info }?.message
  }

  private func life(_ configuration: RuntimeConfiguration) async throws {
    let runtime = ModuleRuntime(configuration: configuration)
    try await runtime.importModule(Self.module)
    let first = try await runtime.createInstance(of: D.moduleID, name: "A", logLevel: .debug)
    let second = try await runtime.createInstance(of: D.moduleID, name: "B")
    try await runtime.activate(first)
    #expect(await runtime.log(of: first).contains { $0.message == "InputStream of 'f' was not closed" })
    // The other instance has a directory and values of its own; the module's are shared.
    try await runtime.activate(second)
    try await runtime.deactivate(first)
    try await runtime.importModule(Self.module, keepsData: true)
    try await runtime.delete(second)
    let third = try await runtime.createInstance(of: D.moduleID, name: "C")
    try await runtime.activate(first)
    #expect(try await read(runtime, first) == "true kept shared [[1]]")
    #expect(third != first)
    // A plain re-import deletes all of it.
    let reader = D.module(functions: Array(Self.module.functions), entryPoints: [D.rpc("read", "read")])
    try await runtime.importModule(reader)
    try await runtime.activate(first)
    #expect(try await read(runtime, first) == "false   [[0]]")
  }

  @Test func `kept by an update, lost at a plain re-import; in memory`() async throws {
    try await life(RuntimeConfiguration())
  }

  @Test func `kept by an update, lost at a plain re-import; in files`() async throws {
    let folder = try TemporaryFolder()
    try await life(RuntimeConfiguration(dataFolder: folder.path("d")))
  }

  @Test(.enabled(if: OutsideJudge.python != nil, OutsideJudge.isMissing))
  func `Python reads the database that a module wrote`() async throws {
    let folder = try TemporaryFolder()
    let runtime = ModuleRuntime(configuration: RuntimeConfiguration(dataFolder: folder.path("d")))
    try await runtime.importModule(Self.module)
    let id = try await runtime.createInstance(of: D.moduleID, name: "A")
    try await runtime.activate(id)
    let script = "import sqlite3,sys; print(sqlite3.connect(sys.argv[1]).execute('select a from t').fetchall())"
    let shown = try OutsideJudge.output(
      OutsideJudge.python,
      ["-c", script, folder.path("d/\(D.moduleID).sqlite")]
    )
    #expect(shown == "[('row',)]\n")
  }

  @Test func `temporary files go with the runtime`() async throws {
    var path = ""
    do {
      let runtime = ModuleRuntime()
      try await runtime.importModule(
        D.module(
          functions: [
            D.function(
              "main",
              [
                D.call(
                  "starface.experimentalFunctions",
                  "GetAbsolutePathToInstanceDataDir",
                  out: [("absolutePathToDataDir", "_p")]
                ), D.log(.ref("_p")),
              ]
            )
          ],
          entryPoints: [D.stage(.instanceActivated, "main")]
        )
      )
      let id = try await runtime.createInstance(of: D.moduleID, name: "A")
      try await runtime.activate(id)
      path = try #require(await runtime.log(of: id).first?.message)
      #expect(FileManager.default.fileExists(atPath: path))
    }
    #expect(path.hasSuffix("00000001"))
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
