import Foundation
import TestSupport
import Testing

/// The scenarios of SamplesModules/, and the schema that they are written by.
@Suite struct SampleScenarioTests {
  private static let samples = JavaModeTests.samples

  /// The scenario files of the samples.
  private static let files: [String] = {
    let walk = FileManager.default.enumerator(atPath: samples)
    let names = (walk?.allObjects as? [String]) ?? []
    return names.filter { $0.hasSuffix(".scenario.yml") }.sorted().map { samples + "/" + $0 }
  }()

  private static func needsJava(_ file: String) -> Bool {
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    let sources = file.components(separatedBy: "/scenarios/")[0] + "/src"
    return text.contains("\njava: jvm") || FileManager.default.fileExists(atPath: sources)
  }

  @Test func `every sample has scenarios`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.samples).filter { !$0.contains(".") }
    for folder in folders {
      #expect(Self.files.contains { $0.hasPrefix("\(Self.samples)/\(folder)/") }, "\(folder) has none")
    }
    #expect(folders.count >= 6)
    #expect(Self.files.count >= 16)
  }

  @Test func `scenarios of modules without Java pass`() async {
    let files = Self.files.filter { !Self.needsJava($0) }
    let run = await TestWorld().run(["test"] + files)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.split(separator: "\n").count { $0.hasPrefix("pass ") } == files.count)
    #expect(files.count >= 3)
  }

  /// In the mode that each names, and all of them in a JVM.
  @Test(.enabled(if: InstalledJava.isThere, "no JDK 17 or newer is installed"), arguments: [[], ["--java", "jvm"]])
  func `all scenarios pass`(mode: [String]) async {
    let run = await JavaModeTests.world().run(["test", Self.samples] + mode)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.split(separator: "\n").count { $0.hasPrefix("pass ") } == Self.files.count)
  }

  // MARK: The schema

  /// Judged by Python's jsonschema, where it is installed: it takes what the reader takes, and refuses what that refuses.
  @Test func `the JSON schema says what the reader says`() async throws {
    let schema = await TestWorld().run("test", "--schema")
    #expect(schema.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(schema.output.utf8)) as? [String: Any]
    #expect(((object?["$defs"] as? [String: Any])?.count ?? 0) > 20)
    let folder = try TemporaryFolder()
    try schema.output.write(toFile: folder.path("schema.json"), atomically: true, encoding: .utf8)
    try Self.judge.write(toFile: folder.path("judge.py"), atomically: true, encoding: .utf8)
    var files = Self.files
    for (number, text) in Self.wrong.enumerated() {
      try text.write(toFile: folder.path("wrong\(number).yml"), atomically: true, encoding: .utf8)
      files.append(folder.path("wrong\(number).yml"))
      #expect(await TestWorld().run("test", files[files.count - 1]).status == 2, "\(text)")
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", folder.path("judge.py"), folder.path("schema.json")] + files
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus == 77 {
      withKnownIssue { Issue.record("not judged: Python's jsonschema or yaml is not installed") }
      return
    }
    try #require(process.terminationStatus == 0)
    let verdicts = output.split(separator: "\n").map(String.init)
    #expect(verdicts.count == files.count)
    for (file, verdict) in zip(files, verdicts) {
      #expect((verdict == "valid") == Self.files.contains(file), "\(file): \(verdict)")
    }
  }

  @Test func `SamplesModules/README.md names every key`() async throws {
    let schema = await TestWorld().run("test", "--schema")
    let readme = try String(contentsOfFile: Self.samples + "/README.md", encoding: .utf8)
    var keys: Set<String> = []
    func gather(_ value: Any) {
      if let list = value as? [Any] { list.forEach(gather) }
      guard let object = value as? [String: Any] else { return }
      if let properties = object["properties"] as? [String: Any] { keys.formUnion(properties.keys) }
      object.values.forEach(gather)
    }
    gather(try JSONSerialization.jsonObject(with: Data(schema.output.utf8)))
    #expect(keys.count > 100)
    let words = Set(readme.split { !($0.isLetter || $0.isNumber) }.map(String.init))
    #expect(keys.subtracting(words).subtracting(["ERROR", "TRACE"]).sorted() == [])
  }

  private static let wrong = [
    "step: []", "strict: perhaps", "steps: [{activte: A}]", "steps: [{advance: soon}]", "clock: {start: noon}",
    "steps: [{rpc: a, expect: {logs: []}}]", "expect: {effects: [{kind: post}]}", "expect: {effects: [{count: 1}]}",
    "mocks: [{function: f, outputs: {}, times: 2}]", "java: maybe",
    "steps: [{activate: , expect: {out: {a: 1}}}]", "pbx: {users: [{firstName: Ada}]}", "steps: {activate: A}",
    "expect: {log: [{INFO: a, count: many}]}", "effects: {http: perhaps}",
  ]

  private static let judge = """
    import json, sys
    try:
        import jsonschema, yaml
    except ImportError:
        sys.exit(77)
    class Loader(yaml.SafeLoader):
        pass
    # YAML's core schema has no times.
    for first, resolvers in list(Loader.yaml_implicit_resolvers.items()):
        Loader.yaml_implicit_resolvers[first] = [r for r in resolvers if r[0] != 'tag:yaml.org,2002:timestamp']
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in sys.argv[2:]:
        errors = list(validator.iter_errors(yaml.load(open(path), Loader)))
        print('valid' if not errors else errors[0].message[:200].replace('\\n', ' '))
    """
}
