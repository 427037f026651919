import Foundation
import ModulePackages
import TestSupport
import Testing

@Suite("Differences of packages")
struct DifferenceTests {
  @Test("a package does not differ from itself")
  func same() async throws {
    let built = try await ProjectBuilder.build(SampleTests.samples + "/HelloStarface")
    let package = PackageReader.read(bytes: built.bytes, path: "a.sfm").package
    #expect(PackageDifference(from: package, to: package).isEmpty)
  }

  @Test("what changed in the sources is what the difference tells")
  func edited() async throws {
    let folder = try TemporaryFolder()
    let project = folder.path("edited")
    try FileManager.default.copyItem(atPath: SampleTests.samples + "/HelloStarface", toPath: project)
    let before = PackageReader.read(bytes: try await ProjectBuilder.build(project).bytes, path: "a.sfm").package
    let file = project + "/module.yml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
      .replacingOccurrences(of: "  version: 1\n", with: "  version: 2\n")
      .replacingOccurrences(of: "LANGUAGE: {type: STRING, value: en}", with: "LANGUAGE: {type: STRING, value: de}")
      .replacingOccurrences(of: "- log: Good bye", with: "- log: So long")
      .replacingOccurrences(of: "access: auth", with: "access: noauth")
      .replacingOccurrences(of: "  - {stage: SystemStarted, call: onSystemStarted}\n", with: "")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let after = PackageReader.read(bytes: try await ProjectBuilder.build(project).bytes, path: "b.sfm").package
    let changes = PackageDifference(from: before, to: after).changes
    typealias Change = PackageDifference.Change
    #expect(changes.first == Change(.identity, .changed, "HelloStarface", details: ["version: 1 -> 2"]))
    #expect(changes.contains(Change(.variable, .changed, "LANGUAGE", details: ["value: en -> de"])))
    #expect(changes.contains(Change(.entryPoint, .removed, "SystemStarted")))
    #expect(
      changes.contains(Change(.entryPoint, .changed, "rpc greet", details: ["access: XMLRPC_auth -> XMLRPC_noauth"]))
    )
    let function = try #require(changes.first { $0.subject == .function })
    #expect(function.name == "onDeactivated")
    #expect(
      function.details == [
        "- functionCall Log logLevel=INFO messages=[Good bye]", "+ functionCall Log logLevel=INFO messages=[So long]",
      ]
    )
    #expect(changes.count == 5)
  }

  @Test("two real versions of one module differ in classes, members and use of the platform")
  func realVersions() throws {
    guard Corpus.folder != nil else { return print("skipped without SFM_CORPUS: difference of real versions") }
    let difference = PackageDifference(
      from: try Self.real("7.3-7.X/PRTG_Monitor_v122.sfm"),
      to: try Self.real("10.X/PRTG_Monitor_v126.sfm")
    )
    let subjects = Set(difference.changes.map(\.subject))
    #expect(subjects.isSuperset(of: [.identity, .class, .apiUse]))
    // Judged by javap: the newer version no longer asks the component provider.
    let environment = "de/vertico/starface/module/core/runtime/IRuntimeEnvironment"
    func names(_ kind: PackageDifference.Kind) -> [String] {
      difference.changes.filter { $0.subject == .apiUse && $0.kind == kind }.map(\.name)
    }
    #expect(
      names(.removed).contains("\(environment).provider()Lde/starface/core/component/StarfaceComponentProvider;")
    )
  }

  private static func real(_ suffix: String) throws -> ModulePackage {
    let url = try #require(Corpus.packages.first { $0.path(percentEncoded: false).hasSuffix(suffix) })
    return try PackageReader.read(path: url.path(percentEncoded: false)).package
  }
}
