import Foundation
import TestSupport
import Testing

/// One package as other programs and other hands write it: what works on an appliance is told nothing above a notice, and
/// comes back from unpacking and building with the same entries and the same bytes.
@Suite("Packages of other writers, end to end") struct ForeignPackageTests {
  private struct Expected: Decodable {
    var rules: [String]
    var again: Bool
  }

  @Test("every form of a package") func everyForm() throws {
    let folder = try TemporaryFolder()
    let sample = Binary.root.appending(path: "SamplesModules/HelloStarface").path(percentEncoded: false)
    #expect(try Binary.run("build", sample, "-o", folder.path("hello.sfm"), "--quiet").status == 0)
    try FileManager.default.createDirectory(atPath: folder.path("forms"), withIntermediateDirectories: false)
    let script = Binary.root.appending(path: "Tests/EndToEndTests/Fixtures/foreign_packages.py")
    let made = try Outside.run(
      "python3",
      script.path(percentEncoded: false),
      folder.path("hello.sfm"),
      folder.path("forms")
    )
    try #require(made.status == 0, "\(made.output)")
    let forms = try JSONDecoder().decode([String: Expected].self, from: Data(made.output.utf8))
    #expect(forms.count >= 55)
    var again = 0
    for (name, form) in forms.sorted(by: { $0.key < $1.key }) {
      let path = folder.path("forms/\(name)")
      #expect(try Self.rules(of: path) == form.rules, "\(name)")
      #expect(try Binary.run("ls", path).status == 0, "\(name)")
      #expect(try Binary.run("inspect", path).status == 0, "\(name)")
      guard form.again else { continue }
      try Self.roundTrip(path, name, in: folder)
      again += 1
    }
    #expect(again >= 40)
  }

  /// The rules that speak above a notice.
  private static func rules(of path: String) throws -> [String] {
    let outcome = try Binary.run("validate", path, "--format", "json", "--quiet")
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let findings = try #require(document?["findings"] as? [[String: Any]], "\(path): \(outcome.errors)")
    let loud = findings.filter { $0["severity"] as? String != "notice" }
    #expect((outcome.status == 1) == loud.contains { $0["severity"] as? String == "error" }, "\(path)")
    return Set(loud.compactMap { $0["rule"] as? String }).sorted()
  }

  private static func roundTrip(_ path: String, _ name: String, in folder: TemporaryFolder) throws {
    let (project, built) = (folder.path("projects/\(name)"), folder.path("again-\(name)"))
    let unpacked = try Binary.run("unpack", path, project, "--quiet")
    #expect(unpacked.status == 0, "\(name): \(unpacked.errors)")
    let outcome = try Binary.run("build", project, "-o", built, "--quiet", "--force")
    #expect([0, 1].contains(outcome.status), "\(name): \(outcome.errors)")
    #expect(try contents(built) == contents(path), "\(name)")
  }

  /// Name and SHA-1 of every entry, as Python reads them; names as their bytes, whatever the flag says of them.
  private static func contents(_ path: String) throws -> String {
    let script = """
      import hashlib, sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as package:
        for info in sorted(package.infolist(), key=lambda info: info.filename.encode()):
          name = info.filename.encode('utf-8' if info.flag_bits & 0x800 else 'cp437')
          print(name, hashlib.sha1(package.read(info)).hexdigest())
      """
    let read = try Outside.run("python3", "-c", script, path)
    #expect(read.status == 0, "\(read.output)")
    return read.output.split(separator: "\n").sorted().joined(separator: "\n")
  }
}
