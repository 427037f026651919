import Foundation
import ModuleDescriptors
import TestSupport
import Testing

@testable import ModuleRuntime

/// The module log: levels, what the runtime says about itself, files, and reading it back.
@Suite struct LogTests {
  typealias D = Designer

  private func log(_ level: LogLevel, _ statements: [Statement]) async throws -> [String] {
    try await D.run(
      level: level,
      functions: [D.function("sub", inputs: [D.variable("in", .number)], [D.leave])],
      statements
    )
  }

  private let program: [Statement] = [
    D.declare("x", .number, "1"), D.when(D.test(.equal, .ref("x"), .lit("1")), [D.invoke("sub", [("in", .ref("x"))])]),
    D.choose("x", [("2", []), ("1", [D.assign("x", .lit("3"))])]),
    D.log(.lit("e"), level: "ERROR"), D.log(.lit("w"), level: "WARN"), D.log(.lit("i"), level: "INFO"),
    D.log(.lit("d"), level: "DEBUG"), D.log(.lit("t"), level: "TRACE"), D.log(.lit("?"), level: "LOUD"),
  ]

  @Test func `a line is written at or above the level; an unknown level is INFO`() async throws {
    #expect(try await log(.error, program) == ["ERROR e"])
    #expect(try await log(.warn, program) == ["ERROR e", "WARN w"])
    #expect(try await log(.info, program) == ["ERROR e", "WARN w", "INFO i", "INFO ?"])
  }

