import Foundation
import TestSupport

/// The installed JDK: the judge of how class files are to be read.
enum JDK {
  /// Its folder; nil when there is none.
  static let home: URL? = {
    let environment = ProcessInfo.processInfo.environment
    var candidates = environment["JAVA_HOME"].map { [URL(filePath: $0)] } ?? []
    for folder in (environment["PATH"] ?? "").split(separator: ":") {
      let tool = URL(filePath: String(folder)).appending(path: "javap").resolvingSymlinksInPath()
      candidates.append(tool.deletingLastPathComponent().deletingLastPathComponent())
    }
    return candidates.first { home in
      ["bin/javap", "bin/jimage", "bin/java", "lib/modules"].allSatisfy {
        FileManager.default.fileExists(atPath: home.appending(path: $0).path(percentEncoded: false))
      }
    }
  }()

  /// Says what is left out without a JDK; the comment of every test that needs one.
  static let skipNote = "no JDK with javap and jimage: java.base (over 6000 classes) is not compared"

  /// Runs a tool of the JDK with its output in a file and returns the exit code.
  static func run(_ tool: String, _ arguments: [String], output: String) async throws -> Int32 {
    guard let home else { throw CocoaError(.fileNoSuchFile) }
    _ = FileManager.default.createFile(atPath: output, contents: nil)
    let process = Process()
    process.executableURL = home.appending(path: "bin/\(tool)")
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }

  /// All class files of `java.base`, extracted into a folder, in the order of their paths.
  static func extractJavaBase(into folder: TemporaryFolder) async throws -> [String] {
    guard let home else { return [] }
    let base = folder.path("base")
    let code = try await run(
      "jimage",
      [
        "extract", "--include", "regex:/java.base/.*\\.class", "--dir", base,
        home.appending(path: "lib/modules").path(percentEncoded: false),
      ],
      output: folder.path("jimage.log")
    )
    guard code == 0, let walk = FileManager.default.enumerator(atPath: base) else {
      throw CocoaError(.fileReadUnknown)
    }
    return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".class") }.map { base + "/" + $0 }.sorted()
  }
}

/// All bytes of a file.
func readFile(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }
