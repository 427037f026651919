import Foundation
import TestSupport
import Testing

/// A JDK 17 or newer, for tests that run Java functions.
enum InstalledJava {
  static let home: String? = {
    let homes = ProcessInfo.processInfo.environment["JAVA_HOME"].map { [$0] } ?? []
    let folder = "/usr/lib/jvm"
    let installed = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return (homes + installed.sorted().map { "\(folder)/\($0)" }).first { home in
      guard FileManager.default.isExecutableFile(atPath: home + "/bin/javac"),
        let release = try? String(contentsOfFile: home + "/release", encoding: .utf8),
        let line = release.split(separator: "\n").first(where: { $0.hasPrefix("JAVA_VERSION=\"") }),
        let feature = Int(line.dropFirst("JAVA_VERSION=\"".count).prefix { $0.isNumber })
      else { return false }
      return feature >= 17
    }
  }()

  static var isThere: Bool { home != nil }
}

/// The samples with Java functions, in both Java modes. Skipped, by name, without a JDK 17 or newer.
@Suite(.enabled(if: InstalledJava.isThere, "no JDK 17 or newer is installed"))
struct JavaModeTests {
  static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SamplesModules").path(percentEncoded: false)

  /// One cache for the tests of a run.
  static let cache = try? TemporaryFolder()

  static func world(javaHome: String? = InstalledJava.home) -> TestWorld {
    TestWorld(environment: ["TZ": "UTC", "HOME": cache?.path("home") ?? "", "JAVA_HOME": javaHome ?? ""])
  }

  /// runtime.md section 4, from the vendor's FAQ; the statement's id and the time are the module's own.
  static let faq = """
    ===== Functions call stack =====
    CheckModuleLicense(CheckModuleLicense)
    ID(Call --> CheckModuleLicense)

    [TIME] ERROR [onInstanceChanged] Cause:
    java.lang.NoSuchMethodError: de.starface.license.manager.LicenseComponent.getServerLicense()Lde/starface/license/manager/jpa/v3/License;
        at de.fluxpunkt.starface.licensing.CheckModuleLicense.execute(CheckModuleLicense.java:110)
        at de.vertico.starface.module.core.runtime.executables.JavaFunctionExec.executeImpl(JavaFunctionExec.java:146)
        at de.vertico.starface.module.core.runtime.executables.BaseExec.execute(BaseExec.java:116)
        at de.vertico.starface.module.core.runtime.LoadedModule.invokeFunction(LoadedModule.java:213)
        at de.vertico.starface.module.core.runtime.LoadedFunction.invoke(LoadedFunction.java:74)
        at de.vertico.starface.module.core.runtime.RuntimeEnvironmentImpl.invokeFunction(RuntimeEnvironmentImpl.java:233)
        at de.vertico.starface.module.core.runtime.executables.FunctionCallExec.executeImpl(FunctionCallExec.java:128)
        at de.vertico.starface.module.core.runtime.executables.BaseExec.execute(BaseExec.java:116)
        at de.vertico.starface.module.core.runtime.executables.ContainerExec.executeImpl(ContainerExec.java:82)
        at de.vertico.starface.module.core.runtime.executables.FunctionExec.executeImpl(FunctionExec.java:57)
        at de.vertico.starface.module.core.runtime.executables.BaseExec.execute(BaseExec.java:116)
        at de.vertico.starface.module.core.runtime.ModuleRuntime.callEntryPoint(ModuleRuntime.java:344)
        at de.vertico.starface.module.core.runtime.ModuleRuntime.callEntryPoint(ModuleRuntime.java:515)
        at de.vertico.starface.module.core.runtime.ModuleRuntime.callLifecycleEntryPointsForInstance(ModuleRuntime.java:2084)
        at de.vertico.starface.module.core.runtime.ModuleRuntime.access$000(ModuleRuntime.java:123)
        at de.vertico.starface.module.core.runtime.ModuleRuntime$1.run(ModuleRuntime.java:2058)
        at java.lang.Thread.run(Thread.java:748)

    """