  @Test func `DEBUG tells what the runtime decides`() async throws {
    #expect(
      try await log(.debug, program) == [
        "DEBUG Entry point 'InstanceActivated' starts", "DEBUG s-if(if): condition is true", "DEBUG Call f-sub(sub)",
        "DEBUG Return from f-sub(sub)", "DEBUG s-case(case): case '1' matches", "ERROR e", "WARN w", "INFO i",
        "DEBUG d", "INFO ?", "DEBUG Entry point ends after 0 ms (15 statements)",
      ]
    )
  }

  @Test func `TRACE tells every read, write and conversion`() async throws {
    let lines = try await log(
      .trace,
      [D.declare("n", .number, "1"), D.declare("s", .string), D.assign("s", .ref("n"))]
    )
    #expect(
      lines == [
        "DEBUG Entry point 'InstanceActivated' starts", "TRACE Write n = 1", "TRACE Write s = ''", "TRACE Read n = 1",
        "TRACE Convert java.lang.Integer 1 to java.lang.String '1'", "TRACE Write s = '1'",
        "DEBUG Entry point ends after 0 ms (4 statements)",
      ]
    )
  }

  @Test func `ForceLogLevel sets the level from code`() async throws {
    func forced(_ level: String, _ keeps: String) -> [Statement] {
      [
        D.call(
          "starface.experimentalFunctions",
          "ForceLogLevel",
          [("logLevel", .string, .lit(level)), ("keepHigherLevel", .boolean, .lit(keeps))]
        ), D.log(.lit("i")), D.log(.lit("d"), level: "DEBUG"),
      ]
    }
    #expect(try await log(.info, forced("ERROR", "false")) == [])
    #expect(try await log(.info, forced("ERROR", "true")) == ["INFO i"])
    #expect(try await log(.info, forced("DEBUG", "true")).contains("DEBUG d"))
  }

  @Test func `log files rotate, close torn lines and lose nothing`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("x.log")
    var file: RotatingLogFile? = try RotatingLogFile(path: path, limit: 100, keep: 2)
    for number in 0..<20 { try file?.append("line \(number) of twenty bytes") }
    file = nil
    let texts = try ["x.log.2", "x.log.1", "x.log"].map { try String(contentsOfFile: folder.path($0), encoding: .utf8) }
    #expect(texts.allSatisfy { $0.utf8.count <= 100 && $0.hasSuffix("\n") })
    #expect(texts[2].hasSuffix("line 19 of twenty bytes\n"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("x.log.3")))
    #expect(try Data("torn".utf8).write(to: URL(filePath: path)) == ())
    file = try RotatingLogFile(path: path)
    try file?.append("next")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "torn\nnext\n")
    #expect(throws: RotatingLogFile.Problem.self) { try RotatingLogFile(path: folder.path("no/such/folder/x.log")) }
  }

  @Test func `a runtime writes the files of its instances and the system's errors`() async throws {
    let folder = try TemporaryFolder()
    let runtime = ModuleRuntime(configuration: RuntimeConfiguration(logFolder: folder.path("")))
    try await runtime.importModule(
      D.module(
        functions: [D.function("main", [D.log(.lit("ä")), D.log(.lit("bad"), level: "ERROR")])],
        entryPoints: [D.stage(.instanceCreated, "main")]
      )
    )
    try await runtime.createInstance(of: D.moduleID, name: "a/b")
    #expect(
      try String(contentsOfFile: folder.path("a_b.log"), encoding: .utf8) == """
        [2019-01-02 15:16:17,310] INFO [onInstanceCreated] ä
        [2019-01-02 15:16:17,310] ERROR [onInstanceCreated] bad

        """
    )
    #expect(
      try String(contentsOfFile: folder.path("system-error.log"), encoding: .utf8)
        == "a/b: [2019-01-02 15:16:17,310] ERROR [onInstanceCreated] bad\n"
    )
  }

  @Test func `instances that a folder cannot tell apart have files of their own`() async throws {
    let folder = try TemporaryFolder()
    let runtime = ModuleRuntime(configuration: RuntimeConfiguration(logFolder: folder.path("")))
    try await runtime.importModule(
      D.module(
        functions: [D.function("main", [D.log(.lit("hello"))])],
        entryPoints: [D.stage(.instanceCreated, "main")]
      )
    )
    for name in ["a/b", "a:b", "A_B", "system-error", "a/b c"] {
      try await runtime.createInstance(of: D.moduleID, name: name)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(""))
    #expect(names.sorted() == ["A_B-3.log", "a_b c.log", "a_b-2.log", "a_b.log", "system-error-2.log"])
  }

  // MARK: Reading

  @Test func `the system error log says whose each entry is`() async throws {
    let folder = try TemporaryFolder()
    let runtime = ModuleRuntime(configuration: RuntimeConfiguration(logFolder: folder.path("")))
    let fails = D.call("starface.system", "ThrowException", [])
    try await runtime.importModule(
      D.module(
        functions: [D.function("main", [D.log(.lit("bad\nx: [no entry"), level: "ERROR"), fails])],
        entryPoints: [D.stage(.instanceCreated, "main")]
      )
    )
    for name in ["A: one", "B"] { try await runtime.createInstance(of: D.moduleID, name: name) }
    let text = try String(contentsOfFile: folder.path("system-error.log"), encoding: .utf8)
    let lines = LogReader.lines(of: text, instance: "system-error")
    #expect(lines.map(\.instance) == ["A: one", "A: one", "B", "B"], "\(text)")
    #expect(lines.map(\.level) == [.error, .error, .error, .error])
    #expect(lines[0].message == "bad\nx: [no entry")
    #expect(lines[1].callStack.first?.hasPrefix("ThrowException") == true, "\(lines[1].callStack)")
    // Where the first entry has no owner, none has.
    let quoted = "quoted\nx: [2019-01-02 15:16:16,000] INFO [rpc a] y"
    let plain = LogReader.lines(of: "[2019-01-02 15:16:16,000] INFO [rpc a] \(quoted)\n", instance: "A")
    #expect(plain.map(\.message) == [quoted])
  }

  private static let text =
    """
    no header
    [2019-01-02 15:16:16,000] INFO  [timer Poll] polling
    [2019-01-02 15:16:17,000] DEBUG [timer Poll] two
    lines
    """ + "\n" + FailureLogTests.sample + "[2019-01-03 08:00:00,001] WARN [rpc getState] slow\r\n"
    + FailureLogTests.sample

  @Test func `a log is read back as it was written`() {
    let lines = LogReader.lines(of: Self.text, instance: "A")
    #expect(lines.map(\.level) == [.info, .debug, .error, .warn, .error])
    #expect(lines[1].message == "two\nlines")
    #expect(
      lines[2].callStack == [
        "CheckModuleLicense(CheckModuleLicense)",
        "ffe4a003-3a9d-4288-ac0f-c17995e2ebce(Call --> CheckModuleLicense)",
      ]
    )
    #expect(lines[2].text + "\n" == FailureLogTests.sample)
    #expect(lines[3].message == "slow")
    #expect(lines.map(\.number) == [2, 3, 9, 28, 33])
    #expect(lines.allSatisfy { $0.instance == "A" })
  }

  @Test func `lines are filtered by level, entry point, time and instance`() {
    let lines = LogReader.lines(of: Self.text, instance: "A")
    func kept(_ filter: LogReader.Filter) -> Int { lines.count { filter.keeps($0) } }
    #expect(kept(LogReader.Filter()) == 5)
    #expect(kept(LogReader.Filter(level: .warn)) == 3)
    #expect(kept(LogReader.Filter(entryPoint: "poll")) == 2)
    #expect(kept(LogReader.Filter(from: "2019-01-02 15:16:17")) == 4)
    #expect(kept(LogReader.Filter(to: "2019-01-02")) == 4)
    #expect(kept(LogReader.Filter(instance: "B")) == 0)
  }

  @Test func `errors are summed up by cause`() {
    let causes = LogReader.causes(in: LogReader.lines(of: Self.text, instance: "A"))
    #expect(causes.count == 1)
    #expect(causes[0].text.hasPrefix("java.lang.NoSuchMethodError: de.starface.license"))
    #expect(
      causes[0].place == "de.fluxpunkt.starface.licensing.CheckModuleLicense.execute(CheckModuleLicense.java:110)"
    )
    #expect(causes[0].count == 2)
    #expect(causes[0].entryPoints == ["onInstanceChanged"])
    #expect(causes[0].instances == ["A"])
    #expect(causes[0].root == nil)
    func wrapped(_ root: String) -> String {
      """
      [2019-01-02 15:16:17,310] ERROR [rpc a] Cause:
      java.lang.RuntimeException: no answer
          at a.B.c(B.java:7)
      Caused by: java.io.IOException: broken
          ... 3 more
      Caused by: \(root)
          ... 9 more

      """
    }
    let roots = LogReader.causes(
      in: LogReader.lines(of: wrapped("java.net.SocketException: reset") + wrapped("java.io.EOFException"))
    )
    #expect(roots.map(\.root) == ["java.net.SocketException: reset", "java.io.EOFException"])
  }
}
