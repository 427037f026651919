import Foundation
import TestSupport
import Testing

/// The tool on a terminal, which Python's pty plays: colours and nothing else that a file would not get.
@Suite("Terminal") struct TerminalTests {
  /// Runs the tool with a pseudo-terminal for all three streams; prints what arrives there.
  private static let script = """
    import os, pty, sys
    pid, terminal = pty.fork()
    if pid == 0:
      os.execv(sys.argv[1], sys.argv[1:])
    text = b''
    while True:
      try: part = os.read(terminal, 65536)
      except OSError: break
      if not part: break
      text += part
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os.write(1, text.replace(b'\\r\\n', b'\\n'))
    sys.exit(status)
    """

  private static func onTerminal(_ arguments: [String], _ environment: [String: String]) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, Binary.url.path(percentEncoded: false)] + arguments
    var inherited = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "TERM", "COLUMNS"] { inherited[name] = nil }
    process.environment = inherited.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test("colours on a terminal, unless NO_COLOR or TERM says no; none in files and documents") func colours() throws {
    let folder = try TemporaryFolder()
    try Data("no archive".utf8).write(to: folder.url.appending(path: "bad.sfm"))
    let bad = folder.path("bad.sfm")
    let cases: [(arguments: [String], environment: [String: String], isColoured: Bool)] = [
      (["validate", bad], ["TERM": "xterm"], true),
      (["validate", bad], ["TERM": "xterm", "NO_COLOR": "1"], false),
      // An empty NO_COLOR says nothing (no-color.org).
      (["validate", bad], ["TERM": "xterm", "NO_COLOR": ""], true),
      (["validate", bad], ["TERM": "dumb"], false),
      (["validate", bad, "--format", "json"], ["TERM": "xterm"], false),
      (["validate", bad, "--format", "markdown", "--quiet"], ["TERM": "xterm"], false),
      (["explain", "zip.not-a-zip"], ["TERM": "xterm"], true),
      (["validate", bad, "--output", "text=\(folder.path("report.txt"))"], ["TERM": "xterm"], true),
    ]
    for (arguments, environment, isColoured) in cases {
      let (status, text) = try Self.onTerminal(arguments, environment)
      #expect(status == (arguments[0] == "explain" ? 0 : 1), "\(arguments): \(text)")
      #expect(text.contains("zip.not-a-zip"), "\(arguments): \(text)")
      #expect(text.contains("\u{1B}[") == isColoured, "\(arguments) \(environment): \(text.debugDescription)")
    }
    let report = try String(contentsOf: folder.url.appending(path: "report.txt"), encoding: .utf8)
    #expect(report.contains("zip.not-a-zip") && !report.contains("\u{1B}"))
  }

  @Test("what stands in a package never drives the terminal") func escapes() throws {
    let folder = try TemporaryFolder()
    let script = """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1], 'w') as z: z.writestr('\\x1b]0;owned\\x07\\x1b[2J.txt', b'x')
      """
    #expect(try Outside.run("python3", "-c", script, folder.path("evil.sfm")).status == 0)
    for command in ["validate", "ls", "inspect"] {
      let (_, text) = try Self.onTerminal([command, folder.path("evil.sfm")], ["TERM": "xterm"])
      #expect(!text.contains("\u{1B}]") && !text.contains("\u{1B}[2J") && !text.contains("\u{7}"), "\(command)")
    }
  }
}
