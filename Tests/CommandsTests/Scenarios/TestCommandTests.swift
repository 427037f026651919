import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `sfm test`: paths, order, filter, reports, snapshots, exit codes.
@Suite struct TestCommandTests {
  private static let holds = "name: Holds\nsteps: [{change: , expect: {log: [INFO: polling]}}]"
  private static let fails = "name: Fails\nsteps: [{change: , expect: {log: [INFO: nothing]}}]"
  private static let wrong = "name: Wrong\nstep: []"

  private func run(_ arguments: [String]) async -> TestWorld.Outcome {
    await TestWorld(environment: ["TZ": "UTC"]).run(["test"] + arguments)
  }

  @Test func `the worst scenario decides the exit code`() async throws {
    let meter = try Meter(["a": Self.holds, "b": Self.fails, "c": Self.wrong])
    func file(_ name: String) -> String { meter.path + "/scenarios/\(name).scenario.yml" }
    #expect(await run([file("a")]).status == 0)
    #expect(await run([file("a"), file("b")]).status == 1)
    let all = await run([meter.path])
    #expect(all.status == 2)
    #expect(all.output.contains(":2:1: a scenario has no key \"step\" (did you mean \"steps\"?)"), "\(all.output)")
    #expect(all.errors.contains("2 of 3 scenarios failed (seed "))
    #expect(await run([file("a"), meter.path + "/none"]).status == 3)
    #expect(await run([file("a"), "--module", meter.path + "/none"]).status == 3)
    #expect(await run([]).status == 2)
    #expect(await run([file("a"), "--jobs", "0"]).status == 2)
    #expect(await run([meter.path, "--filter", "no such"]).status == 2)
    let empty = try Meter()
    #expect(await run([empty.path]).status == 3)
  }

