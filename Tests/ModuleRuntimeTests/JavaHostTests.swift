import ModuleDescriptors
import Synchronization
import Testing

@testable import ModuleRuntime

/// The border to Java functions: a host that answers at once, one that takes its time, one that asks back.
@Suite struct JavaHostTests {
  typealias D = Designer

  /// A host written as closures.
  private struct Host: JavaFunctionHost {
    var at: @Sendable (JavaFunctionCall) -> JavaFunctionOutcome? = { _ in nil }
    var running: @Sendable (JavaFunctionCall, JavaEnvironment) async -> JavaFunctionOutcome = { _, _ in .ran([:]) }
    var left: [Leftover] = []

    func answer(_ call: JavaFunctionCall) -> JavaFunctionOutcome? { at(call) }
    func run(_ call: JavaFunctionCall, in environment: JavaEnvironment) async -> JavaFunctionOutcome {
      await running(call, environment)
    }
    func unload(moduleID: String, revision: Int) async -> [Leftover] { left }
  }

  private func activated(
    _ host: Host,
    mocks: MockTable = MockTable(),
    level: LogLevel = .info,
    entries: [EntryPoint] = [],
    _ statements: [Statement]
  ) async throws -> (ModuleRuntime, String) {
    let worker = D.java(
      "Worker",
      inputs: [D.variable("in", .number, "3")],
      outputs: [D.variable("out", .string)]
    )
    let module = D.module(
      variables: [D.variable("setting", .string, "a")],
      functions: [
        D.function("main", statements), worker,
        D.function(
          "helper",
          inputs: [D.variable("x", .number)],
          outputs: [D.variable("y", .number)],
          [D.log(.lit("helping")), D.assign("y", .ref("x"))]
        ),
      ],
      entryPoints: [D.stage(.instanceActivated, "main")] + entries
    )
    let runtime = ModuleRuntime(mocks: mocks, javaHost: host)
    try await runtime.importModule(module)
    let id = try await runtime.createInstance(of: D.moduleID, name: "A", logLevel: level)
    try await runtime.activate(id)
    return (runtime, id)
  }

  private func texts(_ runtime: ModuleRuntime, _ id: String) async -> [String] {
    await runtime.log(of: id).map { "\($0.level.name) \($0.message)" }
  }

