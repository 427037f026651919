import Archives
import ClassFiles
import Findings
import Foundation
import ModuleDescriptors
import ModulePackages
import PackageFixtures
import TestSupport
import Testing
import Validation

/// Packages that work on an appliance, made from everything that real packages are known to contain (package-format.md):
/// nothing above a notice is found in them, and they are read, written, unpacked and built without a loss.
@Suite("Working packages") struct WorkingPackageTests {
  @Test("there are enough") func count() {
    #expect(Self.all.count >= 35)
    #expect(Set(Self.all.map(\.testDescription)).count == Self.all.count)
  }

  @Test("nothing above a notice is found, nothing is lost", arguments: all)
  func works(_ working: WorkingPackage) async throws {
    var sample = try SampleModule()
    try working.change(&sample)
    let text = try sample.text()
    let parsed = try ModuleDescriptor.parse(Array(text.utf8))
    #expect(String(decoding: parsed.descriptor.write(), as: UTF8.self) == text)

    let package = PackageReader.read(bytes: try sample.bytes(), path: "working.sfm").package
    let findings = Validator.findings(in: package).filter { $0.severity != .notice }
    #expect(findings.allSatisfy { $0.severity == .warning }, "\(findings.map(\.message))")
    #expect(Set(findings.map(\.rule)) == working.warnings, "\(findings.map(\.message))")

    let folder = try TemporaryFolder()
    _ = try ProjectUnpacker.unpack(package, to: folder.path("project"))
    let built = try await ProjectBuilder.build(folder.path("project"))
    let again = PackageReader.read(bytes: built.bytes, path: "again.sfm").package
    #expect(try Self.contents(again) == Self.contents(package))
  }

  private static func contents(_ package: ModulePackage) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for entry in package.entries { contents[entry.path] = try package.archive.content(of: entry.entry) }
    return contents
  }

  static let all =
    WorkingPackage.identities + WorkingPackage.entryPoints + WorkingPackage.statements + WorkingPackage.javaFunctions
    + WorkingPackage.pages
}
