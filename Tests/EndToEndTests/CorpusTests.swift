import Foundation
import TestSupport
import Testing

/// Every real package through the binary: nothing crashes, nothing is lost.
@Suite("Real packages, end to end") struct CorpusTests {
  @Test("validated in one call: no error but missing classes") func validate() throws {
    guard !Corpus.packages.isEmpty else {
      print("skipped: the real packages of SFM_CORPUS (0 found) through sfm validate")
      return
    }
    let outcome = try Binary.run(
      ["validate", "--format", "json", "--quiet"] + Corpus.packages.map { $0.path(percentEncoded: false) }
    )
    #expect([0, 1].contains(outcome.status), "\(outcome.errors)")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    )
    let findings = try #require(document["findings"] as? [[String: Any]])
    let errors = findings.filter { $0["severity"] as? String == "error" }
    #expect(Set(errors.compactMap { $0["rule"] as? String }).isSubset(of: ["function.class.missing"]))
  }

  @Test("unpacked and built again: the same entries, the same bytes") func roundTrip() throws {
    var count = 0
    for package in Corpus.packages {
      let folder = try TemporaryFolder()
      let path = package.path(percentEncoded: false)
      #expect(try Binary.run("unpack", path, folder.path("project"), "--quiet").status == 0, "\(path)")
      let built = try Binary.run(["build", folder.path("project"), "-o", folder.path("again.sfm"), "--force"])
      // A package with a true defect is built all the same, and the defect stays an exit code.
      #expect([0, 1].contains(built.status), "\(path): \(built.errors)")
      #expect((built.status == 1) == built.errors.contains("[function.class.missing]"), "\(path): \(built.errors)")
      let (before, after) = (try Self.contents(path), try Self.contents(folder.path("again.sfm")))
      #expect(before == after && !before.isEmpty, "\(path)")
      count += 1
    }
    #expect(count == Corpus.packages.count)
    if count == 0 { print("skipped: the real packages of SFM_CORPUS (0 found) through unpack and build") }
  }

  /// Name, size and CRC of every entry, as Python's zipfile reads them.
  private static func contents(_ path: String) throws -> String {
    let script =
      "import sys,zipfile\nfor i in sorted(zipfile.ZipFile(sys.argv[1]).infolist(), key=lambda i: i.filename): print(i.filename, i.file_size, i.CRC)"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
