import JavaHosting
import ModuleRuntime
import Testing

/// Java functions that end their process, or have to be ended with it: the runtime and other calls go on.
@Suite(.enabled(if: Probe.hasJava, "no JDK 17 or newer is installed"))
struct EndingTests {
  /// A function that goes wrong: what `Act` is told, what the ERROR says, the place that it names, and whether the process
  /// ends with it.
  struct Case {
    var kind: String
    var object = Value.null
    var says: String
    var place: String?
    var endsProcess = true
  }

  static let cases = [
    Case(kind: "exit", says: "System.exit ends its Java process", place: "exit"),
    Case(kind: "exit elsewhere", says: "System.exit ends its Java process"),
    Case(kind: "exit slowly", says: "System.exit ends its Java process"),
    Case(kind: "halt", says: "its Java process ended with status 4"),
    Case(kind: "crash", says: "its Java process ended with signal 6: # # A fatal error has been detected"),
    Case(kind: "loop", says: "it ran longer than 3.0 seconds", place: "loop"),
    Case(
      kind: "deadlock",
      says: "in a deadlock: 'first' waits for java.lang.Object held by 'second'",
      place: "deadlock"
    ),
    Case(kind: "hunger", says: "java.lang.OutOfMemoryError: Java heap space"),
    Case(
      kind: "direct hunger",
      says: "java.lang.OutOfMemoryError: Cannot reserve 1048576 bytes of direct buffer memory"
    ),
    Case(kind: "flood", says: "it wrote more than 200000 bytes", place: "flood"),
    Case(kind: "raw flood", says: "its Java process wrote too much around System.out"),
    Case(kind: "knot", says: "java.lang.OutOfMemoryError: Java heap space"),
    Case(kind: "forge", object: .string("nonsense"), says: "is no message of the host"),
    Case(kind: "forge", object: .string("empty"), says: "is no message of the host"),
    Case(kind: "forge", object: .string("endless"), says: "is no message of the host"),
    Case(kind: "forge", object: .string("counts"), says: "is no message of the host"),
    Case(kind: "forge", object: .string("depth"), says: "is no message of the host"),
    Case(kind: "forge", object: .string("log"), says: "its Java process wrote more than its calls may"),
    Case(kind: "forge", object: .string("questions"), says: "the Java function was ended: it"),
    Case(kind: "mute", says: "java.lang.AssertionError: no words", endsProcess: false),
    Case(
      kind: "spawn",
      says: "java.lang.NoClassDefFoundError: programs are not started here unless it is allowed (--allow-programs)",
      place: "spawn",
      endsProcess: false
    ),
    Case(kind: "open", object: .integer(9), says: "java.net.", place: "open", endsProcess: false),
    Case(kind: "look up", says: "java.net.UnknownHostException: example.org", place: "look up", endsProcess: false),
  ]

  @Test func `each ends with an ERROR, the next call runs, and another module never notices`() async throws {
    let probe = try await ProbeRuntime { configuration in
      configuration.limits.wallTime = .seconds(3)
      configuration.limits.heapBytes = 32 << 20
    }
    try await probe.addNeighbour()
    var (ran, ended, calls) = (0, 0, 0)
    for each in Self.cases {
      let name = "\(each.kind) \(each.object.text)"
      // Statics are fresh after each process that ended.
      #expect(try await probe.act("count") == "\(calls + 1)", "before \(name)")
      let thrown = try await probe.failure(each.kind, each.object)
      #expect(thrown?.text.contains(each.says) == true, "\(name): \(thrown?.text ?? "nothing")")
      if let place = each.place {
        let line = try Probe.line(place)
        let found = thrown?.frames.contains { $0.file == "Act.java" && $0.line == line }
        #expect(found == true, "\(name): \(thrown?.frames.map(\.text) ?? [])")
      }
      ran += 1
      ended += each.endsProcess ? 1 : 0
      calls = each.endsProcess ? 0 : calls + 2
      let neighbour = try await probe.runtime.call("N.act", ["kind": .string("count")])["text"]?.text
      #expect(neighbour == "\(ran)", "after \(name)")
    }
    #expect(ran == 23)
    #expect(ended == 19)
    #expect(try await probe.act("count") == "\(calls + 1)")
    let lines = await probe.lines()
    #expect(lines.count { $0.hasPrefix("ERROR Cause:") } == ran)
    let anew = lines.filter { $0.hasPrefix("WARN The Java process of module Probe is started anew") }
    #expect(anew.count == ended)
    for reason in ["System.exit", "status 4", "signal 6", "longer than 3.0 seconds", "more than 200000 bytes"] {
      #expect(anew.contains { $0.contains(reason) }, "\(reason)")
    }
    await probe.host.shutDown()
  }

