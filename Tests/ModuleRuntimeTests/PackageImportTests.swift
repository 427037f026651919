import Archives
import ModulePackages
import PackageFixtures
import Testing

@testable import ModuleRuntime

/// The platform's order of checks at import, each with its own refusal.
@Suite struct PackageImportTests {
  private static let descriptor = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <module lastChangedTime="1" moduleType="EXTENDED" createTime="0" id="\(FixturePackage.moduleID)" name="Fixture" \
    specVersion="5" vendor="" version="1">
        <description></description><descriptionURL></descriptionURL><disabled>false</disabled>
        <inputVars/><outputVars/><resources/><children/><createdWith>STARFACE 7.3.0.5</createdWith>
        <defaultLocale>en</defaultLocale><editable>true</editable><entryPoints/>
        <noLicenseId>LICENCE</noLicenseId><shortDescription></shortDescription><writeHash></writeHash>
    </module>
    """

  private func refusal(_ change: (inout FixturePackage) -> Void) async throws -> String? {
    var fixture = FixturePackage(descriptor: Self.descriptor)
    change(&fixture)
    let package = PackageReader.read(bytes: try fixture.bytes(), path: "x.sfm").package
    do throws(RuntimeError) {
      try await ModuleRuntime().importPackage(package)
      return nil
    } catch {
      guard case .importRefused(let key, _) = error else { return error.description }
      return key
    }
  }

  @Test func `each step has its own refusal`() async throws {
    #expect(try await refusal { _ in } == nil)
    #expect(try await refusal { $0.manifest = nil } == "Manifest fehlt!")
    #expect(try await refusal { $0.manifest?["ObjectId"] = nil } == "error.import.unknown.module.id")
    #expect(try await refusal { $0.manifest?["StarfaceModule_SpecVersion"] = "five" } == "invalid.version")
    #expect(
      try await refusal { $0.manifest?["StarfaceModule_SpecVersion"] = "6" } == "error.import.incompatible.version"
    )
    #expect(try await refusal { $0.descriptor = nil } == "descriptor error")
    #expect(try await refusal { $0.descriptor = "<module" } == "descriptor error")
    #expect(try await refusal { $0.manifest?["ObjectId"] = "another" } == "mismatch")
    let noArchive = PackageReader.read(bytes: Array("nothing".utf8), path: "x.sfm").package
    await #expect(
      throws: RuntimeError.importRefused(key: "not an archive", reason: "x.sfm does not open as a ZIP or JAR")
    ) {
      try await ModuleRuntime().importPackage(noArchive)
    }
  }

  @Test func `the licence hash decides about activation`() async throws {
    func activated(_ licence: String) async throws -> Bool {
      let fixture = FixturePackage(descriptor: Self.descriptor.replacing("LICENCE", with: licence))
      let package = PackageReader.read(bytes: try fixture.bytes(), path: "x.sfm").package
      let runtime = ModuleRuntime()
      try await runtime.importPackage(package)
      let id = try await runtime.createInstance(of: FixturePackage.moduleID, name: "A")
      do throws(RuntimeError) {
        try await runtime.activate(id)
        return true
      } catch {
        #expect(error == .insufficientLicence(module: "Fixture"))
        return false
      }
    }
    let matching = ModuleIdentity.noLicenseID(moduleID: FixturePackage.moduleID, lastChangedTime: "1")
    #expect(try await activated(matching))
    #expect(try await !activated("0000000000000000000000000000000000000000"))
  }
}
