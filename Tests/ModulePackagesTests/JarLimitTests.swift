import Archives
import Findings
import ModulePackages
import PackageFixtures
import Testing

/// Jars in a package are opened up to a number, which the finding names.
@Suite struct JarLimitTests {
  private static func package(jars: Int) throws -> ModulePackage {
    var package = FixturePackage()
    for number in 0..<jars { package.jars["\(number).jar"] = ["a.txt": [1]] }
    return PackageReader.read(bytes: try package.bytes(), path: "jars.sfm", limits: ArchiveLimits(archives: 3)).package
  }

  @Test func moreAreToldAndNotOpened() throws {
    let package = try Self.package(jars: 5)
    #expect(package.findings.map(\.rule.rawValue) == ["zip.limit.archives"])
    #expect(package.findings.map(\.message) == ["5 jars, of which 3 are looked into"])
    #expect(package.libraries.count == 3)
  }

  @Test func asManyAsAreAllowedAreFine() throws {
    let package = try Self.package(jars: 3)
    #expect(package.findings == [])
    #expect(package.libraries.count == 3)
  }
}