  @Test func `an output that is too large is an ERROR, and its process goes on`() async throws {
    let probe = try await ProbeRuntime { $0.limits.heapBytes = 256 << 20 }
    #expect(try await probe.act("count") == "1")
    let thrown = try await probe.failure("giant")
    #expect(thrown?.text == "java.io.IOException: a value of 73400320 bytes is more than the 67108864 that pass")
    #expect(try await probe.act("count") == "3")
    await probe.host.shutDown()
  }

  @Test func `programs start where they are allowed`() async throws {
    let probe = try await ProbeRuntime { $0.allowsPrograms = true }
    #expect(try await probe.failure("spawn") == nil)
    await probe.host.shutDown()
  }

  @Test func `a thread that outlives its call logs and asks for the instance that started it`() async throws {
    let probe = try await ProbeRuntime()
    try await probe.runtime.activate(
      try await probe.runtime.createInstance(of: Probe.moduleID, name: "B")
    )
    try await probe.act("stay")
    _ = try await probe.runtime.call("B.act", ["kind": .string("release")])
    let lines = await probe.lines()
    for line in ["ERROR still here", "ERROR of A", "INFO [System.out] printed late"] {
      #expect(lines.contains(line), "\(line): \(lines)")
    }
    await probe.host.shutDown()
  }

  @Test func `what a thread does after its call is an ERROR of the instance that started it`() async throws {
    let probe = try await ProbeRuntime()
    let other = try await probe.runtime.createInstance(of: Probe.moduleID, name: "B")
    try await probe.runtime.activate(other)
    try await probe.act("stay", .string("flood"))
    await #expect(throws: RuntimeError.self) {
      _ = try await probe.runtime.call("B.act", ["kind": .string("release")])
    }
    let blamed = try #require(await probe.lines().first { $0.hasPrefix("ERROR") })
    #expect(blamed.hasPrefix("ERROR A thread that a Java function left behind: the Java function was ended: it wrote"))
    #expect(blamed.hasSuffix("(Act.java:\(try Probe.line("stray") ?? 0))"), "\(blamed)")
    let hit = await probe.runtime.log(of: other).filter { $0.level == .error }.map(\.message)
    #expect(hit.count == 1)
    #expect(hit.first?.contains("another call of the module ended their Java process") == true, "\(hit)")
    await probe.host.shutDown()
  }

  @Test func `threads, timers, pools and subscriptions left behind are named with the place that made them`()
    async throws
  {
    let probe = try await ProbeRuntime()
    try await probe.act("leave")
    let outcome = try await probe.runtime.importPackage(try await Probe.package())
    let place = { (name: String) in
      "org.example.probe.Act.leave(Act.java:\(try Probe.line(name) ?? 0))"
    }
    var left = outcome.leftovers
    // The pool's thread is made by the lambda that javac numbers as it likes.
    let pool = left.firstIndex { $0.name == "Pool" }
    let made = pool.map { left.remove(at: $0) }
    #expect(made?.kind == "timer")
    #expect(try made?.startedAt.hasSuffix("(Act.java:\(Probe.line("pool") ?? 0))") == true, "\(made?.startedAt ?? "")")
    #expect(
      try Set(left) == [
        Leftover(
          kind: "event subscription",
          name: "de.starface.core.component.events.StarfaceEventService.subscribe(org.example.probe.Act$Listener)",
          startedAt: place("subscribe")
        ),
        Leftover(kind: "thread", name: "Poller", startedAt: place("poller")),
        Leftover(kind: "timer", name: "Ticker", startedAt: place("ticker")),
      ]
    )
    await probe.host.shutDown()
  }

  @Test func `a method that is gone is the JVM's own error at its call site`() async throws {
    let package = try await Probe.package(replacing: ["Helper.class": try HelperClass.withoutMethod()])
    let probe = try await ProbeRuntime(package: package)
    let thrown = try #require(try await probe.failure("missing"))
    #expect(thrown.text == "java.lang.NoSuchMethodError: 'int org.example.probe.Helper.gone()'")
    #expect(try thrown.frames.first?.line == Probe.line("missing"))
    await probe.host.shutDown()
  }

  @Test func `no Java that is new enough is said, with what is needed`() async throws {
    let error = await #expect(throws: JavaHostingError.self) {
      _ = try await JavaProcessHost(Probe.configuration { $0.javaLevel = 99 })
    }
    #expect(error?.description.hasPrefix("Java 99 or newer is needed") == true)
    let none = await #expect(throws: JavaHostingError.self) {
      _ = try await JavaProcessHost(Probe.configuration { $0.javaFolders = [] })
    }
    #expect(none?.description.contains("no Java was found") == true)
  }
}
