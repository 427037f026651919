import Findings
import Foundation
import InterfaceManifests
import ModulePackages
import TestSupport
import Testing

@testable import Linkage

/// `SamplesModules/CheckModuleLicense`: the error of the vendor's FAQ, word for word.
@Suite struct LicenseSampleTests {
  @Test func sameErrorAsInTheFAQ() async throws {
    guard let javac = DifferentialHarness.tool("javac") else {
      print("skipped: no JDK")
      return
    }
    let folder = try TemporaryFolder()
    let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("SamplesModules/CheckModuleLicense")
    let interfaces = folder.path("interfaces.jar")
    let known = try #require(try PlatformLine.starface().views.first { $0.version.description == "7.3.0.5" })
    try Data(try StubJar(known).bytes()).write(to: URL(fileURLWithPath: interfaces))
    for part in ["platform-after", "src"] {
      let files = (FileManager.default.enumerator(atPath: sample.path + "/" + part)?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".java") }.sorted()
      let process = Process()
      process.executableURL = URL(fileURLWithPath: javac)
      process.arguments =
        [
          "--release", "8", "-nowarn", "-g:source,lines", "-cp", interfaces, "-d",
          folder.path(part),
        ]
        + files.map { "\(sample.path)/\(part)/\($0)" }
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let java = try PlatformLine.java().javaView(level: 8)
    for fails in [false, true] {
      var check = LinkageCheck(
        try ClassSet.read(path: folder.path("src")),
        platforms: [LinkPlatform(version: nil, view: nil, java: java, javaLevel: 8)]
      )
      check.platformInputs = LinkInput.all(of: try ClassSet.read(path: interfaces)).filter { input in
        // The platform of the sample has its own licence component.
        !input.entry.contains("license/manager")
      }
      if fails {
        check.platformInputs += LinkInput.all(of: try ClassSet.read(path: folder.path("platform-after")))
      }
      let problems = try #require(await check.run().first).problems
      let rules = problems.map(\.rule.id).filter { $0 != "link.class.shadowed" }
      #expect(rules == (fails ? ["link.method.missing"] : []))
      if fails {
        let location = problems.first { $0.rule.id == "link.method.missing" }?.location
        #expect(location?.source == "de/fluxpunkt/starface/licensing/CheckModuleLicense.java")
        #expect(location?.line == 110)
      }
      let scope = try #require(await check.scopes().first)
      var tracer = LinkTracer(scope, inputs: check.inputs)
      let failure = tracer.firstFailure(
        in: "de/fluxpunkt/starface/licensing/CheckModuleLicense",
        method: "execute"
      )
      guard fails else {
        #expect(failure == nil)
        continue
      }
      let message =
        "de.starface.license.manager.LicenseComponent.getServerLicense()Lde/starface/license/manager/jpa/v3/License;"
      #expect(failure?.error == "java.lang.NoSuchMethodError")
      #expect(failure?.message == message)
      #expect(failure?.sourceFile == "CheckModuleLicense.java")
      #expect(failure?.line == 110)
      let problem = problems.first { $0.rule.id == "link.method.missing" }
      #expect(problem?.message == message)
      #expect(problem?.location.line == 110)
      #expect(problem?.hint?.contains("jpa.v4.License") == true)
    }
  }
}
