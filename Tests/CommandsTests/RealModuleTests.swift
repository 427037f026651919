import Foundation
import ModuleDescriptors
import ModulePackages
import TestSupport
import Testing

/// Real modules through their whole life on their own platform, in both Java modes: first as imported, then with what a
/// person would configure and what the machine around would answer. Prints a table, one line a module.
@Suite struct RealModuleTests {
  @Test func `every real module lives its life in both Java modes`() async throws {
    if Corpus.packages.isEmpty { return print("skipped: real modules, as SFM_CORPUS is not set") }
    if !InstalledJava.isThere { return print("skipped: real modules, as no JDK is installed") }
    let modules = try RealModule.all(Corpus.packages)
    var lines: [String] = []
    var counts: [String: Int] = [:]
    for mode in ["linked", "jvm"] {
      let plain = try await run(modules.map { $0.scenario() }, mode)
      let needy = modules.indices.filter { !plain[$0].hasPassed }
      let helped = try await run(needy.map { modules[$0].scenario(helping: true) }, mode)
      var verdicts = plain.map { $0.hasPassed ? "ran clean" : "" }
      for (position, index) in needy.enumerated() {
        let outcome = helped[position]
        verdicts[index] =
          outcome.hasPassed ? "needed \(modules[index].help.joined(separator: ", "))" : "fails: \(outcome.reason)"
        #expect(
          outcome.hasPassed || modules[index].knownDefect.map(outcome.reason.contains) == true,
          "\(mode) \(modules[index].name): \(outcome.reason)"
        )
      }
      for (module, verdict) in zip(modules, verdicts) {
        lines.append("| \(module.name) | \(module.platform) | \(mode) | \(verdict) |")
        counts["\(mode): \(verdict.prefix { $0 != " " && $0 != ":" })", default: 0] += 1
      }
    }
    print("| module | platform | Java | outcome |\n|---|---|---|---|\n" + lines.sorted().joined(separator: "\n"))
    print(
      "real modules: \(modules.count); "
        + counts.sorted { $0.key < $1.key }.map { "\($0) \($1)" }.joined(separator: ", ")
    )
    #expect(lines.count == modules.count * 2)
  }

  /// What became of one scenario.
  private struct Outcome {
    var hasPassed: Bool
    var reason: String
  }

  /// The parts of the report that are read here.
  private struct Report: Decodable {
    struct Failure: Decodable {
      var message: String
      var log: [String]?
    }
    struct Test: Decodable {
      var name: String
      var status: String
      var reason: String?
      var failures: [Failure]
    }
    var tests: [Test]
  }

  private func run(_ scenarios: [String], _ mode: String) async throws -> [Outcome] {
    if scenarios.isEmpty { return [] }
    let folder = try TemporaryFolder()
    for (position, text) in scenarios.enumerated() {
      let name = String(repeating: "0", count: 3 - String(position).count) + String(position)
      try Data(text.utf8).write(to: URL(filePath: folder.path("\(name).scenario.yml")))
    }
    let run = await JavaModeTests.world().run("test", folder.path(""), "--java", mode, "--format", "json", "--quiet")
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    try #require(report.tests.count == scenarios.count, "\(run.errors)")
    return report.tests.map { test in
      let log = test.failures.compactMap(\.log).joined()
      let lines = log.flatMap { $0.split(separator: "\n").map(String.init) }
      let cause = lines.first { $0.contains(/^[a-z.]+\.[A-Za-z$]+(Exception|Error)\b/) }
      return Outcome(
        hasPassed: test.status == "passed",
        reason: test.reason ?? cause ?? test.failures.first?.message ?? "nothing"
      )
    }
  }
}

/// A package of the corpus, and what it is given.
private struct RealModule {
  var path: String
  var name: String
  /// The platform that its folder names, else the one that wrote it.
  var platform: String
  /// The module whose functions it calls, if that is not itself.
  var server: String?
  /// Configuration variables that want an account, with the one that a person picks.
  var accounts: [(name: String, value: Int)]

  /// The module whose functions the sensors of one repository call.
  private static let sensorServer = "ead1f6d9-f988-4b0a-b1de-6b53047bac0f"

