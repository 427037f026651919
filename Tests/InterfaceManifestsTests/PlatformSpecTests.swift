import InterfaceManifests
import TestSupport
import Testing

@Suite struct PlatformSpecTests {
  static func versions(_ spec: String) throws -> [String] {
    try PlatformSpec(parsing: spec).resolve().map(\.version.description)
  }

  @Test(arguments: [
    ("7.3", "7.3.0.8"), ("7.3.0.5", "7.3.0.5"), ("7", "7.3.0.8"), ("9", "9.0.3.4"), ("9.x", "9.0.3.4"),
    ("7.2..7.3", "7.2.0.4 7.2.0.5 7.2.1.1 7.3.0.5 7.3.0.8"),
    ("7.2..9.0.0", "7.2.0.4 7.2.0.5 7.2.1.1 7.3.0.5 7.3.0.8 8.1.2.2 8.1.3.0 9.0.0.3"),
    ("10, 7.2 ,7.2.1.1", "10.0.0.4 7.2.1.1"), ("java:17", "17"), ("java:all", "7 8 11 17 21"), ("java:8..11", "8 11"),
    ("9.0.2..", "9.0.2.4 9.0.3.4 10.0.0.4"), ("..6.6", "6.5.1.5 6.6.0.6 6.6.0.10"), ("java:..8", "7 8"),
    ("7.2.1 .. 7.3.0.5", "7.2.1.1 7.3.0.5"),
    (
      "all",
      "6.5.1.5 6.6.0.6 6.6.0.10 6.7.3.11 7.0.0.8 7.0.2.1 7.1.1.6 7.2.0.4 7.2.0.5 7.2.1.1 7.3.0.5 7.3.0.8 8.1.2.2 8.1.3.0 9.0.0.3 9.0.1.3 9.0.2.4 9.0.3.4 10.0.0.4"
    ),
  ])
  func resolves(_ spec: String, _ expected: String) throws {
    #expect(try Self.versions(spec).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    (
      "7.9",
      "no version 7.9 of starface is known; known are 6.5.1.5, 6.6.0.6, 6.6.0.10, 6.7.3.11, 7.0.0.8, 7.0.2.1, 7.1.1.6, 7.2.0.4, 7.2.0.5, 7.2.1.1, 7.3.0.5, 7.3.0.8, 8.1.2.2, 8.1.3.0, 9.0.0.3, 9.0.1.3, 9.0.2.4, 9.0.3.4, 10.0.0.4; the nearest is 7.3.0.8"
    ),
    ("java:12", "no version 12 of java is known; known are 7, 8, 11, 17, 21; the nearest is 11"),
    ("7.3,", "'7.3,' is no platform specification: it has an empty part"),
    ("9.0..7.2", "'9.0..7.2' is no platform specification: the range '9.0..7.2' runs backwards"),
    ("..", "'..' is no platform specification: '..' should be a range such as 7.2..9.0, 8.1.. or ..7.2"),
    ("java:..6", "no version ..6 of java is known; known are 7, 8, 11, 17, 21; the nearest is 7"),
    (
      "11.0..",
      "no version 11.0.. of starface is known; known are 6.5.1.5, 6.6.0.6, 6.6.0.10, 6.7.3.11, 7.0.0.8, 7.0.2.1, 7.1.1.6, 7.2.0.4, 7.2.0.5, 7.2.1.1, 7.3.0.5, 7.3.0.8, 8.1.2.2, 8.1.3.0, 9.0.0.3, 9.0.1.3, 9.0.2.4, 9.0.3.4, 10.0.0.4; the nearest is 10.0.0.4"
    ),
    (
      "starface:x",
      "'starface:x' is no platform specification: 'starface:x' is no version (7.3, 7.3.0.5), range (7.2..9.0, 8.1.., ..7.2), 'all', or manifest file"
    ),
    ("tomcat:9", "'tomcat:9' is no platform specification: no platform 'tomcat' is known; known are starface, java"),
    ("./nowhere.manifest", "./nowhere.manifest: cannot be read: No such file or directory"),
  ])
  func refuses(_ spec: String, _ message: String) {
    do {
      Issue.record("resolved to \(try Self.versions(spec))")
    } catch {
      #expect("\(error)" == message)
    }
  }

  /// Text manifests given together share a line; a compiled file stands for all its versions.
  @Test func files() throws {
    let folder = try TemporaryFolder()
    var random = RandomManifest(seed: 1)
    let manifests = [random.manifest(1), random.manifest(2)]
    for manifest in manifests {
      try Array(manifest.text.utf8).write(to: folder.path("\(manifest.version).manifest"))
    }
    try LineCompiler.compile(manifests).write(to: folder.path("both.line"))
    let texts = try PlatformSpec(parsing: "\(folder.path("2.1.manifest")),\(folder.path("1.1.manifest"))").resolve()
    #expect(texts.map(\.version.description) == ["2.1", "1.1"])
    #expect(texts.map { $0.line.versions.count } == [2, 2])
    #expect(texts.map { $0.manifest() } == manifests.reversed())
    let compiled = try PlatformSpec(parsing: folder.path("both.line")).resolve()
    #expect(compiled.map { $0.manifest() } == manifests)
  }

  @Test func javaLevels() throws {
    let java = try PlatformLine.java()
    let found = [6, 7, 8, 9, 11, 16, 17, 21, 25].map { java.javaView(level: $0)?.javaLevel ?? 0 }
    #expect(found == [7, 7, 8, 8, 11, 11, 17, 21, 21])
  }

  @Test func versionOrder() throws {
    let sorted = try ["10.0.0.4", "9.x", "6.6.0.10", "6.6.0.6", "9.0.3.4", "9", "10.x"].map {
      try #require(PlatformVersion($0))
    }.sorted()
    #expect(sorted.map(\.description) == ["6.6.0.6", "6.6.0.10", "9", "9.0.3.4", "9.x", "10.0.0.4", "10.x"])
    for text in ["", ".", "7.", "x", "7..3", "7.3a", "-1", "7.x.3", "99999999999"] {
      #expect(PlatformVersion(text) == nil, "\(text)")
    }
  }
}