  @Test func `a function that only links leaves outputs at their defaults, with a WARN`() async throws {
    let (runtime, id) = try await activated(
      Host(at: { _ in .linked(reason: "no JVM") }),
      [D.callJava("Worker", out: [("out", "got")]), D.log(.lit("got ["), .ref("got"), .lit("]"))]
    )
    #expect(
      await texts(runtime, id) == [
        "WARN Java function Worker did not run (no JVM): its outputs keep their defaults", "INFO got [  ]",
      ]
    )
    #expect(await runtime.coverage.total(.linked) == 1)
  }

  @Test func `a host that takes its time gets converted inputs and may ask back`() async throws {
    let host = Host(running: { call, environment in
      await environment.log(.info, "in \(call.inputs["in"]?.javaText ?? "?") for \(environment.instanceName)")
      let helped = await environment.invoke(module: call.module.id, function: "helper", inputs: ["x": .string("4")])
      await environment.set("setting", to: .string("b"))
      let setting = await environment.value(of: "setting")
      guard case .success(let outputs) = helped else { return .failed(.runtime("no help")) }
      return .ran(["out": .string("\(outputs["y"]?.javaText ?? "?") \(setting?.text ?? "?")")])
    })
    let (runtime, id) = try await activated(
      host,
      [D.callJava("Worker", [("in", .lit("8"))], out: [("out", "got")]), D.log(.ref("got"), .ref("setting"))]
    )
    #expect(await texts(runtime, id) == ["INFO in 8 for A", "INFO helping", "INFO 4 b b"])
    #expect(await runtime.coverage.total(.ranInJava) == 1)
  }

  /// Time passes for the function that Java code waits for, not for Java itself.
  @Test func `a function that Java code invokes may sleep`() async throws {
    let host = Host(running: { call, environment in
      switch await environment.invoke(module: call.module.id, function: "sleeper", inputs: [:]) {
      case .success: .ran(["out": .string("woken")])
      case .failure(let exception): .failed(exception)
      }
    })
    let module = D.module(
      functions: [
        D.function("main", [D.callJava("Worker", out: [("out", "got")]), D.log(.ref("got"))]),
        D.java("Worker", outputs: [D.variable("out", .string)]),
        D.function("sleeper", [D.call("starface.system", "Sleep", [("seconds", .number, .lit("5"))])]),
      ],
      entryPoints: [D.stage(.instanceActivated, "main")]
    )
    let runtime = ModuleRuntime(javaHost: host)
    try await runtime.importModule(module)
    let id = try await runtime.createInstance(of: D.moduleID, name: "A")
    let start = await runtime.now
    try await runtime.activate(id)
    #expect(await texts(runtime, id) == ["INFO woken"])
    #expect(await runtime.now - start == 5_000)
  }

  @Test func `what Java throws is logged with its frames and causes`() async throws {
    let thrown = JavaException(
      "java.lang.IllegalStateException",
      "no",
      frames: [JavaException.Frame(className: "a.Worker", method: "execute", file: "Worker.java", line: 7)],
      causes: [JavaException("java.io.IOException", "disk")]
    )
    let (runtime, id) = try await activated(Host(at: { _ in .failed(thrown) }), [D.callJava("Worker")])
    let entry = try #require(await runtime.log(of: id).first)
    let lines = entry.message.split(separator: "\n")
    #expect(lines[1] == "java.lang.IllegalStateException: no")
    #expect(lines[2] == "    at a.Worker.execute(Worker.java:7)")
    #expect(lines.contains("Caused by: java.io.IOException: disk"))
    #expect(lines.contains("    at java.base/java.lang.Thread.run(Thread.java:840)"))
  }

  @Test func `a mock answers in place of Java and of what is not emulated`() async throws {
    var mocks = MockTable()
    mocks.set(domain: D.moduleID, id: "Worker", outputs: ["out": .string("mocked")])
    mocks.set(domain: "starface.net", id: "Email") { call in
      call.arguments["to"]?.text == "a@b.c"
        ? .outputs(["successful": .boolean(true)]) : .failure(JavaException("java.io.IOException", "no route"))
    }
    let (runtime, id) = try await activated(
      Host(),
      mocks: mocks,
      [
        D.callJava("Worker", out: [("out", "got")]), D.log(.ref("got")),
        D.call("starface.net", "Email", [("to", .string, .lit("a@b.c"))], out: [("successful", "sent")]),
        D.log(.ref("sent")), D.call("starface.net", "Email", [("to", .string, .lit("x"))]),
      ]
    )
    let log = await texts(runtime, id)
    #expect(log.prefix(2) == ["INFO mocked", "INFO true"])
    #expect(log.last?.contains("java.io.IOException: no route") == true)
    #expect(
      await runtime.coverage.summary
        == "emulated 1 (2 calls: starface.system.Log2), "
        + "mocked 2 (3 calls: \(D.moduleID).Worker, starface.net.Email), not emulated 0"
    )
  }

  @Test func `an instance that saves itself in its own InstanceChanged is stopped`() async throws {
    let host = Host(running: { _, environment in
      do throws(RuntimeError) {
        try await environment.save(instance: environment.instanceID, values: ["setting": .string("again")])
      } catch {
        return .failed(.runtime("\(error)"))
      }
      return .ran([:])
    })
    let (runtime, id) = try await activated(
      host,
      entries: [D.stage(.instanceChanged, "main")],
      [D.log(.lit("changing")), D.callJava("Worker")]
    )
    // The save of InstanceActivated fires the first InstanceChanged.
    await runtime.advance(by: 1_000)
    let log = await runtime.log(of: id)
    #expect(log.filter { $0.message == "changing" }.map(\.bracket).count { $0 == "onInstanceChanged" } == 6)
    #expect(log.last?.level == .error)
    #expect(log.last?.message.contains("saves itself in its own InstanceChanged") == true)
  }

  @Test func `a Java function as the direct target of an entry point gets no parameters`() async throws {
    let seen = Mutex<[String]>([])
    let host = Host(at: { call in
      seen.withLock { $0.append(call.inputs["in"]?.javaText ?? "?") }
      return .ran(["out": .string("direct")])
    })
    let (runtime, _) = try await activated(
      host,
      entries: [
        .rpc(
          RPCEntryPoint(
            id: "e",
            name: "direct",
            function: Target(domainID: D.moduleID, id: "Worker", name: "Worker")
          )
        )
      ],
      []
    )
    #expect(try await runtime.call("A.direct", ["in": .integer(9)])["out"]?.text == "direct")
    #expect(seen.withLock { $0 } == ["3"])
  }

  @Test func `what an old revision leaves behind is named`() async throws {
    let leftover = Leftover(kind: "thread", name: "Poller", startedAt: "a.Worker.execute(Worker.java:9)")
    let (runtime, id) = try await activated(Host(left: [leftover]), [])
    let outcome = try await runtime.importModule(D.module(functions: []))
    #expect(outcome.leftovers == [leftover])
    #expect(
      await texts(runtime, id) == [
        "WARN The old revision left a thread behind: 'Poller', started at a.Worker.execute(Worker.java:9); "
          + "the appliance keeps it until it is restarted"
      ]
    )
  }

  @Test func `a list that Java changes is the designer's own; one that it only keeps is a copy`() async throws {
    let kept = Mutex<Value>(.null)
    let host = Host(running: { call, _ in
      guard case .list(let list)? = call.inputs["in"] else { return .failed(.runtime("no list")) }
      kept.withLock { $0 = .list(list) }
      list.elements.append(.string("unseen"))
      return .ranChanging(outputs: [:], inputs: ["in": .list(list.elements.dropLast() + [.string("seen")])])
    })
    let worker = D.java("Worker", inputs: [D.variable("in", .list)])
    let module = D.module(
      functions: [
        D.function(
          "main",
          [
            D.call("starface.collection.list", "CreateList", out: [("list", "l")]),
            D.callJava("Worker", [("in", .ref("l"))]), D.log(.ref("l")),
          ]
        ), worker,
      ],
      entryPoints: [D.stage(.instanceActivated, "main")]
    )
    let runtime = ModuleRuntime(javaHost: host)
    try await runtime.importModule(module)
    let id = try await runtime.createInstance(of: D.moduleID, name: "A")
    try await runtime.activate(id)
    #expect(await texts(runtime, id) == ["INFO [seen]"])
    #expect(kept.withLock { $0.javaText } == "[unseen]")
  }
}
