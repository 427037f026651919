import Foundation
import TestSupport
import Testing

@Suite struct ProjectTests {
  @Test func unpackThenBuildGivesTheSameEntries() async throws {
    let fixture = try Fixture()
    let package = try fixture.package("greeter.sfm")
    let unpack = await TestWorld().run("unpack", package, fixture.path("project"))
    #expect(unpack.status == 0)
    let built = fixture.path("built.sfm")
    let build = await TestWorld().run("build", fixture.path("project"), "-o", built)
    #expect(build.status == 0)
    #expect(build.errors.contains("Greeter 3"))
    let before = await TestWorld().run("ls", package, "--format", "json").output
    let after = await TestWorld().run("ls", built, "--format", "json").output
    let crcs = { (text: String) in
      text.split(separator: "\n").filter { $0.contains("\"crc\"") || $0.contains("\"path\"") }
    }
    #expect(crcs(before) == crcs(after))
  }

  @Test func aFolderThatIsNotEmptyIsLeftAlone() async throws {
    let fixture = try Fixture()
    let package = try fixture.package("greeter.sfm")
    try fixture.write("mine", "project/notes.txt")
    let refused = await TestWorld().run("unpack", package, fixture.path("project"))
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--force"))
    #expect(await TestWorld().run("unpack", package, fixture.path("project"), "--force").status == 0)
    #expect(try fixture.text("project/notes.txt") == "mine")
  }

  @Test func nothingIsWrittenWhenTheModuleHasErrors() async throws {
    let fixture = try Fixture()
    let project = try fixture.project("project", isBroken: true)
    let built = fixture.path("built.sfm")
    let build = await TestWorld().run("build", project, "-o", built)
    #expect(build.status == 1)
    #expect(build.errors.contains("[descriptor.reference.dangling]"))
    #expect(!FileManager.default.fileExists(atPath: built))
    #expect(await TestWorld().run("build", project, "-o", built, "--force").status == 1)
    #expect(FileManager.default.fileExists(atPath: built))
  }

  @Test func aBadEpochIsAUsageError() async throws {
    let fixture = try Fixture()
    let project = try fixture.project("project")
    let build = await TestWorld(environment: ["SOURCE_DATE_EPOCH": "yesterday"]).run("build", project)
    #expect(build.status == 2)
    #expect(build.errors.contains("SOURCE_DATE_EPOCH"))
  }
}
