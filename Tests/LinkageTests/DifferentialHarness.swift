import Foundation
import TestSupport

/// Compiles and runs the Java harness that makes the judge's cases (Tests/LinkageTests/Differential).
enum DifferentialHarness {
  /// Where the judges' Java sources lie.
  static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Differential"
  )

  /// The cases of a seed, and what the JVM says of each; nil when no JDK is installed.
  static func run(seed: Int, count: Int, in folder: String) throws -> (cases: [DifferentialCase], verdicts: String)? {
    guard let java = tool("java"), let javac = tool("javac") else { return nil }
    let files = try FileManager.default.contentsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".java") }
      .sorted()
    _ = try output(javac, ["-nowarn", "-d", folder] + files.map { sources.appendingPathComponent($0).path })
    let cases = folder + "/cases.bin"
    let made = try output(java, ["-cp", folder, "CaseCompiler", cases, "\(seed)", "\(count)", "17"])
    guard made.split(separator: "\t").count == 4 else { return nil }
    return (try DifferentialFiles.cases(cases), try output(java, ["-Xss4m", "-cp", folder, "CaseRunner", cases]))
  }

  /// A tool of the JDK in `JAVA_HOME`, else in the usual place of release 17, else on the path.
  static func tool(_ name: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let homes = [environment["JAVA_HOME"], "/usr/lib/jvm/java-17-openjdk-amd64"].compactMap { $0 }
    let places =
      homes.map { "\($0)/bin/\(name)" } + (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
    return places.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What a program prints.
  static func output(_ tool: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
