import Archives
import Findings
import Foundation
import InterfaceManifests
import ModulePackages
import PackageFixtures
import TestSupport
import Testing

@testable import Linkage

/// Signed jars that were changed, or that share packages with others, judged by the class path of a JVM.
@Suite struct SignerTests {
  typealias Entries = [String: [UInt8]]

  /// What is done to two jars with classes of one package.
  enum Case: CaseIterable {
    case unsigned, sameSigner, otherSigner, oneSigned, second, classChanged, mainChanged, sectionChanged, sectionLost,
      added, blockLost, untouched
  }

  @Test func signedJars() async throws {
    guard let maker = DifferentialHarness.Judge(level: 17) else {
      print("skipped: no JDK")
      return
    }
    let folder = try TemporaryFolder()
    try compile(maker, folder)
    let plain = ["a": try archive(folder, "a"), "b": try archive(folder, "b")]
    let signed = try sign(plain, maker, folder)
    var judged = 0
    for one in Case.allCases {
      let (a, b) = try jars(one, plain, signed)
      let place = folder.path("set-\(one)")
      try FileManager.default.createDirectory(atPath: place + "/lib", withIntermediateDirectories: true)
      for (name, entries) in ["a": a, "b": b] {
        let bytes = try FixturePackage.jar(entries)
        try Data(bytes).write(to: URL(filePath: "\(place)/lib/\(name).jar"))
      }
      let classPath = ["\(place)/lib/a.jar", "\(place)/lib/b.jar", folder.path("out/main")].joined(separator: ":")
      let said = try DifferentialHarness.output(
        maker.java,
        ["-cp", classPath, "Main", "p.One", "p.More", "p.Two", "q.Apart"]
      )
      let check = LinkageCheck(
        try ClassSet.read(path: place),
        platforms: [
          LinkPlatform(version: nil, view: nil, java: try PlatformLine.java().javaView(level: 17), javaLevel: 17)
        ]
      )
      let problems = try #require(await check.run().first).problems
      let told = problems.map { "\($0.error ?? ""): \($0.message)" }
      let heard = Set(said.split(separator: "\n").map(String.init))
      #expect(Set(told) == heard, "\(one)")
      #expect(told.count == heard.count, "\(one)")
      #expect(problems.allSatisfy { $0.certainty == .possible && $0.severity == .warning })
      judged += 1
    }
    #expect(judged == Case.allCases.count)
  }

