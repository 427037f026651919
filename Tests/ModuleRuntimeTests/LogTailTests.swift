import Foundation
import TestSupport
import Testing

@testable import ModuleRuntime

/// Following a log while it is written.
@Suite struct LogTailTests {
  private func line(_ number: Int) -> String {
    "[2019-01-02 15:16:17,\(number + 100)] INFO [timer Poll] line \(number)"
  }

  private func append(_ text: String, _ path: String) throws {
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  @Test func `an entry comes when it is whole`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("x.log")
    try "\(line(0))\n  more\n\(line(1))".write(toFile: path, atomically: false, encoding: .utf8)
    let tail = try LogTail(path: path, instance: "x")
    #expect(tail.poll().isEmpty)
    #expect(tail.poll().isEmpty)
    #expect(tail.poll().map(\.message) == ["line 0\n  more"])
    try append("\n", path)
    #expect(tail.poll().isEmpty)
    #expect(tail.poll().isEmpty)
    #expect(tail.poll().map(\.message) == ["line 1"])
    #expect(tail.poll().isEmpty)
    try append(line(2) + "\n" + line(3) + "\n", path)
    #expect(tail.poll().map(\.message) == ["line 2"])
  }

  @Test func `nothing is lost when the file is rotated`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("x.log")
    let file = try RotatingLogFile(path: path, limit: 400, keep: 100)
    try file.append(line(0))
    let tail = try LogTail(path: path)
    var seen: [String] = []
    var written = 1
    // At most one rotation lies between two looks: a file holds seven lines.
    for batch in 0..<60 {
      for _ in 0..<(batch % 7) {
        try file.append(line(written))
        written += 1
      }
      seen += tail.poll().map(\.message)
    }
    for _ in 0..<3 { seen += tail.poll().map(\.message) }
    #expect(seen == (0..<written).map { "line \($0)" })
    #expect(written > 150)
    #expect(FileManager.default.fileExists(atPath: path + ".20"))
  }

  @Test func `a truncated file is read from its start, and one that is gone for a while is waited for`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("x.log")
    try "\(line(0))\n\(line(1))\n".write(toFile: path, atomically: false, encoding: .utf8)
    let tail = try LogTail(path: path)
    #expect(tail.poll().map(\.message) == ["line 0"])
    try #require(FileHandle(forWritingAtPath: path)).truncate(atOffset: 0)
    try append(line(2) + "\n", path)
    #expect(tail.poll().map(\.message) == ["line 1"])
    try FileManager.default.removeItem(atPath: path)
    _ = tail.poll()
    #expect(tail.poll().map(\.message) == ["line 2"])
    try "\(line(3))\n\(line(4))\n".write(toFile: path, atomically: false, encoding: .utf8)
    #expect(tail.poll().map(\.message) == ["line 3"])
    #expect(throws: RotatingLogFile.Problem.self) { try LogTail(path: folder.path("none.log")) }
  }
}
