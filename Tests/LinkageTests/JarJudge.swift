import Foundation
import TestSupport

/// Compiles and runs the Java judge of real class files (Tests/LinkageTests/Differential/Jars).
struct JarJudge {
  private let java: String
  private let folder = try? TemporaryFolder()
  private let classes: String

  /// Compiles the judge with the JDK of a level; nil when there is none.
  init?(level: Int) throws {
    guard let home = InstalledJava.home(of: level, with: "bin/javac"), let folder else { return nil }
    java = home + "/bin/java"
    classes = folder.path("classes")
    let sources = DifferentialHarness.sources.appendingPathComponent("Jars")
    let files = try FileManager.default.contentsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".java") }
    let paths =
      files.sorted().map { sources.appendingPathComponent($0).path }
      + [DifferentialHarness.sources.appendingPathComponent("HotSpotMessage.java").path]
    _ = try DifferentialHarness.output(home + "/bin/javac", ["-nowarn", "-d", classes] + paths)
  }

  /// Copies the classes of a module of the JDK below a path into a jar, under another path of the same length.
  func copy(module: String, from: String, to: String, into jar: String) throws {
    _ = try DifferentialHarness.output(java, ["-cp", classes, "SampleJars", "copy", jar, module, from, to])
  }

  /// Writes a jar of the classes of others, many of them changed.
  func change(_ jars: [String], seed: Int, into jar: String) throws {
    _ = try DifferentialHarness.output(java, ["-cp", classes, "SampleJars", "change", "\(seed)", jar] + jars)
  }

  /// HotSpot has no verdict: it crashed itself over some class file.
  struct Crash: Error {
    var sets: [String]
  }

  /// What HotSpot says of each set.
  func verdicts(
    _ sets: [JarTests.JarSet]
  ) throws -> (sets: [String: JarVerdicts], thrown: [JarVerdicts.Thrown]) {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    let (list, linked, probed) = (folder.path("sets"), folder.path("linked"), folder.path("probed"))
    let lines = sets.map { ([$0.name] + $0.paths).joined(separator: "\t") + "\n" }
    try lines.joined().write(toFile: list, atomically: true, encoding: .utf8)
    let crash = folder.path("crash.log")
    let options = ["-XX:+UseSerialGC", "-XX:ErrorFile=\(crash)", "-Xmx6g", "-Xss4m", "-cp", classes, "JarJudge"]
    let unverified = ["-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"]
    for arguments in [options + ["link", list, linked], unverified + options + ["probe", list, probed, linked]] {
      _ = try DifferentialHarness.output(java, arguments)
      guard !FileManager.default.fileExists(atPath: crash) else {
        try FileManager.default.removeItem(atPath: crash)
        throw Crash(sets: sets.map(\.name))
      }
    }
    return try JarVerdicts.read(linked: linked, probed: probed)
  }
}
