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

  @Test func aServiceIsReachedByACall() async throws {
    let meter = try Meter()
    let run = await TestWorld().run("run", meter.path, "--fire", "agi:Line,from=0721")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("INFO [agi Line] a call"))
    #expect(run.errors.contains("agi:Line -> not answered, ended (serviceEnd) after 0 ms"), "\(run.errors)")
    let moderated = await TestWorld().run(
      "run",
      JavaModeTests.samples + "/Modcall",
      "--fire",
      "agi:modcall,from=0721,dtmf=99#"
    )
    #expect(moderated.status == 0, "\(moderated.errors)")
    #expect(moderated.errors.contains("agi:modcall -> answered, ended (module) after 1260 ms"), "\(moderated.errors)")
    for event in ["agi:Line,colour=red", "agi:Line,dtmf=abc"] {
      #expect(await TestWorld().run("run", meter.path, "--fire", event).status == 2)
    }
    let unknown = await TestWorld().run("run", meter.path, "--fire", "agi:Lime")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("no entry point 'agi:Lime'"), "\(unknown.errors)")
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
    let other = try fixture.write(
      "[2026-01-02 10:30:00,000] ERROR [rpc a] Cause:\njava.lang.IllegalStateException: gone\n    at a.B.c(B.java:7)\n",
      "Other.log"
    )
    let both = await TestWorld().run("log", log, other, "--level", "error")
    let headers = both.output.split(separator: "\n").filter { $0.contains("ERROR") }
    #expect(headers.map { $0.prefix { $0 != ":" } } == ["Poller", "Other", "Poller"], "\(both.output)")
    #expect(await TestWorld().run("log", log, other, "--errors").output.contains(" of Poller, Other\n"))
    #expect(await TestWorld().run("log", log, other, "--instance", "Other").output.hasPrefix("[2026-01-02 10:30"))
    let same = await TestWorld().run("log", log, "--from", "2026-01-02T11")
    #expect(same.output == late.output)
    for time in ["yesterday", "2026-1-2", "11:00"] {
      let wrong = await TestWorld().run("log", log, "--from", time)
      #expect(wrong.status == 2)
      #expect(wrong.errors.contains("--from wants the beginning of a local time"), "\(wrong.errors)")
    }
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