  static func all(_ packages: [URL]) throws -> [RealModule] {
    let read = try packages.map { try PackageReader.read(path: $0.path(percentEncoded: false)).package }
    let servers = zip(packages, read).filter { $0.1.descriptor?.id == sensorServer }.map(\.0)
    return zip(packages, read).map { url, package in
      let folder = url.deletingLastPathComponent()
      let isServer = package.descriptor?.id == sensorServer
      let server = servers.first { $0.deletingLastPathComponent() == folder } ?? servers.first
      // The server that stands beside it, else the oldest; both live on one appliance, so on the newer one's platform.
      let neighbour = isServer ? nil : zip(packages, read).first { $0.0 == server }
      let written = [package.writtenBy, neighbour?.1.writtenBy].compactMap(\.self)
      let newest = written.max { $0.compare($1, options: .numeric) == .orderedAscending }
      let accounts = (package.descriptor?.inputs ?? []).compactMap(\.variable).compactMap {
        variable -> (String, Int)? in
        switch variable.type.rawValue {
        case "STARFACE_GROUP": (variable.name, 2001)
        case "STARFACE_USER", "STARFACE_ACCOUNT": (variable.name, 1001)
        default: nil
        }
      }
      return RealModule(
        path: url.path(percentEncoded: false),
        name: "\(folder.lastPathComponent)/\(url.lastPathComponent)",
        platform: Self.platform(ofFolder: folder.lastPathComponent) ?? newest ?? "10.0.0.4",
        server: neighbour?.0.path(percentEncoded: false),
        accounts: accounts.map { (name: $0.0, value: $0.1) }
      )
    }
  }

  private static func platform(ofFolder name: String) -> String? {
    [
      "7.0-7.1.1.6": "7.1.1.6", "7.2.X": "7.2.1.1", "7.3-7.X": "7.3.0.8", "8.X": "8.1.3.0", "9.X": "9.0.3.4",
      "10.X": "10.0.0.4",
    ][name]
  }

  /// What shell commands answer on an appliance, by what the module asks them for.
  private var shell: (command: String, output: String)? {
    if name.contains("Speicherplatz") { return ("df", "41943040K") }
    if name.contains("Telefone") {
      let peers =
        "1001.desk  192.0.2.11  D  Auto (No)  No  5060  OK (12 ms)\\n1002.desk  (Unspecified)  D  0  UNKNOWN\\n"
      return ("sip show peers", peers)
    }
    return nil
  }

  /// What the second run gives, in words: the shell's answer, else the accounts.
  var help: [String] {
    if let shell { return ["a mock for Execute4 (`\(shell.command)`)"] }
    return accounts.map { "a value for \($0.name)" }
  }

  /// What is wrong with the package itself, in the words of the JVM.
  var knownDefect: String? {
    name.contains("IQueue_Statistiken_v40") ? "java.lang.ClassNotFoundException: CreateListener" : nil
  }

  func scenario(helping: Bool = false) -> String {
    var lines = ["name: '\(name)'", "module: '\(path)'", "platform: '\(platform)'"]
    if let server { lines.append("with: '\(server)'") }
    lines += [
      "pbx:", "  users:",
      "    - {login: '1001', id: 1001, firstName: Ada, lastName: Lovelace, number: '1001',",
      "       phones: [{name: SIP/1001.desk, online: true}]}",
      "    - {login: '1002', id: 1002, firstName: Alan, lastName: Turing, number: '1002',",
      "       phones: [{name: SIP/1002.desk, online: false}]}",
      "  groups:", "    - {name: Support, id: 2001, number: '2001', members: ['1001', '1002']}",
      "instances:", "  - name: Real", "    active: false",
    ]
    if helping, shell == nil, !accounts.isEmpty {
      lines.append("    values: {\(accounts.map { "'\($0.name)': \($0.value)" }.joined(separator: ", "))}")
    }
    if helping, let shell {
      lines += ["mocks:", "  - function: starface.system/Execute4", "    outputs: {output: \"\(shell.output)\"}"]
    }
    lines.append("steps:")
    for step in ["activate", "change", "advance: 2m", "reimport", "activate", "deactivate", "delete"] {
      lines.append("  - \(step)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
