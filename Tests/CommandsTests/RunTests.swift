import Foundation
import TestSupport
import Testing

@Suite struct RunTests {
  @Test func theLogGoesToStandardOutput() async throws {
    let fixture = try Fixture()
    let package = try fixture.package("greeter.sfm")
    let run = await TestWorld(environment: ["TZ": "UTC"]).run(
      "run",
      package,
      "--set",
      "Name=Berta",
      "--fire",
      "InstanceChanged"
    )
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.hasSuffix("INFO [onInstanceChanged] Hello Berta") == true)
    #expect(run.errors.contains("emulated 1"))
  }

  @Test func quietLeavesOnlyTheLog() async throws {
    let fixture = try Fixture()
    let run = await TestWorld().run("run", "--quiet", try fixture.package("greeter.sfm"), "--fire", "InstanceChanged")
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("Hello World"))
  }

  @Test func whatTheModuleDoesNotHaveIsSaid() async throws {
    let fixture = try Fixture()
    let package = try fixture.package("greeter.sfm")
    for (arguments, part) in [
      (["--fire", "rpc:nothing"], "no entry point 'rpc:nothing'"),
      (["--set", "Nobody=1"], "no configuration variable 'Nobody'"),
    ] {
      let run = await TestWorld().run(["run", package] + arguments)
      #expect(run.status == 1)
      #expect(run.errors.contains(part))
    }
    #expect(await TestWorld().run("run", package, "--fire", "a:b:c").status == 2)
    #expect(await TestWorld().run("run", package, "--advance", "soon").status == 2)
  }

  @Test func aBrokenModuleIsRefused() async throws {
    let fixture = try Fixture()
    let run = await TestWorld().run("run", try fixture.package("broken.sfm", isBroken: true))
    #expect(run.status == 1)
    #expect(run.errors.contains("import refused"))
  }

  @Test func logsAreFilteredAndSummarised() async throws {
    let fixture = try Fixture()
    let log = try fixture.write(
      """
      [2026-01-02 10:00:00,000] INFO [onInstanceChanged] fine
      [2026-01-02 10:00:01,000] ERROR [timer Poll] Cause:
      java.lang.IllegalStateException: gone
          at a.B.c(B.java:7)
      [2026-01-02 11:00:01,000] ERROR [timer Poll] Cause:
      java.lang.IllegalStateException: gone
          at a.B.c(B.java:7)

      """,
      "Poller.log"
    )
    let errors = await TestWorld().run("log", log, "--level", "error")
    #expect(errors.output.split(separator: "\n").count == 6)
    let late = await TestWorld().run("log", log, "--from", "2026-01-02 11")
    #expect(late.output.hasPrefix("[2026-01-02 11:00:01,000] ERROR"))
    let causes = await TestWorld().run("log", log, "--errors")
    #expect(causes.output.hasPrefix("2 x java.lang.IllegalStateException: gone\n      at a.B.c(B.java:7)\n"))
    let json = await TestWorld().run("log", log, "--errors", "--format", "json")
    #expect(json.output.contains("\"schema\": \"sfm.log.errors/1\""))
    #expect(await TestWorld().run("log", fixture.path("none.log")).status == 3)
  }
}

extension RunTests {
  /// Values that implicit locals receive (`_value` of an output without a receiver) must not count as dangling.
  @Test(.enabled(if: !Corpus.packages.isEmpty, "SFM_CORPUS names no packages"))
  func noRealPackageIsRefusedAtImport() async {
    var runs = 0
    for package in Corpus.packages {
      let path = package.path(percentEncoded: false)
      let run = await TestWorld().run("run", path, "--lenient", "--fire", "InstanceChanged")
      #expect(!run.errors.contains("import refused"), "\(path): \(run.errors)")
      runs += 1
    }
    #expect(runs >= 74)
  }

  /// The vendor FAQ's case, without a JVM: the error, the call site, the platform's frames below.
  @Test(.enabled(if: !Corpus.packages.isEmpty, "SFM_CORPUS names no packages"))
  func aJavaFunctionThatDoesNotLinkFailsAsOnTheAppliance() async throws {
    let path = try #require(
      Corpus.packages.map { $0.path(percentEncoded: false) }.first { $0.hasSuffix("7.2.X/PRTG_Monitor_v117.sfm") }
    )
    let run = await TestWorld().run("run", path, "--platform", "7.3.0.8", "--fire", "InstanceChanged")
    #expect(run.status == 1)
    #expect(run.output.contains("===== Functions call stack ====="))
    #expect(
      run.output.contains(
        "java.lang.NoSuchMethodError: de.vertico.starface.module.core.runtime.IRuntimeEnvironment.getLog()"
      )
    )
    #expect(run.output.contains("    at si.module") || run.output.contains("    at nucom.module"))
    #expect(run.output.contains("JavaFunctionExec.executeImpl(JavaFunctionExec.java:146)"))
    #expect(await TestWorld().run("run", path, "--platform", "7.2.1.1", "--fire", "InstanceChanged").status == 0)
  }
}
