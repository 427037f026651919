import Foundation
import TestSupport
import Testing

/// Other programs that say whether a result is right.
enum OutsideJudge {
  static let python: String? = path("python3")
  static let unzip: String? = path("unzip")
  static let isMissing: Comment = "the judge is not installed"

  private static func path(_ name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What a program prints.
  static func output(_ tool: String?, _ arguments: [String]) throws -> String {
    let folder = try TemporaryFolder()
    let out = folder.path("out")
    try Data().write(to: URL(filePath: out))
    let process = Process()
    process.executableURL = URL(filePath: try #require(tool))
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: out))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try String(contentsOfFile: out, encoding: .utf8)
  }
}
