import JavaHosting
import ModuleRuntime
import Testing

/// Java functions that end their process, or have to be ended with it: the runtime and other calls go on.
@Suite(.enabled(if: Probe.hasJava, "no JDK 17 or newer is installed"))
struct EndingTests {
  /// What `Act` is told, what the ERROR says, and the place that it names.
  static let cases: [(kind: String, message: String, place: String?)] = [
    ("exit", "System.exit ends its Java process", "exit"),
    ("exit elsewhere", "System.exit ends its Java process", nil),
    ("halt", "its Java process ended with status 4", nil),
    ("loop", "it ran longer than 3.0 seconds", "loop"),
    ("hunger", "Java heap space", nil),
    ("flood", "it wrote more than 200000 bytes", nil),
    ("raw flood", "its Java process wrote too much around System.out", nil),
    ("deadlock", "in a deadlock: 'first' waits for java.lang.Object held by 'second'", "deadlock"),
  ]

  @Test func `each ends with an ERROR, and the next call runs in a fresh process`() async throws {
    let probe = try await ProbeRuntime { configuration in
      configuration.limits.wallTime = .seconds(3)
      configuration.limits.heapBytes = 32 << 20
    }
    var ran = 0
    for (kind, message, place) in Self.cases {
      #expect(try await probe.act("count") == "1", "before \(kind)")
      let thrown = try await probe.failure(kind)
      #expect(thrown?.message?.contains(message) == true, "\(kind): \(thrown?.text ?? "nothing")")
      if let place {
        let line = try Probe.line(place)
        let found = thrown?.frames.contains { $0.file == "Act.java" && $0.line == line }
        #expect(found == true, "\(kind): \(thrown?.frames.map(\.text) ?? [])")
      }
      ran += 1
    }
    #expect(ran == 8)
    #expect(try await probe.act("count") == "1")
    let anew = await probe.lines().filter { $0.hasPrefix("WARN The Java process of module Probe is started anew") }
    #expect(anew.count == 8)
    await probe.host.shutDown()
  }

  @Test func `threads, timers and pools left behind are named with the place that made them`() async throws {
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
