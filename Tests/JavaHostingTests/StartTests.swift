import Foundation
import JavaHosting
import ModuleRuntime
import Testing

/// How long it takes until a module's process answers, against what Java itself needs to start.
@Suite(.enabled(if: Probe.hasJava, "no JDK 17 or newer is installed"), .serialized)
struct StartTests {
  /// Issue: at most 2.5 times `java -version`; measured on a busy machine, so that the test allows twice that.
  @Test func `the first call comes back within a few starts of Java`() async throws {
    let java = try #require(Probe.java)
    let clock = ContinuousClock()
    func version() throws {
      let process = Process()
      process.executableURL = URL(filePath: java.java)
      process.arguments = ["-version"]
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
    }
    try version()
    let bare = try (0..<5).map { _ in try clock.measure { try version() } }.min() ?? .zero
    var hosted = Duration.seconds(60)
    for _ in 0..<5 {
      let probe = try await ProbeRuntime()
      let start = clock.now
      #expect(try await probe.act("count") == "1")
      hosted = min(hosted, clock.now - start)
      await probe.host.shutDown()
    }
    let probe = try await ProbeRuntime()
    try await probe.act("count")
    let calls = try await clock.measure { for _ in 0..<1000 { try await probe.act("count") } }
    await probe.host.shutDown()
    print("java -version \(bare), first call of a process \(hosted), one more call \(calls / 1000)")
    #expect(hosted < bare * 5)
  }
}
