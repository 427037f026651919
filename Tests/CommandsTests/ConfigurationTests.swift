import Foundation
import TestSupport
import Testing

@Suite struct ConfigurationTests {
  private static let suppression = """
    suppressions:
      - rule: descriptor.reference.*
        symbol: nobody
        because: the platform declares it
        until: 2026-12-31

    """

  @Test func theNearestFileUpwardsCounts() async throws {
    let fixture = try Fixture()
    try fixture.write(Self.suppression, ".sfm.yml")
    let broken = try fixture.package("modules/deep/broken.sfm", isBroken: true)
    let run = await TestWorld().run("validate", broken)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors == "no findings in 1 package (1 suppressed)\n")
  }

  @Test func aRepositoryEndsTheSearch() async throws {
    let fixture = try Fixture()
    try fixture.write(Self.suppression, ".sfm.yml")
    try fixture.write("", "repository/.git/HEAD")
    let run = await TestWorld().run("validate", try fixture.package("repository/broken.sfm", isBroken: true))
    #expect(run.status == 1)
  }

  @Test func aSuppressionEndsWithItsLastDay() async throws {
    let fixture = try Fixture()
    try fixture.write(Self.suppression, ".sfm.yml")
    let broken = try fixture.package("broken.sfm", isBroken: true)
    var world = TestWorld()
    world.now += 60 * 86_400
    let run = await world.run("validate", broken)
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "this suppression has expired: rule `descriptor.reference.*`, symbol `nobody`, until 2026-12-31"
      )
    )
  }

  @Test func whatCoversNothingIsSaid() async throws {
    let fixture = try Fixture()
    try fixture.write(Self.suppression, ".sfm.yml")
    let run = await TestWorld().run("validate", try fixture.package("a.sfm"))
    #expect(run.status == 0)
    #expect(run.errors.contains("this suppression covers nothing"))
  }

  @Test func severitiesAndFailOnAreTaken() async throws {
    let fixture = try Fixture()
    let broken = try fixture.package("broken.sfm", isBroken: true)
    let config = try fixture.write("severities:\n  descriptor.reference.dangling: warning\n", "my.yml")
    #expect(await TestWorld().run("validate", broken, "--config", config).status == 0)
    try fixture.write("fail-on: warning\nseverities:\n  descriptor.reference.dangling: warning\n", "my.yml")
    #expect(await TestWorld().run("validate", broken, "--config", config).status == 1)
    #expect(await TestWorld().run("validate", broken, "--config", config, "--fail-on", "error").status == 0)
  }

  @Test func everyMistakeIsToldWithItsLineAndTheNearestWord() async throws {
    let fixture = try Fixture()
    let config = try fixture.write(
      """
      platfroms: [7.3]
      fail-on: fatal
      severities:
        zip.entry.duplicat: warning
        zip.entry.duplicate: loud
      suppressions:
        - rule: zip.*
        - symbol: x
          because: why not
        - rule: nothing.like.this
          because: y
          untill: 2026-01-01
        - rule: zip.*
          because: z
          until: tomorrow

      """,
      "bad.yml"
    )
    let run = await TestWorld().run("validate", try fixture.package("a.sfm"), "--config", config)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(snapshotMismatch(fixture.relative(run.errors), "configuration-mistakes.txt") == nil)
  }

  @Test(arguments: ["a: [", "- x", "a: 1\na: 2", "\t- x", "&a [*a]"])
  func brokenYAMLIsAUsageError(text: String) async throws {
    let fixture = try Fixture()
    let config = try fixture.write(text, "bad.yml")
    let run = await TestWorld().run("validate", try fixture.package("a.sfm"), "--config", config)
    #expect(run.status == 2)
    #expect(run.errors.contains("bad.yml"))
  }

  @Test func printConfigGivesBackAnEqualConfiguration() async throws {
    let fixture = try Fixture()
    let package = try fixture.package("a.sfm")
    let defaults = await TestWorld().run("validate", package, "--print-config")
    #expect(defaults.status == 0)
    #expect(defaults.output.contains("platforms: [\"all\"]\n"))
    let config = try fixture.write(
      Self.suppression + "platforms: 7.2, 8.0..9.0\nfail-on: notice\nseverities: {zip.entry.duplicate: warning}\n",
      "my.yml"
    )
    let first = await TestWorld().run("validate", package, "--print-config", "--config", config).output
    try fixture.write(first, "my.yml")
    let second = await TestWorld().run("validate", package, "--print-config", "--config", config).output
    #expect(first == second)
    #expect(first.contains("platforms: [\"7.2\", \"8.0..9.0\"]\n"))
    #expect(first.contains("    because: \"the platform declares it\"\n"))
  }

  @Test func theBaselineHidesAcceptedFindings() async throws {
    let fixture = try Fixture()
    let broken = try fixture.package("broken.sfm", isBroken: true)
    let baseline = fixture.path("baseline.json")
    let missing = await TestWorld().run("validate", broken, "--baseline", baseline)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("--update-baseline writes it"))
    let update = await TestWorld().run("validate", broken, "--baseline", baseline, "--update-baseline")
    #expect(update.status == 0)
    #expect(update.errors.hasSuffix("1 finding accepted\n"))
    let hidden = await TestWorld().run("validate", broken, "--baseline", baseline)
    #expect(hidden.status == 0)
    #expect(hidden.errors == "no findings in 1 package (1 in the baseline)\n")
    let fixed = await TestWorld().run("validate", try fixture.package("sound.sfm"), "--baseline", baseline)
    #expect(fixed.errors.contains("1 baseline entry no longer found"))
  }

  /// What nobody can have accepted one by one is not read.
  @Test func aVastBaselineIsRefused() async throws {
    let fixture = try Fixture()
    let vast = try fixture.write(Data(repeating: UInt8(ascii: " "), count: 17 << 20), "vast.json")
    let run = await TestWorld().run("validate", try fixture.package("sound.sfm"), "--baseline", vast)
    #expect(run.status == 2)
    #expect(run.errors.contains("vast.json") && run.errors.contains("16777216 bytes"), "\(run.errors)")
  }
}
