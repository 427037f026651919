import Findings
import Foundation
import InterfaceManifests
import ModulePackages
import TestSupport
import Testing

@testable import Linkage

/// The installed JDK's classes against its own manifest: whoever links must not be accused.
@Suite struct JDKLinkTests {
  @Test func javaBaseLinksAgainstItself() async throws {
    guard let jimage = DifferentialHarness.tool("jimage") else {
      print("skipped: no JDK")
      return
    }
    let home = URL(fileURLWithPath: jimage).deletingLastPathComponent().deletingLastPathComponent().path
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: jimage)
    process.arguments = [
      "extract", "--dir", folder.url.path(percentEncoded: false), "--include", "regex:/java.base/.*class",
      home + "/lib/modules",
    ]
    try process.run()
    process.waitUntilExit()
    let options = ExtractionOptions(scope: .all, keepsSignatures: false)
    let manifest = try Extraction.jdk(home: home, options: options).manifest
    let line = try PlatformLine.open(bytes: try LineCompiler.compile([manifest]))
    let view = try #require(line.views.first)
    let set = try ClassSet.read(path: folder.path("java.base"))
    var check = LinkageCheck(
      set,
      platforms: [LinkPlatform(version: nil, view: nil, java: view, javaLevel: manifest.javaLevel)]
    )
    check.checksShadowed = true
    let result = try #require(await check.run().first)
    let problems = result.problems.filter { $0.rule.id != "link.class.shadowed" && $0.rule.severity == .error }
    print(
      "java.base: \(result.summary.classes) classes, \(result.summary.checked) references, \(problems.count) problems, "
        + "\(result.summary.unknown.reduce(0) { $0 + $1.references }) unknown"
    )
    #expect(result.summary.classes > 5_000)
    let first = problems.prefix(20).map { "\($0.owner) \($0.error ?? "") \($0.message)" }.joined(separator: "\n")
    #expect(problems.isEmpty, "\(first)")
  }
}
