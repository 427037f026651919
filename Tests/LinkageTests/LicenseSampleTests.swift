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
    for part in ["platform-before", "platform-after", "src"] {
      let files = (FileManager.default.enumerator(atPath: sample.path + "/" + part)?.compactMap { $0 as? String } ?? [])
        .filter { $0.hasSuffix(".java") }.sorted()
      let process = Process()
      process.executableURL = URL(fileURLWithPath: javac)
      process.arguments =
        [
          "--release", "8", "-nowarn", "-g:source,lines", "-cp", folder.path("platform-before"), "-d",
          folder.path(part),
        ]
        + files.map { "\(sample.path)/\(part)/\($0)" }
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let java = try PlatformLine.java().javaView(level: 8)
    for (platform, fails) in [("platform-before", false), ("platform-after", true)] {
      var check = LinkageCheck(
        try ClassSet.read(path: folder.path("src")),
        platforms: [LinkPlatform(version: nil, view: nil, java: java, javaLevel: 8)]
      )
      check.platformInputs = LinkInput.all(of: try ClassSet.read(path: folder.path(platform)))
      let problems = try #require(await check.run().first).problems
      // The method, and behind it the class that it used to return.
      #expect(problems.map(\.rule.id) == (fails ? ["link.method.missing", "link.class.missing"] : []))
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
      #expect(problems.first?.message == message)
      #expect(problems.first?.location.line == 110)
      #expect(problems.first?.rule.id == "link.method.missing")
      #expect(problems.first?.hint?.contains("jpa.v4.License") == true)
    }
  }
}
