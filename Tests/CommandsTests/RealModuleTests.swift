import Foundation
import Archives
import ModulePackages
import TestSupport
import Testing

/// Real modules on their own platform version, in both Java modes: created, activated, changed, given two minutes,
/// imported again.
@Suite struct RealModuleTests {
  /// The module whose functions the sensors of one repository call.
  private static let sensorServer = "ead1f6d9-f988-4b0a-b1de-6b53047bac0f"

  private struct Package {
    let path: String
    let folder: String
    let isServer: Bool
  }

  @Test func `every real module lives its life in both Java modes`() async throws {
    if Corpus.packages.isEmpty { return print("skipped: real modules, as SFM_CORPUS is not set") }
    if !InstalledJava.isThere { return print("skipped: real modules, as no JDK is installed") }
    let packages = try Corpus.packages.map { url in
      let path = url.path(percentEncoded: false)
      let manifest = try PackageReader.read(path: path).package.manifest
      return Package(
        path: path,
        folder: url.deletingLastPathComponent().path(percentEncoded: false),
        isServer: manifest?.objectID == Self.sensorServer
      )
    }
    let servers = packages.filter(\.isServer)
    var counts: [String: [Int32: Int]] = [:]
    for mode in ["linked", "jvm"] {
      for package in packages {
        var arguments = ["run", package.path, "--java", mode, "--lenient", "--fire", "InstanceChanged"]
        arguments += ["--advance", "2m", "--reimport"]
        // The server that stands beside it, else the oldest.
        if let server = servers.first(where: { $0.folder == package.folder }) ?? servers.first, !package.isServer {
          arguments += ["--with", server.path]
        }
        let run = await JavaModeTests.world().run(arguments)
        #expect(run.status <= 1, "\(package.path): \(run.errors)")
        #expect(!run.output.contains("Java process did not start"), "\(package.path)")
        counts[mode, default: [:]][run.status, default: 0] += 1
      }
    }
    print("real modules: \(packages.count), linked \(counts["linked"] ?? [:]), JVM \(counts["jvm"] ?? [:])")
    #expect(counts["linked"]?.values.reduce(0, +) == packages.count)
    #expect(counts["jvm"]?.values.reduce(0, +) == packages.count)
    // Without mocks some fail on both: they need a value, a shell command or a class that they do not have.
    #expect(counts["jvm"]?[0] ?? 0 >= packages.count * 2 / 3)
  }
}
