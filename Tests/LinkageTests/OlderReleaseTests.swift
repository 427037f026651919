import Findings
import Foundation
import InterfaceManifests
import ModulePackages
import TestSupport
import Testing

@testable import Linkage

/// The installed JDK's classes against the shipped manifests of older releases: what is reported missing must be absent
/// by a reading of `ct.sym` that shares no code with ours, and nothing that is absent there may be overlooked.
@Suite struct OlderReleaseTests {
  /// What `SymbolFileJudge` says.
  private struct Truth {
    var classes: Set<String> = []
    /// Rule, user and symbol.
    var missing: Set<String> = []
    /// Members that a handle may fail by, or by a class before them.
    var open: Set<String> = []

    init(_ text: String) {
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: "\t").map(String.init)
        switch parts[0] {
        case "has": classes.insert(parts[1])
        case "faulty": continue
        case "either": open.insert("link.\(parts[1]).missing \(parts[2]) \(parts[3])")
        default: missing.insert("link.\(parts[0]).missing \(parts[1]) \(parts[2])")
        }
      }
    }
  }

  @Test(arguments: [8, 11])
  func javaBase(release: Int) async throws {
    try await judge(["java.base"], release: release, atLeast: release == 8 ? 12_000 : 10_000)
  }

  @Test(arguments: [8, 11])
  func otherModules(release: Int) async throws {
    let modules = [
      "java.logging", "java.management", "java.naming", "java.net.http", "java.prefs", "java.rmi", "java.sql",
      "java.xml",
      "jdk.httpserver",
    ]
    try await judge(modules, release: release, atLeast: 1_000)
  }

  private func judge(_ modules: [String], release: Int, atLeast: Int) async throws {
    guard let java = DifferentialHarness.tool("java"), let jimage = DifferentialHarness.tool("jimage") else {
      print("skipped: no JDK for the judgement on release \(release)")
      return
    }
    let home = URL(fileURLWithPath: java).deletingLastPathComponent().deletingLastPathComponent().path
    let folder = try TemporaryFolder()
    let names = modules.joined(separator: "|")
    _ = try DifferentialHarness.output(
      jimage,
      [
        "extract", "--dir", folder.path("image"), "--include", "regex:/(\(names))/.*class", home + "/lib/modules",
      ]
    )
    var inputs: [LinkInput] = []
    for module in modules {
      inputs += LinkInput.all(of: try ClassSet.read(path: folder.path("image/\(module)")))
    }
    let source = DifferentialHarness.sources.appendingPathComponent("SymbolFileJudge.java").path
    let truth = Truth(
      try DifferentialHarness.output(java, [source, home, "\(release)", folder.path("image")])
    )
    #expect(truth.classes.count > 4_000)

    let view = try #require(try PlatformLine.java().javaView(level: release))
    // The classes were compiled for the JDK at hand; that their version alone bars them is not asked here.
    let platform = LinkPlatform(version: nil, view: nil, java: view, javaLevel: 25)
    var check = LinkageCheck(inputs: inputs, platforms: [platform])
    check.checksShadowed = true
    let result = try #require(await check.run().first)
    let rules: Set<String> = ["link.class.missing", "link.field.missing", "link.method.missing"]
    let problems = result.problems.filter { rules.contains($0.rule.id.description) }
    var reported: Set<String> = []
    for one in problems {
      reported.insert("\(one.rule.id) \(one.owner) \(element(one.symbol))")
    }
    // What only the JDK itself may use is listed for no release: of that the tool says that it cannot know.
    let overlooked = truth.missing.subtracting(reported).filter { !isInternal($0, view) }
    let closed = truth.missing.subtracting(reported).count - overlooked.count
    let wrong = reported.subtracting(truth.missing).subtracting(truth.open).filter { one in
      // The verifier asks for classes that no instruction names: they must be absent all the same.
      let parts = one.split(separator: " ")
      return parts[0] != "link.class.missing" || truth.classes.contains(String(parts[2]))
    }
    print(
      "\(modules.first ?? "") and \(modules.count - 1) more against Java \(release): \(inputs.count) classes, "
        + "\(result.summary.checked) references, \(reported.count) reported missing, \(truth.missing.count) by ct.sym, \(closed) closed to all but the JDK, "
        + "\(wrong.count) wrong, \(overlooked.count) overlooked"
    )
    #expect(inputs.count > 1_000)
    #expect(truth.missing.count >= atLeast)
    let (overlookedCount, wrongCount) = (overlooked.count, wrong.count)
    #expect(overlookedCount == 0, "\(overlooked.sorted().prefix(10).joined(separator: "\n"))")
    #expect(wrongCount == 0, "\(wrong.sorted().prefix(10).joined(separator: "\n"))")
  }

  /// Whether a missing class lies in a package of the JDK's own, which the manifest does not claim to know.
  private func isInternal(_ one: String, _ view: ManifestView) -> Bool {
    let parts = one.split(separator: " ").map(String.init)
    guard parts[0] == "link.class.missing",
      ["sun/", "com/sun/", "jdk/"].contains(where: { parts[2].hasPrefix($0) })
    else { return false }
    switch view.findClass(parts[2]) {
    case .unknown, .concealed: return true
    case .found, .absent: return false
    }
  }

  /// The class behind a missing array class; a member's symbol as it is.
  private func element(_ symbol: String) -> String {
    guard symbol.hasPrefix("["), symbol.hasSuffix(";") else { return symbol }
    return String(symbol.drop { $0 == "[" }.dropFirst().dropLast())
  }
}
