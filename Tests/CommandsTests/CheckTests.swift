import Foundation
import PackageFixtures
import TestSupport
import Testing

@Suite struct CheckTests {
  @Test func aModuleWithoutJavaLinksEverywhere() async throws {
    let fixture = try Fixture()
    let package = try fixture.package("greeter.sfm")
    let run = await TestWorld().run("check", package, "--platform", "7.2,7.3,10.0")
    #expect(run.status == 0)
    #expect(run.output == "module     7.2.1.1  7.3.0.8  10.0.0.4\nGreeter 3  ok       ok       ok\n")
  }

  @Test func theMatrixIsInEveryDocument() async throws {
    let fixture = try Fixture()
    let package = try fixture.package("greeter.sfm")
    let json = await TestWorld().run("check", package, "--platform", "7.3", "--format", "json").output
    #expect(json.contains("\"matrix\": {\n    \"platforms\": [\"7.3.0.8\"]"))
    let junit = await TestWorld().run("check", package, "--platform", "7.2..7.3", "--format", "junit").output
    #expect(junit.contains("name=\"7.2.0.4\"/>"))
    let markdown = await TestWorld().run("check", package, "--platform", "7.3", "--format", "markdown").output
    #expect(markdown.contains("| Greeter 3 | ok |"))
  }

  @Test func anUnknownVersionIsAUsageError() async throws {
    let fixture = try Fixture()
    let run = await TestWorld().run("check", try fixture.package("a.sfm"), "--platform", "7.9")
    #expect(run.status == 2)
    #expect(run.errors.contains("nearest"))
  }

  @Test func oneCellIsExplained() async throws {
    let fixture = try Fixture()
    let package = try fixture.package("a.sfm")
    let run = await TestWorld().run("check", package, "--platform", "7.2,7.3,10.0", "--explain", "7.3")
    #expect(run.status == 0)
    #expect(fixture.relative(run.errors).contains("DIR/a.sfm on 7.3.0.8: 0 classes, 0 references judged, 0 unknown\n"))
    #expect(!run.errors.contains(" on 10.0.0.4"))
    let other = await TestWorld().run("check", package, "--platform", "7.2,7.3", "--explain", "9.0")
    #expect(other.status == 2)
    #expect(other.errors.contains("--explain 9.0: not among the platforms of this run, which are 7.2.1.1, 7.3.0.8"))
  }

  @Test func serviceFilesNameClassesThatExist() async throws {
    let fixture = try Fixture()
    var package = FixturePackage(descriptor: try Fixture.descriptor(isBroken: false))
    package.jars["lib/services.jar"] = [
      "META-INF/services/java.lang.Runnable": Array("# none\njava.lang.Thread\norg.example.Gone # lost\n".utf8)
    ]
    let path = try fixture.write(Data(try package.bytes()), "services.sfm")
    let run = await TestWorld().run("check", path, "--platform", "java:17")
    #expect(run.output.contains("lib/services.jar!/META-INF/services/java.lang.Runnable:3: "))
    #expect(
      run.output.contains(
        "java.util.ServiceConfigurationError: java.lang.Runnable: Provider org.example.Gone not found"
      )
    )
    #expect(!run.output.contains("java.lang.Thread"))
    // Of an observed platform's other classes nothing is known.
    #expect(!(await TestWorld().run("check", path, "--platform", "7.3")).output.contains("org.example.Gone"))
  }

  @Test func theConfigurationNamesThePlatforms() async throws {
    let fixture = try Fixture()
    try fixture.write("platforms: [\"7.3\"]\n", ".sfm.yml")
    let run = await TestWorld().run("check", try fixture.package("a.sfm"))
    #expect(run.output.hasPrefix("module     7.3.0.8\n"))
  }

  @Test func smokeRunsTheModuleOnEachPlatform() async throws {
    let fixture = try Fixture()
    let sound = try fixture.package("greeter.sfm")
    let run = await TestWorld().run("smoke", sound, "--platform", "8.1,10.0")
    #expect(run.status == 0)
    let broken = try fixture.package("broken.sfm", isBroken: true)
    let both = await TestWorld().run("smoke", sound, broken, "--platform", "10.0")
    #expect(both.status == 1)
    #expect(both.output.contains("[descriptor.reference.dangling]"))
    #expect(both.output.contains("[run.refused]"))
    #expect(both.output.contains("fails"))
  }

  /// The public builds for 7.2 call a getLog that 7.3 does not have (issue's judge c).
  @Test(.enabled(if: !Corpus.packages.isEmpty, "SFM_CORPUS names no packages"))
  func realBuildsForSevenTwoBreakOnSevenThree() async throws {
    let path = try #require(
      Corpus.packages.map { $0.path(percentEncoded: false) }.first { $0.hasSuffix("7.2.X/PRTG_Monitor_v117.sfm") }
    )
    let run = await TestWorld().run("check", path, "--platform", "7.2,7.3")
    #expect(run.status == 1)
    #expect(
      run.output.contains("NoSuchMethodError: de.vertico.starface.module.core.runtime.IRuntimeEnvironment.getLog()")
    )
    #expect(run.output.contains("breaks at 7.3.0.8, last good 7.2.1.1"))
  }

  @Test(.enabled(if: !Corpus.packages.isEmpty, "SFM_CORPUS names no packages"))
  func realPackagesLinkOnThePlatformThatWroteThem() async throws {
    var checked = 0
    var broken: [String] = []
    for package in Corpus.packages {
      let path = package.path(percentEncoded: false)
      let text = await TestWorld().run("inspect", path, "--format", "json").output
      guard let range = text.firstRange(of: "\"createdWith\": \"STARFACE ") else { continue }
      let version = String(text[range.upperBound...].prefix { $0 != "\"" })
      let run = await TestWorld().run("check", path, "--platform", version)
      if run.status == 2 { continue }
      checked += 1
      if run.status != 0 { broken.append(package.lastPathComponent) }
    }
    #expect(checked >= 60)
    #expect(broken == [])
  }
}
