import JavaHosting
import ModuleRuntime
import Testing

/// Java functions that behave: values, exceptions, what they print and ask. Skipped, by name, without a JDK.
@Suite(.enabled(if: Probe.hasJava, "no JDK 17 or newer is installed"))
struct RunningTests {
  @Test func `fields hold what converts, and null or false what does not`() async throws {
    let probe = try await ProbeRuntime()
    // string|number|Integer|int|Long|short|double|BigDecimal|boolean|Boolean|List|String[]|Map|Date|enum
    let table: [(Value, String)] = [
      (.null, "null|null|null|7|null|7|7.0|null|false|null|null|null|null|null|null"),
      (.string("12"), "12|Integer 12|12|12|12|12|12.0|12|false|false|null|null|null|12|null"),
      (.string(" 1.5 "), " 1.5 |Double 1.5|1|1|1|1|1.5|1.5|false|false|null|null|null|1|null"),
      (.string("TRUE"), "TRUE|null|null|7|null|7|7.0|null|true|true|null|null|null|null|null"),
      (.string("YES"), "YES|null|null|7|null|7|7.0|null|false|false|null|null|null|null|YES"),
      (.string("0x10"), "0x10|null|null|7|null|7|7.0|null|false|false|null|null|null|null|null"),
      (.string(""), "|null|null|7|null|7|7.0|null|false|false|null|null|null|null|null"),
      (.string("ä€😀"), "ä€😀|null|null|7|null|7|7.0|null|false|false|null|null|null|null|null"),
      (.integer(-3), "-3|Integer -3|-3|-3|-3|-3|-3.0|-3|false|null|null|null|null|-3|null"),
      (
        .long(3_000_000_000),
        "3000000000|Long 3000000000|null|7|3000000000|7|3.0E9|3000000000|false|null|null|null|null|3000000000|null"
      ),
      (.double(2.5), "2.5|Double 2.5|2|2|2|2|2.5|2.5|false|null|null|null|null|2|null"),
      (.double(.nan), "NaN|Double NaN|null|7|null|7|NaN|null|false|null|null|null|null|0|null"),
      (.boolean(true), "true|null|null|7|null|7|7.0|null|true|true|null|null|null|null|null"),
      (
        .list([.integer(1), .string("b"), .null]),
        "[1, b, null]|null|null|7|null|7|7.0|null|false|null|[1, b, null]|[1, b, null]|null|null|null"
      ),
      (
        .map(JavaMap([(.string("k"), .integer(1))])),
        "{k=1}|null|null|7|null|7|7.0|null|false|null|null|null|{k=1}|null|null"
      ),
    ]
    var ran = 0
    for (value, expected) in table {
      let outputs = try await probe.runtime.call("A.convert", ["value": value])
      #expect(outputs["text"]?.text == expected, "\(value)")
      #expect(outputs["echo"]?.javaText == value.javaText, "\(value)")
      #expect(outputs["echo"]?.javaClass == value.javaClass, "\(value)")
      ran += 1
    }
    #expect(ran == 15)
    await probe.host.shutDown()
  }

  @Test func `statics live as long as the revision, and a new one starts afresh`() async throws {
    let probe = try await ProbeRuntime()
    #expect(try await probe.act("count") == "1")
    #expect(try await probe.act("count") == "2")
    let first = try await probe.act("pid")
    try await probe.runtime.importPackage(try await Probe.package())
    try await probe.runtime.activate(probe.instance)
    #expect(try await probe.act("count") == "1")
    #expect(try await probe.act("pid") != first)
    await probe.host.shutDown()
  }

  @Test func `exceptions come back with their frames and causes`() async throws {
    let probe = try await ProbeRuntime()
    let thrown = try #require(try await probe.failure("throw"))
    let frame = { (method: String, place: String) in
      JavaException.Frame(
        className: "org.example.probe.Act",
        method: method,
        file: "Act.java",
        line: try Probe.line(place)
      )
    }
    #expect(thrown.text == "java.lang.IllegalStateException: outer")
    #expect(try thrown.frames == [frame("outer", "outer"), frame("execute", "throw")])
    #expect(thrown.causes.map(\.text) == ["java.io.IOException: inner"])
    #expect(try thrown.causes.first?.frames.first == frame("inner", "inner"))
    let logged = try #require(await probe.lines().last)
    #expect(
      logged.hasPrefix("ERROR Cause:\njava.lang.IllegalStateException: outer\n    at org.example.probe.Act.outer(")
    )
    #expect(logged.contains("JavaFunctionExec.executeImpl(JavaFunctionExec.java:146)"))
    #expect(try await probe.failure("stack")?.className == "java.lang.StackOverflowError")
    // The process is none the worse for it.
    #expect(try await probe.act("count") == "3")
    await probe.host.shutDown()
  }

  @Test func `what a module prints is logged, and garbage on standard output does no harm`() async throws {
    let probe = try await ProbeRuntime(level: .debug)
    #expect(try await probe.act("print") == "-1")
    try await probe.act("log")
    let lines = await probe.lines()
    for line in [
      "INFO [System.out] one", "INFO [System.out] two", "WARN [System.err] three", "DEBUG fine", "ERROR hard",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    #expect(try await probe.act("count") == "3")
    await probe.host.shutDown()
  }

  @Test func `an object of a module goes out and comes back as the same`() async throws {
    let probe = try await ProbeRuntime()
    var object = Value.null
    for expected in ["thing 0", "thing 1", "thing 2"] {
      object = try await probe.runtime.call("A.act", ["kind": .string("object"), "object": object])["made"] ?? .null
      #expect(object.javaText == expected)
      #expect(object.javaClass == "org.example.probe.Act$Thing")
    }
    await probe.host.shutDown()
  }

  @Test func `components act on the runtime, answer from mocks, and are recorded`() async throws {
    let plain = try await ProbeRuntime()
    #expect(try await plain.act("components") == "A Probe [] ModuleInstance true")
    let calls = await plain.runtime.platformCalls.map { "\($0.owner).\($0.method)" }
    #expect(calls.contains("de.vertico.starface.persistence.connector.SipAndPhonesHandler.getPhoneList"))
    #expect(calls.contains("de.starface.core.component.StarfaceComponentProvider.fetch"))
    await plain.host.shutDown()
    let mocked = try await ProbeRuntime()
    var mocks = MockTable()
    mocks.set(owner: "SipAndPhonesHandler", method: "getPhoneList", result: .list([.string("a phone")]))
    await mocked.runtime.setMocks(mocks)
    #expect(try await mocked.act("components") == "A Probe [a phone] ModuleInstance true")
    await mocked.host.shutDown()
    let failing = try await ProbeRuntime()
    mocks.set(owner: "de.vertico.starface.persistence.connector.SipAndPhonesHandler", method: "getPhoneList") { _ in
      .failure(JavaException("java.lang.IllegalArgumentException", "no phones"))
    }
    await failing.runtime.setMocks(mocks)
    let thrown = try #require(try await failing.failure("components"))
    #expect(thrown.text == "java.lang.IllegalArgumentException: no phones")
    #expect(thrown.frames.first?.method == "getPhoneList")
    await failing.host.shutDown()
  }
}
