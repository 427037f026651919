import ClassFiles
import Foundation
import PackageFixtures
import TestSupport
import Testing

/// The matrix over a line of platform versions: where it breaks, why, and what is done about it.
@Suite struct VerdictTests {
  private static let environment = "de/vertico/starface/module/core/runtime/IRuntimeEnvironment"

  /// A jar with a class compiled against 7.2, whose `getLog` returns what 7.3 does not, and, if asked for, a broken one.
  private func jar(_ fixture: Fixture, isBroken: Bool = false) throws -> String {
    var builder = ClassBuilder("app/Poll")
    builder.addMethod("execute", "(L\(Self.environment);)V") { code in
      code.line(110)
      code.emit(.aload_1)
      code.invoke(.invokeinterface, Self.environment, "getLog", "()Lorg/apache/commons/logging/Log;")
      code.emit(.pop)
      code.emit(.return)
    }
    var entries = ["app/Poll.class": try builder.build()]
    if isBroken { entries["app/Broken.class"] = Array(try builder.build().prefix(100)) }
    return try fixture.write(Data(FixturePackage.jar(entries)), "poll.jar")
  }

  private static let message =
    "java.lang.NoSuchMethodError: de.vertico.starface.module.core.runtime.IRuntimeEnvironment.getLog()Lorg/apache/commons/logging/Log;"

  @Test func firstBrokenAndLastGood() async throws {
    let fixture = try Fixture()
    let path = try jar(fixture)
    let run = await TestWorld().run("check", path, "--platform", "7.2..7.3")
    #expect(run.status == 1)
    #expect(run.output.contains("breaks at 7.3.0.5, last good 7.2.1.1"))
    #expect(run.output.contains(Self.message))
    #expect(run.output.contains("app/Poll.class:110"))
    #expect(run.output.contains("its result type is now org.apache.logging.log4j.Logger"))
    #expect(await TestWorld().run("check", path, "--platform", "7.2").status == 0)
    // One cell, in full.
    let cell = await TestWorld().run("check", path, "--platform", "7.2..7.3", "--explain", "7.3")
    #expect(cell.errors.contains("on 7.3.0.8: 1 class, 1 reference judged, 0 unknown"))
    #expect(!cell.errors.contains("on 7.2.1.1"))
  }

  @Test func everyFormatTellsIt() async throws {
    let fixture = try Fixture()
    let path = try jar(fixture)
    for format in ["text", "json", "sarif", "junit", "github", "markdown"] {
      let run = await TestWorld().run("check", path, "--platform", "7.2,7.3", "--format", format)
      #expect(run.status == 1, "\(format)")
      #expect(run.output.contains("link.method.missing"), "\(format)")
      #expect(run.output.contains("getLog"), "\(format)")
      #expect(run.output.contains("7.3.0.8"), "\(format)")
    }
    let json = await TestWorld().run("check", path, "--platform", "7.3", "--format", "json").output
    for part in [
      "\"error\": \"java.lang.NoSuchMethodError\"", "\"certainty\": \"possible\"", "\"line\": 110",
      "\"symbol\": \"\(Self.environment).getLog()Lorg/apache/commons/logging/Log;\"",
    ] {
      #expect(json.contains(part), "\(part)")
    }
  }

  @Test func baselineAndSuppression() async throws {
    let fixture = try Fixture()
    let path = try jar(fixture)
    let baseline = fixture.path("baseline.json")
    let written = await TestWorld().run(
      "check",
      path,
      "--platform",
      "7.3",
      "--baseline",
      baseline,
      "--update-baseline"
    )
    #expect(written.status == 0)
    let hidden = await TestWorld().run("check", path, "--platform", "7.3", "--baseline", baseline)
    #expect(hidden.status == 0)
    #expect(hidden.errors.contains("in the baseline"))
    let rule = "suppressions:\n  - rule: link.method.missing\n    symbol: \"*getLog*\"\n"
    try fixture.write(rule + "    because: the log is optional\n", ".sfm.yml")
    let suppressed = await TestWorld().run("check", path, "--platform", "7.3")
    #expect(suppressed.status == 0)
    #expect(suppressed.errors.contains("1 suppressed"))
    try fixture.write(rule, ".sfm.yml")
    let silent = await TestWorld().run("check", path, "--platform", "7.3")
    #expect(silent.status == 2)
    #expect(silent.errors.contains("because"))
  }

  /// A broken class is told, the others are checked all the same.
  /// The verdict of a cell and the exit code leave the same aside, and the cell says so.
  @Test func whatIsAcceptedBreaksNoCell() async throws {
    let fixture = try Fixture()
    let path = try jar(fixture)
    func check(_ words: String...) async -> TestWorld.Outcome {
      await TestWorld().run(["check", path, "--platform", "7.2,7.3"] + words)
    }
    #expect(await check("--format", "json").output.contains("\"firstBroken\": \"7.3.0.8\""))
    let accepted = [
      "suppressions:\n  - rule: link.*\n    because: known\n", "severities:\n  link.method.missing: notice\n",
    ]
    for text in accepted {
      try fixture.write(text, ".sfm.yml")
      let run = await check("--fail-on", "error")
      #expect(run.status == 0)
      #expect(run.output.contains(" ok               7.2.1.1\n  ok (1 accepted)  7.3.0.8\n"), "\(text)")
      let json = await check("--format", "json").output
      #expect(json.contains("\"accepted\": 1"), "\(text)")
      #expect(json.contains("\"lastGood\": \"7.3.0.8\"") && !json.contains("firstBroken"), "\(text)")
    }
    try fixture.write("", ".sfm.yml")
    let baseline = fixture.path("accepted.json")
    _ = await check("--baseline", baseline, "--update-baseline")
    let hidden = await check("--baseline", baseline)
    #expect(hidden.status == 0)
    #expect(hidden.output.contains(" ok               7.2.1.1\n  ok (1 accepted)  7.3.0.8\n"))
  }

  @Test func aBrokenClassBesidesOthers() async throws {
    let fixture = try Fixture()
    let path = try jar(fixture, isBroken: true)
    let run = await TestWorld().run("check", path, "--platform", "7.3")
    #expect(run.status == 1)
    #expect(run.output.contains("java.lang.ClassFormatError: Truncated class file"))
    #expect(run.output.contains("app/Broken.class"))
    #expect(run.output.contains(Self.message))
  }
}
