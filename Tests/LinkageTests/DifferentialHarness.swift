import Foundation
import TestSupport

/// Compiles and runs the Java harness that makes the judge's cases (Tests/LinkageTests/Differential).
enum DifferentialHarness {
  /// Where the judges' Java sources lie.
  static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Differential"
  )

  /// A JVM that judges, and a compiler that makes class files for it.
  struct Judge {
    /// The Java level.
    var level: Int
    var java: String
    /// The JDK that compiles for that level.
    var jdk: String

    /// The runtime of a level and the oldest JDK here that compiles for it; nil when one of them is wanting.
    init?(level: Int) {
      guard let runtime = InstalledJava.home(of: level, with: "bin/java"),
        let jdk = (level...25).lazy.compactMap({ InstalledJava.home(of: $0, with: "bin/javac") }).first
      else { return nil }
      self.level = level
      java = runtime + "/bin/java"
      self.jdk = jdk
    }
  }

  /// The cases of a seed, and what the JVM says of each; `SFM_LINK_CASES` keeps those in whose name the expression is found.
  static func run(
    seed: Int,
    count: Int,
    judge: Judge,
    in folder: String
  ) throws -> (cases: [DifferentialCase], verdicts: String) {
    let files = try FileManager.default.contentsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".java") }
      .sorted()
    let runner = ["CaseRunner.java", "HotSpotMessage.java"]
    let makers = files.filter { !runner.contains($0) }
    func compile(_ names: [String], release: Int) throws {
      let paths = names.map { sources.appendingPathComponent($0).path }
      _ = try output(judge.jdk + "/bin/javac", ["-nowarn", "--release", "\(release)", "-d", folder] + paths)
    }
    try compile(makers, release: 17)
    try compile(runner, release: min(judge.level, 11))
    let cases = folder + "/cases.bin"
    _ = try output(
      judge.jdk + "/bin/java",
      ["-cp", folder, "CaseCompiler", cases, "\(seed)", "\(count)", "\(judge.level)"] + (wanted.map { [$0] } ?? [])
    )
    return (
      try DifferentialFiles.cases(cases), try output(judge.java, ["-Xss4m", "-cp", folder, "CaseRunner", cases])
    )
  }

  /// Which cases are wanted while one of them is looked into; nil for all.
  static var wanted: String? { ProcessInfo.processInfo.environment["SFM_LINK_CASES"] }

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
