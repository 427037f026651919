import Foundation
import Glibc
import TestSupport
import Testing

/// Log files of the built tool: what is on disk when it is killed, and what a follower sees.
@Suite struct LogTests {
  private static let ticker = """
    module:
      id: 0b6f7c5a-93b0-4d0f-8d43-7a6c1f1b2c10
      name: Ticker
      title: Ticker
      vendor: Test
      version: 1
      platform: 7.3.0.5
      created: 2026-01-01T00:00:00Z
    variables: {}
    functions:
      tick:
        do:
          - log: tick
    entryPoints:
      - {timer: Tick, every: 1, period: Second, call: tick}

    """

  /// Waits for something that another process does; far longer than it takes.
  private func wait(_ condition: () throws -> Bool) async throws -> Bool {
    for _ in 0..<600 {
      if try condition() { return true }
      try await Task.sleep(for: .milliseconds(100))
    }
    return false
  }

  private func start(_ arguments: [String], output: String? = nil) throws -> Process {
    let process = Process()
    process.executableURL = Binary.url
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    if let output {
      _ = FileManager.default.createFile(atPath: output, contents: nil)
      process.standardOutput = FileHandle(forWritingAtPath: output)
    } else {
      process.standardOutput = FileHandle.nullDevice
    }
    try process.run()
    return process
  }

  private func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  @Test("kill -9 in the middle of a run loses no line that was before, and tears none") func kill() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path("ticker"), withIntermediateDirectories: true)
    try Self.ticker.write(toFile: folder.path("ticker/module.yml"), atomically: true, encoding: .utf8)
    let log = folder.path("logs/Ticker.log")
    let output = folder.path("out")
    let run = try start(
      ["run", folder.path("ticker"), "--advance", "3000d", "--log-folder", folder.path("logs")],
      output: output
    )
    let hasBegun = try await wait { text(log).utf8.count > 50_000 }
    Glibc.kill(run.processIdentifier, SIGKILL)
    run.waitUntilExit()
    #expect(hasBegun)
    #expect(run.terminationReason == .uncaughtSignal)
    let lines = text(log).split(separator: "\n").map(String.init)
    #expect(text(log).hasSuffix("\n"))
    #expect(lines.count > 500)
    let form = /\[\d{4}-\d\d-\d\d \d\d:(\d\d):(\d\d),\d{3}\] INFO \[timer Tick\] tick/
    var previous: Int?
    var gaps = 0
    for line in lines {
      let match = try #require(line.wholeMatch(of: form), "\(line)")
      let second = (Int(match.1) ?? 0) * 60 + (Int(match.2) ?? 0)
      if let previous, second != (previous + 1) % 3600 { gaps += 1 }
      previous = second
    }
    #expect(gaps == 0)
    // What reached standard output had reached the file before.
    let shown = text(output).split(separator: "\n", omittingEmptySubsequences: true).dropLast()
    #expect(shown.count <= lines.count)
    #expect(lines.starts(with: shown.map(String.init)))
  }

  @Test("a follower sees what is appended, through a rotation, and filters it") func follow() async throws {
    let folder = try TemporaryFolder()
    let log = folder.path("Modcall.log")
    func append(_ text: String) throws {
      if !FileManager.default.fileExists(atPath: log) { _ = FileManager.default.createFile(atPath: log, contents: nil) }
      let handle = try #require(FileHandle(forWritingAtPath: log))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
    }
    try append("[2019-01-02 15:16:17,310] INFO [rpc a] one\n[2019-01-02 15:16:18,310] WARN [rpc a] two\n")
    let output = folder.path("out")
    let follower = try start(["log", log, "--follow", "--level", "warn"], output: output)
    // A test's threads block signals, and what they start inherits that: only this one gets through.
    defer { Glibc.kill(follower.processIdentifier, SIGKILL) }
    #expect(try await wait { text(output).contains("two") })
    try append("[2019-01-02 15:16:19,310] ERROR [rpc a] three\n")
    try FileManager.default.moveItem(atPath: log, toPath: log + ".1")
    try append("[2019-01-02 15:16:20,310] DEBUG [rpc a] four\n[2019-01-02 15:16:21,310] WARN [rpc a] five\n")
    #expect(try await wait { text(output).contains("five") })
    #expect(text(output).split(separator: "\n").map { $0.suffix(5) } == ["] two", "three", " five"])
  }
}
