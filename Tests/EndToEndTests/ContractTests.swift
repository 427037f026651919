import Foundation
import TestSupport
import Testing

/// The command line as it was promised: commands, flags, formats, schemas and exit codes, each tried on the built tool.
@Suite("Contract") struct ContractTests {
  /// A command and the flags that scripts may use.
  static let commands: [(command: String, flags: [String])] = [
    ("inspect", ["--graph", "--format"]), ("ls", ["--format"]),
    (
      "validate",
      [
        "--recursive", "--format", "--output", "--fail-on", "--quiet", "--baseline", "--update-baseline", "--config",
        "--print-config", "--max-entry-size", "--max-total-size", "--max-ratio", "--max-entries", "--max-nesting",
      ]
    ),
    ("check", ["--platform", "--java", "--recursive", "--format", "--output", "--fail-on", "--baseline"]),
    ("unpack", ["--force"]), ("build", ["-o", "--output", "--bump"]), ("init", ["--template"]), ("diff", ["--format"]),
    ("smoke", ["--platform", "--recursive", "--format", "--output", "--fail-on", "--baseline", "--print-config"]),
    ("run", ["--set", "--fire"]), ("test", ["--format", "--output"]), ("explain", ["--format"]),
    ("platform list", []), ("platform show", []), ("platform diff", []), ("platform stubs", ["-o"]),
    ("platform extract", ["--line", "--version", "--java", "--api", "--jdk", "--release", "-o"]),
    ("platform observe", ["--as", "-o"]),
  ]

