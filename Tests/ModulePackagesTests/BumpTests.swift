import Foundation
import ModuleDescriptors
import ModulePackages
import PackageFixtures
import TestSupport
import Testing

@Suite("Raising the version")
struct BumpTests {
  private func project(_ descriptor: String, _ folder: TemporaryFolder) throws -> String {
    let bytes = try FixturePackage(descriptor: descriptor).bytes()
    let path = folder.path(UUID().uuidString)
    _ = try ProjectUnpacker.unpack(PackageReader.read(bytes: bytes, path: "m.sfm").package, to: path)
    return path
  }

  @Test("a descriptor whose licence hash fits goes on fitting; nothing else in it changes")
  func fitting() async throws {
    let folder = try TemporaryFolder()
    let hash = ModuleIdentity.noLicenseID(moduleID: FixturePackage.moduleID, lastChangedTime: "1")
    let text = RoundTripTests.descriptor(files: []).replacingOccurrences(
      of: ">x</noLicenseId>",
      with: ">\(hash)</noLicenseId>"
    )
    let project = try project(text, folder)
    let built = try await ProjectBuilder.build(project, BuildOptions(bump: 5_000))
    let next = ModuleIdentity.noLicenseID(moduleID: FixturePackage.moduleID, lastChangedTime: "5000")
    let expected = text.replacingOccurrences(of: hash, with: next)
      .replacingOccurrences(of: "lastChangedTime=\"1\"", with: "lastChangedTime=\"5000\"")
      .replacingOccurrences(of: "version=\"7\"", with: "version=\"8\"")
    #expect(String(decoding: built.descriptor.write(), as: UTF8.self) == expected)
    #expect(try String(contentsOfFile: project + "/module-descriptor.xml", encoding: .utf8) == expected)
  }

  @Test("a licensed module is built as it is, but its version is not raised")
  func licensed() async throws {
    let folder = try TemporaryFolder()
    let text = RoundTripTests.descriptor(files: [])
    let project = try project(text, folder)
    let built = try await ProjectBuilder.build(project)
    #expect(built.descriptor.noLicenseID == "x")
    let error = await #expect(throws: ProjectError.self) {
      try await ProjectBuilder.build(project, BuildOptions(bump: 5_000))
    }
    #expect(error?.kind == .refused)
    #expect(error?.description.contains("noLicenseId") == true)
    #expect(try String(contentsOfFile: project + "/module-descriptor.xml", encoding: .utf8) == text)
  }

  @Test("module.yml keeps its author's form")
  func source() async throws {
    let folder = try TemporaryFolder()
    let project = folder.path("source")
    try FileManager.default.createDirectory(atPath: project, withIntermediateDirectories: true)
    let head = "# mine\nmodule:\n  id: a-b   # kept\n  name: N\n  vendor: V\n"
    let tail = "  platform: 7.3.0.5\n  created: 2026-01-01\n"
    let forms = [
      ("  version: 9 # nine\n", "  version: 10 # nine\n  changed: 2026-02-03T04:05:06Z\n"),
      ("  changed: 2026-01-02\n  version: '9'\n", "  changed: 2026-02-03T04:05:06Z\n  version: 10\n"),
    ]
    for (before, after) in forms {
      try (head + before + tail).write(toFile: project + "/module.yml", atomically: true, encoding: .utf8)
      let built = try await ProjectBuilder.build(project, BuildOptions(bump: 1_770_091_506_000))
      #expect(built.descriptor.head.version == 10)
      #expect(built.descriptor.lastChangedTime == 1_770_091_506_000)
      #expect(try String(contentsOfFile: project + "/module.yml", encoding: .utf8) == head + after + tail)
    }
    let flow = "module: {id: a, name: N, vendor: V, version: 3, platform: 7.3.0.5, created: 2026-01-01}\n"
    try flow.write(toFile: project + "/module.yml", atomically: true, encoding: .utf8)
    _ = try await ProjectBuilder.build(project, BuildOptions(bump: 1_770_091_506_000))
    let expected = flow.replacingOccurrences(of: "version: 3", with: "version: 4, changed: 2026-02-03T04:05:06Z")
    #expect(try String(contentsOfFile: project + "/module.yml", encoding: .utf8) == expected)
  }
}