  @Test func whatIsTold() async throws {
    // A block that is none signs nothing; a signature file without a block says nothing.
    #expect(SignerCertificates.read([]) == nil)
    #expect(SignerCertificates.read([0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 0x06]) == nil)
    #expect(SignerCertificates.read([0x30, 0x80]) == nil)
    let digest = try #require(
      JarDigest(.init("SHA-256-Digest", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="), kind: "-Digest")
    )
    #expect(digest.fits(Array("abc".utf8)) == true)
    #expect(digest.fits(Array("abd".utf8)) == false)
    #expect(JarDigest(.init("SHA-256-Digest", "x"), kind: "-Digest-Manifest") == nil)
    #expect(JarDigest(.init("GOST-Digest", "x"), kind: "-Digest")?.fits([]) == nil)
    let manifest = ManifestBytes(Array("A: b\r\n\r\nName: long\r\n er\r\nX: y\r\n\r\nName: last\nZ: z".utf8))
    #expect(manifest.main.count == 8)
    #expect(manifest["longer"]?.count == 25)
    #expect(manifest["last"]?.count == 15)
  }

  private func jars(_ one: Case, _ plain: [String: Entries], _ signed: [String: Entries]) throws -> (Entries, Entries) {
    func entries(_ name: String) throws -> Entries { try #require(signed[name]) }
    let b = try #require(plain["b"])
    var a = try entries("a1")
    func edit(_ name: String, _ change: (String) -> String) {
      a[name] = a[name].map { Array(change(String(decoding: $0, as: UTF8.self)).utf8) }
    }
    switch one {
    case .unsigned: return (try #require(plain["a"]), b)
    case .sameSigner: return (a, try entries("b1"))
    case .otherSigner: return (a, try entries("b2"))
    case .oneSigned: return (a, b)
    case .second: return (try #require(plain["a"]), try entries("b1"))
    case .classChanged: a["p/One.class"] = try #require(plain["other"] ?? plain["a"])["p/More.class"]
    case .mainChanged:
      edit(JarManifest.entryName) { $0.replacingOccurrences(of: "Created-By: ", with: "Created-By: not ") }
    case .sectionChanged:
      edit(JarManifest.entryName) {
        $0.replacingOccurrences(of: "Name: p/One.class", with: "Name: p/One.class\r\nMark: x")
      }
    case .sectionLost:
      edit(JarManifest.entryName) { $0.replacingOccurrences(of: "Name: p/One.class", with: "Name: p/Gone.class") }
    case .added: a["p/Two.class"] = b["p/Two.class"]
    case .blockLost: a["META-INF/ONE.RSA"] = nil
    case .untouched: return (a, b.filter { !$0.key.hasPrefix("p/") })
    }
    return (a, b.filter { !$0.key.hasPrefix("p/") })
  }

  private func compile(_ maker: DifferentialHarness.Judge, _ folder: TemporaryFolder) throws {
    let sources = [
      "a/p/One": "package p; public class One { }", "a/p/More": "package p; public class More { }",
      "b/p/Two": "package p; public class Two { }", "b/q/Apart": "package q; public class Apart { }",
      "main/Main": """
      public class Main { public static void main(String[] names) throws Exception {
        for (String name : names) try { Class.forName(name); } catch (SecurityException e) { System.out.println(e); }
        catch (ClassNotFoundException | LinkageError e) { } } }
      """,
    ]
    for (name, text) in sources {
      let path = folder.path("src/\(name).java")
      let parent = URL(filePath: path).deletingLastPathComponent().path
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    for part in ["a", "b", "main"] {
      let own = sources.keys.filter { $0.hasPrefix("\(part)/") }.map { folder.path("src/\($0).java") }
      _ = try DifferentialHarness.output(
        maker.jdk + "/bin/javac",
        ["--release", "8", "-nowarn", "-d", folder.path("out/\(part)")] + own
      )
    }
  }

  private func archive(_ folder: TemporaryFolder, _ part: String) throws -> Entries {
    var entries: Entries = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path("out/\(part)"))
    where path.hasSuffix(".class") {
      entries[path] = [UInt8](try Data(contentsOf: URL(filePath: folder.path("out/\(part)/\(path)"))))
    }
    return entries
  }

  /// Both jars signed by one key, and the second by another, too.
  private func sign(
    _ plain: [String: Entries],
    _ maker: DifferentialHarness.Judge,
    _ folder: TemporaryFolder
  ) throws -> [String: Entries] {
    let store = folder.path("keys.p12")
    let access = ["-keystore", store, "-storetype", "PKCS12", "-storepass", "secret"]
    for key in ["one", "two"] {
      _ = try DifferentialHarness.output(
        maker.jdk + "/bin/keytool",
        ["-genkeypair", "-alias", key, "-dname", "CN=\(key)", "-keyalg", "RSA", "-validity", "36500"] + access
      )
    }
    var signed: [String: Entries] = [:]
    for (name, part, key) in [("a1", "a", "one"), ("b1", "b", "one"), ("b2", "b", "two")] {
      let path = folder.path("\(name).jar")
      let manifest = JarManifest(main: [.init("Manifest-Version", "1.0"), .init("Created-By", "a test")])
      var entries = try #require(plain[part])
      entries[JarManifest.entryName] = manifest.bytes()
      let bytes = try FixturePackage.jar(entries)
      try Data(bytes).write(to: URL(filePath: path))
      _ = try DifferentialHarness.output(maker.jdk + "/bin/jarsigner", access + [path, key])
      let archive = try Archive.open(path: path)
      signed[name] = try Dictionary(
        uniqueKeysWithValues: archive.entries.filter { !$0.name.hasSuffix("/") }.map {
          ($0.name, try archive.content(of: $0))
        }
      )
    }
    return signed
  }
}