  @Test(arguments: ["linked", "jvm"])
  func `CheckModuleLicense logs the error of the FAQ line by line`(mode: String) async throws {
    let sample = Self.samples + "/CheckModuleLicense"
    let run = await Self.world().run(
      "run",
      sample,
      "--java",
      mode,
      "--platform",
      sample + "/platform-after.txt",
      "--fire",
      "InstanceChanged"
    )
    #expect(run.status == 1)
    var lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try #require(lines.count > 5, "\(run.errors)")
    #expect(lines[2].wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\(Call --> CheckModuleLicense\)/) != nil)
    #expect(lines[4].hasPrefix("[2026-11-22 12:00:00,000] ERROR"))
    lines[2] = "ID(Call --> CheckModuleLicense)"
    lines[4] = lines[4].replacing("2026-11-22 12:00:00,000", with: "TIME")
    #expect(lines.joined(separator: "\n") == Self.faq)
    #expect(run.errors.contains(mode == "jvm" ? "the platform has Java 8" : "run in Java 1"))
  }

  @Test func `ThreadLeak leaves four things behind, unless it is tidy`() async throws {
    let sample = Self.samples + "/ThreadLeak"
    let leaking = await Self.world().run("run", sample, "--java", "jvm", "--reimport")
    #expect(leaking.status == 0, "\(leaking.errors)")
    let lines = leaking.output.split(separator: "\n")
    let subscription =
      "de.starface.core.component.events.StarfaceEventService.subscribe(org.example.leak.StateListener)"
    for (kind, name) in [
      ("a thread", "Leak-Poller"), ("a timer", "Leak-Ticker"), ("a timer", "Leak-Pool"),
      ("an event subscription", subscription),
    ] {
      let line = lines.first { $0.contains("WARN [import] The old revision left \(kind) behind: '\(name)'") }
      #expect(line?.contains(/started at org\.example\.leak\.StartPolling\..*\(StartPolling\.java:[0-9]+\)/) == true)
    }
    #expect(lines.count == 5)
    let tidy = await Self.world().run("run", sample, "--java", "jvm", "--reimport", "--set", "TIDY=true")
    #expect(tidy.output.split(separator: "\n").count == 1, "\(tidy.output)")
    let smoke = await Self.world().run("smoke", sample, "--java-mode", "jvm", "--platform", "9.0.2.4")
    #expect(smoke.status == 1)
    #expect(smoke.output.split(separator: "\n").count { $0.hasSuffix("[run.leftover]") } == 4, "\(smoke.output)")
    let linked = await Self.world().run("smoke", sample, "--platform", "9.0.2.4")
    #expect(!linked.output.contains("run.leftover"))
  }

  @Test func `limits are the command line's`() async throws {
    let sample = Self.samples + "/NumberNormalizer"
    let arguments = ["run", sample, "--java", "jvm", "--fire", "rpc:normalize,number=0721"]
    let run = await Self.world().run(arguments + ["--java-time", "50s", "--java-memory", "64M"])
    #expect(run.status == 0)
    #expect(run.errors.contains("rpc:normalize -> normalized=+49721, valid=true"))
    #expect(await Self.world().run(arguments + ["--java-time", "long"]).status == 2)
    #expect(await Self.world().run(arguments + ["--java-memory", "much"]).status == 2)
    let empty = await Self.world().run(arguments + ["--platform-jars", Self.samples + "/HelloStarface"])
    #expect(empty.errors.contains("has no jars and no WEB-INF"))
    #expect(empty.errors.contains("linked only"))
  }

  @Test func `without a place for the host, functions are linked, and it is said why`() async throws {
    var world = Self.world()
    world.environment["HOME"] = nil
    let run = await world.run("run", Self.samples + "/NumberNormalizer", "--java", "jvm")
    #expect(run.errors.contains("Java functions are linked, not run: set HOME or XDG_CACHE_HOME"))
    #expect(run.errors.contains("linked only"))
  }
}
