import Foundation
import InterfaceManifests
import Testing

/// Holds the shipped lines against their generator. With `SFM_UPDATE_PLATFORM_DATA=1` (see `Tools/make-platform-data`)
/// the generated files are written instead of compared.
@Suite(.serialized) struct PlatformDataTests {
  static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/CPlatformData")
  static let isUpdating = ProcessInfo.processInfo.environment["SFM_UPDATE_PLATFORM_DATA"] == "1"

  static func manifests(in folder: String) throws -> [InterfaceManifest] {
    let folder = data.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".manifest") }
      .sorted()
      .map { name in
        try InterfaceManifest(parsing: Array(Data(contentsOf: folder.appending(path: name))), file: name)
      }
  }

  static func settle(_ generated: [UInt8], _ name: String) throws {
    let file = data.appending(path: name)
    if isUpdating {
      try Data(generated).write(to: file)
    } else {
      #expect(Array(try Data(contentsOf: file)) == generated, "\(name) is stale: run Tools/make-platform-data")
    }
  }

  @Test func starface() throws {
    let manifests = try Self.manifests(in: "starface")
    #expect(manifests.count == 21)
    try Self.settle(LineCompiler.compile(manifests), "starface.line")
  }

  /// The whole compiled line stays small enough to be part of the tool.
  @Test func size() throws {
    let sizes = try ["starface.line", "java.line"].map { try Data(contentsOf: Self.data.appending(path: $0)).count }
    print("compiled lines: \(sizes) bytes")
    #expect(sizes.allSatisfy { $0 > 10_000 })
    #expect(sizes.reduce(0, +) < 4_000_000)
  }

  /// JDK 25 knows release 21; the text is what a machine without such a JDK compiles from.
  @Test func java21Text() throws {
    guard let home = InstalledJDK.home(feature: 25) else {
      print("skipped: java/21.manifest against its generator, no JDK 25 here")
      return
    }
    let extraction = try Extraction.jdk(home: home, release: 21)
    #expect(extraction.problems == [])
    try Self.settle(Array(extraction.manifest.text.utf8), "java/21.manifest")
  }

  @Test func java() throws {
    guard let home = InstalledJDK.home(feature: 17) else {
      print("skipped: java.line against its generator, no JDK 17 here")
      return
    }
    var manifests = try Self.manifests(in: "java")
    for release in [7, 8, 11, 17] {
      let extraction = try Extraction.jdk(home: home, release: release)
      #expect(extraction.problems == [])
      manifests.append(extraction.manifest)
    }
    let oldest = manifests.min { $0.version < $1.version }
    if !Self.isUpdating, try PlatformLine.java().view(0)?.sources != oldest?.sources {
      print("skipped: java.line was made with another build of JDK 17 than the one here")
      return
    }
    try Self.settle(LineCompiler.compile(manifests), "java.line")
  }
}