  @Test("every command and flag is there, and on its help page", arguments: commands)
  func flags(_ promised: (command: String, flags: [String])) throws {
    let page = try Binary.run(["help"] + promised.command.split(separator: " ").map(String.init))
    #expect(page.status == 0 && page.errors.isEmpty)
    let words = Set(page.output.split { " ,\n[]<>".contains($0) }.map(String.init))
    for flag in promised.flags { #expect(words.contains(flag), "sfm \(promised.command) has no \(flag)") }
  }

  /// Each document with its schema and the keys at its top.
  static let documents: [(arguments: [String], schema: String, keys: [String])] = [
    (["validate", "bad.sfm", "--format", "json"], "sfm.findings/1", ["findings", "inputs", "summary"]),
    (["check", "good.sfm", "--platform", "7.3", "--format", "json"], "sfm.findings/1", ["findings", "matrix"]),
    (["smoke", "good.sfm", "--platform", "7.3", "--format", "json"], "sfm.findings/1", ["findings", "matrix"]),
    (
      ["inspect", "good.sfm", "--format", "json"], "sfm.inspect/1",
      ["manifest", "module", "entryPoints", "functions", "variables", "pages", "resources", "classes"]
    ),
    (["ls", "good.sfm", "--format", "json"], "sfm.ls/1", ["entries"]),
    (["diff", "good.sfm", "good.sfm", "--format", "json"], "sfm.diff/1", []),
    (["explain", "zip.truncated", "--format", "json"], "sfm.rule/1", ["id", "severity", "what", "why", "mend"]),
    (["explain", "--format", "json"], "sfm.rules/1", ["rules"]),
  ]

  @Test("every document names its schema and has its keys") func schemas() throws {
    let folder = try Self.place()
    for (arguments, schema, keys) in Self.documents {
      let outcome = try Binary.run(arguments, in: folder.url)
      let document = try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      #expect(document?["schema"] as? String == schema, "\(arguments): \(outcome.output)\(outcome.errors)")
      for key in keys { #expect(document?[key] != nil, "\(arguments) has no \(key)") }
    }
  }

  /// Each exit code, by every command that can end so.
  static let exits: [(arguments: [String], status: Int32)] = [
    (["validate", "good.sfm"], 0), (["inspect", "good.sfm"], 0), (["ls", "good.sfm"], 0),
    (["check", "good.sfm", "--platform", "7.3"], 0), (["smoke", "good.sfm", "--platform", "7.3"], 0),
    (["run", "good.sfm"], 0), (["diff", "good.sfm", "good.sfm"], 0),
    (["validate", "good.sfm", "bad.sfm"], 1), (["smoke", "bad.sfm", "--platform", "7.3"], 1),
    (["validate", "odd.sfm", "--fail-on", "warning"], 1), (["validate", "odd.sfm"], 0),
    (["validate"], 2), (["validate", "good.sfm", "--format", "prose"], 2), (["nonsense"], 2),
    (["validate", "good.sfm", "--config", "none.yml"], 2), (["check", "good.sfm", "--platform", "3.0"], 2),
    (["explain", "no.such.rule"], 2), (["unpack", "good.sfm", "."], 2),
    (["validate", "good.sfm", "gone.sfm"], 3), (["validate", "bad.sfm", "gone.sfm"], 3), (["inspect", "bad.sfm"], 3),
    (["ls", "gone.sfm"], 3), (["run", "gone.sfm"], 3), (["check", "gone.sfm"], 3), (["smoke", "gone.sfm"], 3),
    (["validate", "good.sfm", "--output", "json=/dev/full"], 4),
    (["validate", "gone.sfm", "--output", "json=no/x"], 4),
  ]

  @Test("every exit code, whatever the format") func exitCodes() throws {
    let folder = try Self.place()
    var seen: Set<Int32> = []
    for (arguments, status) in Self.exits {
      let outcome = try Binary.run(arguments, in: folder.url)
      #expect(outcome.status == status, "\(arguments): \(outcome.output)\(outcome.errors)")
      seen.insert(outcome.status)
      guard ["validate", "check", "smoke"].contains(arguments[0]), !arguments.contains("--format"), status != 2 else {
        continue
      }
      for format in ["json", "sarif", "junit", "github", "markdown"] {
        let other = try Binary.run(arguments + ["--format", format, "--quiet"], in: folder.url)
        #expect(other.status == status, "\(arguments) as \(format)")
      }
    }
    #expect(seen == [0, 1, 2, 3, 4])
  }

  /// JUnit as Jenkins and GitLab read it: which elements and attributes may stand where, and counts that are right.
  @Test("JUnit is well-formed and counts right") func junit() throws {
    let folder = try Self.place()
    let report = try Binary.run(
      ["smoke", "good.sfm", "bad.sfm", "odd.sfm", "gone.sfm", "--platform", "7.2,7.3", "--format", "junit"],
      in: folder.url
    )
    #expect(report.status == 3)
    try Data(report.output.utf8).write(to: folder.url.appending(path: "report.xml"))
    let script = """
      import sys, xml.etree.ElementTree as tree
      allowed = {
        'testsuites': ({'name', 'tests', 'failures', 'errors', 'time'}, {'testsuite'}),
        'testsuite': ({'name', 'tests', 'failures', 'errors', 'skipped', 'time'}, {'testcase', 'system-out'}),
        'testcase': ({'name', 'classname', 'time'}, {'failure', 'error', 'skipped', 'system-out'}),
        'failure': ({'type', 'message'}, set()), 'error': ({'type', 'message'}, set()),
        'skipped': ({'message'}, set()), 'system-out': (set(), set()),
      }
      needed = {'testsuite': {'name', 'tests', 'failures', 'errors'}, 'testcase': {'name', 'classname'}}
      root = tree.parse(sys.argv[1]).getroot()
      assert root.tag == 'testsuites', root.tag
      for element in root.iter():
        attributes, children = allowed[element.tag]
        assert set(element.attrib) <= attributes, (element.tag, element.attrib)
        assert needed.get(element.tag, set()) <= set(element.attrib), (element.tag, element.attrib)
        assert {child.tag for child in element} <= children, element.tag
      for element in [root] + root.findall('testsuite'):
        cases = list(element.iter('testcase'))
        counts = [len(cases), sum(c.find('failure') is not None for c in cases), sum(c.find('error') is not None for c in cases)]
        assert [int(element.get(n)) for n in ('tests', 'failures', 'errors')] == counts, (element.attrib, counts)
      print(len(root.findall('testsuite')))
      """
    let judged = try Outside.run("python3", "-c", script, folder.path("report.xml"))
    #expect(judged.status == 0 && judged.output == "4\n", "\(judged.output)\n\(report.output)")
  }

  /// A sound package, one that is none, and one with a warning.
  private static func place() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let sample = Binary.root.appending(path: "SamplesModules/HelloStarface").path(percentEncoded: false)
    #expect(try Binary.run("build", sample, "-o", folder.path("good.sfm"), "--quiet").status == 0)
    try Data("no archive".utf8).write(to: folder.url.appending(path: "bad.sfm"))
    var bytes = try Data(contentsOf: folder.url.appending(path: "good.sfm"))
    bytes.append(contentsOf: [0, 0, 0])
    try bytes.write(to: folder.url.appending(path: "odd.sfm"))
    return folder
  }
}
