import Archives
import Findings
import Foundation
import ModulePackages
import PackageFixtures
import TestSupport
import Testing

@Suite("Unpacking and building again")
struct RoundTripTests {
  /// The entries of a package with their contents.
  static func contents(_ package: ModulePackage) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for entry in package.entries { contents[entry.path] = try package.archive.content(of: entry.entry) }
    return contents
  }

  /// Unpacks, builds, and compares every entry.
  static func roundTrip(_ package: ModulePackage, in folder: TemporaryFolder, twice: Bool = true) async throws {
    let project = folder.path(UUID().uuidString)
    _ = try ProjectUnpacker.unpack(package, to: project)
    let built = try await ProjectBuilder.build(project)
    let again = PackageReader.read(bytes: built.bytes, path: "again.sfm").package
    #expect(try contents(again) == contents(package), "\(package.path)")
    #expect(again.findings.filter { $0.severity == .error } == [])
    guard twice else { return }
    #expect(try await ProjectBuilder.build(project).bytes == built.bytes)
  }

  @Test("every real package comes back with the same entries and the same bytes in them")
  func corpus() async throws {
    guard Corpus.folder != nil else { return print("skipped without SFM_CORPUS: round trips of real packages") }
    let folder = try TemporaryFolder()
    var entries = 0
    for (number, url) in Corpus.packages.enumerated() {
      let package = try PackageReader.read(path: url.path(percentEncoded: false)).package
      entries += package.entries.count
      try await Self.roundTrip(package, in: folder, twice: number % 8 == 0)
    }
    #expect(Corpus.packages.count == 74)
    #expect(entries == 304)
  }

  /// A descriptor with those file resources.
  static func descriptor(files: [(id: String, name: String, fileExtension: String)]) -> String {
    let list = files.map { file in
      """
              <file locale="" type="BINARY" id="\(file.id)" name="\(file.name)">
                  <realFileExtension>\(file.fileExtension)</realFileExtension>
              </file>

      """
    }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <module lastChangedTime="1" moduleType="EXTENDED" createTime="1" id="\(FixturePackage.moduleID)" name="M" \
      specVersion="5" vendor="V" version="7">
          <description></description>
          <descriptionURL></descriptionURL>
          <disabled>false</disabled>
          <inputVars/>
          <outputVars/>
          \(list.isEmpty ? "<resources/>" : "<resources>\n\(list)    </resources>")
          <children/>
          <createdWith>STARFACE 7.3.0.5</createdWith>
          <defaultLocale>en</defaultLocale>
          <editable>true</editable>
          <entryPoints/>
          <noLicenseId>x</noLicenseId>
          <shortDescription></shortDescription>
          <writeHash/>
      </module>

      """
  }

  @Test("resources that share a name, or whose names cannot be files, come back to their entries")
  func resourceNames() async throws {
    let names = [
      "a.txt", "A.TXT", "../../escape.txt", "con.txt", "two/parts.txt", ".hidden", "plain.dat", "r2.txt", "é.txt", "",
      "x.jar", "Code.class",
    ]
    let files = names.enumerated().map {
      ("r\($0)", $1, $1.hasSuffix(".class") ? "class" : $1.hasSuffix(".jar") ? "jar" : "txt")
    }
    var fixture = FixturePackage(descriptor: Self.descriptor(files: files))
    for (index, file) in files.enumerated() { fixture.entries["res/\(file.0).\(file.2)"] = [UInt8(index)] }
    fixture.entries["res/unknown.bin"] = [99]
    fixture.entries["notes/read me.txt"] = [1, 2]
    fixture.entries["de/example/Deep.class"] = [3]
    fixture.entries["lib/inner.jar"] = [4]
    let package = PackageReader.read(bytes: try fixture.bytes(), path: "names.sfm").package
    #expect(package.entries.count { $0.resource != nil } == names.count)
    let folder = try TemporaryFolder()
    try await Self.roundTrip(package, in: folder)
    let project = folder.path("shown")
    let written = try ProjectUnpacker.unpack(package, to: project).files
    #expect(written.contains("resources/plain.dat"))
    #expect(Set(written.map { $0.lowercased() }).count == written.count)
    #expect(written.allSatisfy { !$0.contains("..") })
  }

  @Test("folder entries of other writers come back")
  func folders() async throws {
    var writer = ArchiveWriter(epoch: 1_700_000_000)
    try writer.add("META-INF/", [])
    try writer.add("META-INF/MANIFEST.MF", Array("Manifest-Version: 1.0\r\n\r\n".utf8))
    try writer.add("module-descriptor.xml", Array(Self.descriptor(files: []).utf8))
    try writer.add("empty/", [])
    let package = PackageReader.read(bytes: try writer.bytes(), path: "folders.sfm").package
    #expect(package.entries.count { $0.kind == .folder } == 2)
    try await Self.roundTrip(package, in: try TemporaryFolder())
  }

  @Test("what is not ours in a folder is not touched without force, and kept with it")
  func force() throws {
    let folder = try TemporaryFolder()
    let project = folder.path("project")
    try FileManager.default.createDirectory(atPath: project + "/scenarios", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: project + "/classes", withIntermediateDirectories: true)
    try Data([1]).write(to: URL(filePath: project + "/scenarios/a.scenario.yml"))
    try Data([1]).write(to: URL(filePath: project + "/classes/Stale.class"))
    let outside = folder.path("outside")
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: project + "/other", withDestinationPath: outside)
    let bytes = try FixturePackage(descriptor: Self.descriptor(files: [])).bytes()
    let package = PackageReader.read(bytes: bytes, path: "m.sfm").package
    #expect(throws: ProjectError.self) { try ProjectUnpacker.unpack(package, to: project) }
    _ = try ProjectUnpacker.unpack(package, to: project, force: true)
    #expect(FileManager.default.fileExists(atPath: project + "/scenarios/a.scenario.yml"))
    #expect(!FileManager.default.fileExists(atPath: project + "/classes/Stale.class"))
    #expect(FileManager.default.fileExists(atPath: project + "/other/META-INF/MANIFEST.MF"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside) == [])
  }

  @Test(
    "a name that could lead outside refuses the whole package",
    arguments: [
      "../evil.txt", "a/../../evil.txt", "/etc/evil", "C:/evil", "a\\..\\evil", "a//b", "./a", "x/.", "..", "nul\u{0}l",
      "line\nbreak", "colon:stream", "turn\u{202E}ed", String(repeating: "x", count: 300), "META-INF/../../m",
      "classes/../../../x.class", "lib/../..//x.jar", "res/../../y",
    ]
  )
  func hostileNames(_ name: String) throws {
    var fixture = FixturePackage(descriptor: Self.descriptor(files: []))
    fixture.entries[name] = Array("evil".utf8)
    let package = PackageReader.read(bytes: try fixture.bytes(), path: "evil.sfm").package
    let folder = try TemporaryFolder()
    let error = #expect(throws: ProjectError.self) {
      try ProjectUnpacker.unpack(package, to: folder.path("in/project"))
    }
    #expect(error?.kind == .refused)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.url.path(percentEncoded: false)) == [])
  }

  @Test("a link and two entries of one name refuse the package, too")
  func linksAndDuplicates() throws {
    let folder = try TemporaryFolder()
    let script = """
      import zipfile, sys
      z = zipfile.ZipFile(sys.argv[1], 'w')
      if sys.argv[2] == 'link':
        i = zipfile.ZipInfo('link.txt'); i.create_system = 3; i.external_attr = 0o120777 << 16
        z.writestr(i, '/etc/passwd')
      else:
        z.writestr('a.txt', 'a'); z.writestr('a.txt', 'b')
      z.close()
      """
    for kind in ["link", "duplicate"] {
      let path = folder.path(kind + ".zip")
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["python3", "-W", "ignore", "-c", script, path, kind]
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
      let package = try PackageReader.read(path: path).package
      let error = #expect(throws: ProjectError.self) { try ProjectUnpacker.unpack(package, to: folder.path(kind)) }
      #expect(error?.kind == .refused)
    }
  }
}
