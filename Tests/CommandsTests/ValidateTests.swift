import Foundation
import TestSupport
import Testing

@Suite struct ValidateTests {
  @Test func aSoundPackageIsClean() async throws {
    let fixture = try Fixture()
    let run = await TestWorld().run("validate", try fixture.package("greeter.sfm"))
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors == "no findings in 1 package\n")
  }

  @Test func anErrorNamesFilePlaceAndRule() async throws {
    let fixture = try Fixture()
    let run = await TestWorld().run("validate", try fixture.package("broken.sfm", isBroken: true))
    #expect(run.status == 1)
    #expect(snapshotMismatch(fixture.relative(run.output), "validate-broken.txt") == nil)
    #expect(run.errors == "1 error in 1 package\n")
  }

  @Test func quietLeavesOnlyTheResult() async throws {
    let fixture = try Fixture()
    let run = await TestWorld().run("validate", "--quiet", try fixture.package("broken.sfm", isBroken: true))
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
  }

  @Test func theWorstInputDecidesAndAllAreLookedAt() async throws {
    let fixture = try Fixture()
    let sound = try fixture.package("a.sfm")
    let broken = try fixture.package("b.sfm", isBroken: true)
    let run = await TestWorld().run("validate", sound, fixture.path("gone.sfm"), broken)
    #expect(run.status == 3)
    #expect(run.output.contains("unreadable: no such file or folder"))
    #expect(run.output.contains("[descriptor.reference.dangling]"))
    #expect(run.errors == "1 error in 3 packages, 1 unreadable\n")
  }

  @Test func resultsStandInInputOrderWhateverTheJobs() async throws {
    let fixture = try Fixture()
    let paths = try (0..<24).map { try fixture.package("p\($0).sfm", isBroken: $0 % 3 == 0) }
    let one = await TestWorld().run(["validate", "--jobs", "1"] + paths)
    let many = await TestWorld().run(["validate", "--jobs", "8"] + paths)
    #expect(one.output == many.output)
    #expect(one.status == 1)
    #expect(one.output.split(separator: "\n").filter { $0.hasSuffix(".sfm") }.count == 8)
  }

  @Test func foldersAreSearchedOnlyWhenAsked() async throws {
    let fixture = try Fixture()
    try fixture.package("modules/a.sfm")
    try fixture.package("modules/deep/b.sfm", isBroken: true)
    let folder = fixture.path("modules")
    let plain = await TestWorld().run("validate", folder)
    #expect(plain.status == 3)
    #expect(plain.output.contains("--recursive"))
    let recursive = await TestWorld().run("validate", "--recursive", folder)
    #expect(recursive.status == 1)
    #expect(recursive.errors == "1 error in 2 packages\n")
  }

  @Test func aProjectFolderIsValidatedToo() async throws {
    let fixture = try Fixture()
    let run = await TestWorld().run("validate", "--format", "github", try fixture.project("project", isBroken: true))
    #expect(run.status == 1)
    #expect(fixture.relative(run.output).hasPrefix("::error file=DIR/project/module-descriptor.xml,line="))
  }

  @Test func formatsNeverChangeTheExitCodeAndFilesGetTheirs() async throws {
    let fixture = try Fixture()
    let broken = try fixture.package("broken.sfm", isBroken: true)
    for format in ["text", "json", "sarif", "junit", "github", "markdown"] {
      let file = fixture.path("report.\(format)")
      let run = await TestWorld().run("validate", broken, "--format", format, "--output", "\(format)=\(file)")
      #expect(run.status == 1)
      #expect(try run.output == fixture.text("report.\(format)"))
    }
    let run = await TestWorld().run("validate", broken, "--output", "json=\(fixture.path("nowhere/x.json"))")
    #expect(run.status == 4)
    #expect(run.errors.contains("cannot write"))
  }

  @Test func failOnDecidesWhatFails() async throws {
    let fixture = try Fixture()
    let disabled = try Fixture.descriptor().replacing("<disabled>false</disabled>", with: "<disabled>true</disabled>")
    try fixture.write(disabled, "project/module-descriptor.xml")
    let path = fixture.path("project")
    let plain = await TestWorld().run("validate", path)
    #expect(plain.status == 0)
    #expect(!plain.output.isEmpty)
    #expect(await TestWorld().run("validate", path, "--fail-on", "notice").status == 1)
  }

  @Test(arguments: [
    ("", "zip"), ("no archive at all, but text that is long enough to be looked at", "zip"),
  ])
  func whatIsNoArchiveIsAFinding(text: String, prefix: String) async throws {
    let fixture = try Fixture()
    let run = await TestWorld().run("validate", try fixture.write(text, "x.sfm"))
    #expect(run.status == 1)
    #expect(run.output.contains("[\(prefix)."))
  }
}
