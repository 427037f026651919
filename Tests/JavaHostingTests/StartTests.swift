import JavaHosting
import ModuleRuntime
import Testing

/// When processes are started. How long it takes, `Tools/Benchmarks/measure` says.
@Suite(.enabled(if: Probe.hasJava, "no JDK 17 or newer is installed"))
struct StartTests {
  @Test func `a module's first call starts its process, and all later ones run in it`() async throws {
    let probe = try await ProbeRuntime()
    let first = try await probe.act("pid")
    var processes: Set<String?> = []
    for _ in 0..<100 { processes.insert(try await probe.act("pid")) }
    #expect(processes == [first])
    // Statics, too, say that it was one process: 101 calls came before.
    #expect(try await probe.act("count") == "102")
    await probe.host.shutDown()
  }

  @Test func `calls at once share one process, and modules do not`() async throws {
    let probe = try await ProbeRuntime()
    try await probe.addNeighbour()
    let runtime = probe.runtime
    let processes = await withTaskGroup(of: String.self) { group in
      for method in ["A.act", "N.act"] {
        for _ in 0..<8 {
          group.addTask {
            let answer = try? await runtime.call(method, ["kind": .string("pid")])["text"]?.text
            return "\(method.prefix(1)) \(answer ?? "no answer")"
          }
        }
      }
      return await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(processes.map { $0.prefix(1) }.sorted() == ["A", "N"], "\(processes)")
    #expect(Set(processes.map { $0.dropFirst(2) }).count == 2, "\(processes)")
    await probe.host.shutDown()
  }
}