  @Test func `a filter looks at names and files, whatever the case`() async throws {
    let meter = try Meter(["a": Self.holds, "b": Self.fails])
    let run = await run([meter.path, "--filter", "HOLDS"])
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("1 scenario passed"), "\(run.errors)")
  }

  @Test func `a module is found above the file, by its own word, or by --module`() async throws {
    let meter = try Meter()
    let build = await TestWorld().run("build", meter.path, "-o", meter.fixture.path("meter.sfm"))
    #expect(build.status == 0)
    let lonely = try meter.fixture.write(Self.holds, "lonely.scenario.yml")
    #expect(await run([lonely]).status == 2)
    #expect(await run([lonely, "--module", meter.path]).status == 0)
    #expect(await run([try meter.fixture.write("module: meter.sfm\n" + Self.holds, "named.scenario.yml")]).status == 0)
    // Of those beside a package, the ones that name it.
    let beside = await run([meter.fixture.path("meter.sfm")])
    #expect(beside.status == 0, "\(beside.errors)")
    #expect(beside.output.split(separator: "\n").count == 1, "\(beside.output)")
    #expect(await run([try meter.fixture.write("module: meter\n" + Self.holds, "folder.scenario.yml")]).status == 0)
  }

  @Test func `the reports agree`() async throws {
    let meter = try Meter(["a": Self.holds, "b": Self.fails, "c": Self.wrong])
    let (junit, json) = (meter.fixture.path("t.xml"), meter.fixture.path("t.json"))
    let run = await run([meter.path, "--seed", "7", "--output", "junit=\(junit)", "--output", "json=\(json)", "-q"])
    #expect(run.output.split(separator: "\n").count { $0.hasPrefix("pass ") || $0.hasPrefix("FAIL ") } == 3)
    #expect(run.errors.isEmpty)
    let report = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: json))) as? [String: Any]
    #expect(report?["schema"] as? String == "sfm.tests/1")
    #expect(report?["seed"] as? String == "7")
    #expect(report?["passed"] as? Int == 1)
    #expect(report?["failed"] as? Int == 2)
    let tests = report?["tests"] as? [[String: Any]] ?? []
    #expect(tests.map { $0["status"] as? String } == ["passed", "failed", "unusable"])
    #expect(((tests[1]["failures"] as? [[String: Any]])?.first?["line"]) as? Int == 2)
    let xml = try XMLDocument(contentsOf: URL(filePath: junit))
    #expect(try xml.nodes(forXPath: "//testcase").count == 3)
    #expect(try xml.nodes(forXPath: "//testcase/failure").count == 1)
    #expect(try xml.nodes(forXPath: "//testcase/error").count == 1)
    #expect(try xml.nodes(forXPath: "/testsuites[@tests='3' and @failures='1' and @errors='1']").count == 1)
  }

  @Test func `what is no scenario is said`() async throws {
    let meter = try Meter()
    let none = await run([meter.path])
    #expect(none.errors.contains("no *.scenario.yml below this folder"), "\(none.errors)")
    let package = meter.fixture.path("m.sfm")
    #expect(await TestWorld().run("build", meter.path, "-o", package).status == 0)
    let alone = await run([package])
    #expect(alone.status == 3)
    #expect(
      alone.errors.hasSuffix(
        "no *.scenario.yml beside it names it by `module:`; or name scenarios, and it by --module\n"
      )
    )
    let binary = await run([try meter.fixture.write("PK\u{3}\u{4}", "meter/scenarios/empty.scenario.yml")])
    #expect(binary.output.contains("empty.scenario.yml:1:1: is no text: control characters"), "\(binary.output)")
    let empty = try meter.fixture.write("", "meter/scenarios/empty.scenario.yml")
    let run = await run([empty])
    #expect(run.status == 2)
    #expect(run.output.contains("empty.scenario.yml:1: is empty (SamplesModules/README.md shows one)"), "\(run.output)")
    let outside = try meter.fixture.write("module: ../../none\nsteps: []", "meter/scenarios/empty.scenario.yml")
    let missing = await self.run([outside])
    #expect(missing.status == 3)
    #expect(missing.output.contains("/none: no such file"), "\(missing.output)")
  }

  /// Outcomes and their order do not depend on the seed or the number of jobs.
  @Test func `any order gives the same report`() async throws {
    var scenarios: [String: String] = [:]
    for number in 10..<40 { scenarios["s\(number)"] = number % 7 == 0 ? Self.fails : Self.holds }
    let meter = try Meter(scenarios)
    var reports: Set<String> = []
    for (seed, jobs) in [("1", "1"), ("1", "4"), ("2", "3"), ("3", "1")] {
      reports.insert(await run([meter.path, "--seed", seed, "--jobs", jobs]).output)
    }
    #expect(reports.count == 1)
    #expect(reports.first?.split(separator: "\n").count { $0.hasPrefix("pass ") } == 26)
  }

  @Test func `snapshots are written with --update, and only by a scenario that fails for nothing else`() async throws {
    let snapshot = "\nexpect: {snapshot: whole.log}"
    let meter = try Meter(["a": Self.holds + snapshot])
    let missing = await run([meter.path])
    #expect(missing.status == 1)
    #expect(missing.output.contains("there is no snapshot whole.log; `sfm test --update` writes it"))
    let update = await run([meter.path, "--update"])
    #expect(update.status == 0)
    #expect(update.output.contains("whole.log written"))
    #expect(
      try meter.fixture.text("meter/scenarios/whole.log")
        == """
        [2019-01-02 15:16:17,310] INFO [timer Poll] polling 3
        [2019-01-02 15:16:17,310] INFO [onInstanceChanged] polling 3

        """
    )
    #expect(await run([meter.path]).status == 0)
    try meter.fixture.write("[x] other\n", "meter/scenarios/whole.log")
    let differs = await run([meter.path])
    #expect(differs.status == 1)
    #expect(differs.output.contains("the log differs from whole.log, first in line 1"))
    #expect(differs.output.contains("expected: [x] other"))
    try meter.fixture.write(Self.fails + snapshot, "meter/scenarios/a.scenario.yml")
    #expect(await run([meter.path, "--update"]).status == 1)
    #expect(try meter.fixture.text("meter/scenarios/whole.log") == "[x] other\n")
  }

  @Test func `smoke runs a module's scenarios`() async throws {
    let meter = try Meter(["a": Self.holds, "b": "platform: 8.1\n" + Self.fails])
    let failing = await TestWorld().run("smoke", meter.path, "--platform", "8.1,10.0")
    #expect(failing.status == 1)
    #expect(failing.output.split(separator: "\n").count { $0.hasSuffix("[run.scenario]") } == 1, "\(failing.output)")
    #expect(failing.output.contains("scenarios/b.scenario.yml:3: Fails: the log has no such line"))
    let good = try Meter(["a": Self.holds])
    let passing = await TestWorld().run("smoke", good.path, "--platform", "8.1,10.0")
    #expect(passing.status == 0, "\(passing.output)\(passing.errors)")
    #expect(passing.output.contains(/Meter 1 +ok 1\/1 +ok 1\/1/), "\(passing.output)")
    #expect(failing.output.contains(/Meter 1 +fails 1\/2 +ok 1\/1/), "\(failing.output)")
    let json = await TestWorld().run("smoke", good.path, "--platform", "8.1", "--format", "json")
    #expect(json.output.contains("\"scenarios\": {"), "\(json.output)")
    let wrong = try Meter(["a": Self.wrong])
    #expect(await TestWorld().run("smoke", wrong.path, "--platform", "8.1").status == 1)
  }

  /// Every stage of an instance's life and every entry point, in order; seen in what fails.
  @Test func `smoke lives a whole life with a module without scenarios`() async throws {
    let stages = ["InstanceCreated", "InstanceActivated", "InstanceChanged", "InstanceDeactivated", "InstanceDeleted"]
    let points = stages.map { "- {stage: \($0), call: fail}" }
    let others = ["- {timer: Yearly, every: 400, period: Day, call: fail}", "- {service: Desk, call: fail}"]
    let module = Meter.module.replacing(
      "functions:\n",
      with: "functions:\n  fail:\n    do:\n      - {log: bad, level: ERROR}\n"
    )
    .replacing(
      "  - {stage: InstanceChanged, call: poll}\n",
      with: (points + others).map { "  \($0)\n" }.joined()
    )
    let meter = try Meter()
    try meter.fixture.write(module, "meter/module.yml")
    let run = await TestWorld().run("smoke", meter.path, "--platform", "8.1")
    #expect(run.status == 1)
    for bracket in stages.map({ "on\($0)" }) + ["timer Yearly", "agi Desk"] {
      #expect(run.output.contains(bracket), "\(bracket) is not in\n\(run.output)")
    }
  }

  /// What goes wrong when nobody but the smoke test calls may be meant to be.
  @Test func `smoke calls RPC entry points and services of a module without scenarios`() async throws {
    for (function, rule, status) in [("poll", "run.log.error", 1), ("speak", "run.probe.error", 0)]
      as [(String, String, Int32)]
    {
      let meter = try Meter()
      let failing = Meter.module.replacing(
        "  \(function):\n    do:\n",
        with: "  \(function):\n    do:\n      - log: bad\n        level: ERROR\n"
      )
      #expect(failing != Meter.module)
      try meter.fixture.write(failing, "meter/module.yml")
      let run = await TestWorld().run("smoke", meter.path, "--platform", "8.1")
      #expect(run.status == status, "\(run.output)\(run.errors)")
      #expect(run.output.contains("[\(rule)]"), "\(run.output)")
      try meter.fixture.write(Self.holds, "meter/scenarios/a.scenario.yml")
      #expect(
        await TestWorld().run("smoke", meter.path, "--platform", "8.1").output.contains("[\(rule)]") == (status == 1)
      )
    }
  }
}
