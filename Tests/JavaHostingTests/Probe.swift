import Archives
import Foundation
import JavaHosting
import ModulePackages
import ModuleRuntime
import TestSupport

/// The module of `Fixtures/Probe`, built once, and runtimes that run it for real.
enum Probe {
  static let moduleID = "5d0b8c3e-3f57-4c0f-9a55-0c2f6f1b7e11"

  /// The installed Javas; the tests are about them.
  static let installations = JavaInstallation.find(in: JavaInstallation.usualFolders)
  /// A Java that has a compiler and runs the probe's platform.
  static let java = installations.filter { $0.feature >= 17 && $0.javac != nil }.min { $0.feature < $1.feature }
  static var hasJava: Bool { java != nil }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
  static let folder = root.appending(path: "Fixtures/Probe").path(percentEncoded: false)

  /// One cache for all tests of a run, so that the host is compiled once.
  static let cache: TemporaryFolder? = try? TemporaryFolder()

  private static let built = Task {
    try await ProjectBuilder.build(folder, BuildOptions(javac: java?.javac)).bytes
  }

  /// The package, perhaps with other bytes for some entries.
  static func package(replacing entries: [String: [UInt8]] = [:]) async throws -> ModulePackage {
    let bytes = try await built.value
    guard !entries.isEmpty else { return PackageReader.read(bytes: bytes, path: "probe.sfm").package }
    let archive = PackageReader.read(bytes: bytes, path: "probe.sfm").package.archive
    var writer = ArchiveWriter(epoch: 0)
    for entry in archive.entries {
      try writer.add(entry.name, try entries[entry.name] ?? archive.content(of: entry))
    }
    return PackageReader.read(bytes: try writer.bytes(), path: "probe.sfm").package
  }

  /// The package as another module, `Neighbour`.
  static func neighbour() async throws -> ModulePackage {
    PackageReader.read(bytes: try await neighbourBytes(), path: "neighbour.sfm").package
  }

  static func neighbourBytes() async throws -> [UInt8] { try await builtNeighbour.value }

  static let neighbourID = "6e1c9d4f-4a68-4d10-8b66-1d3a7a2c8f22"

  private static let builtNeighbour = Task {
    let copy = try TemporaryFolder()
    let project = copy.path("neighbour")
    try FileManager.default.copyItem(atPath: folder, toPath: project)
    let file = project + "/module.yml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacingOccurrences(of: moduleID, with: neighbourID)
      .replacingOccurrences(of: "name: Probe", with: "name: Neighbour")
      .write(toFile: file, atomically: true, encoding: .utf8)
    return try await ProjectBuilder.build(project, BuildOptions(javac: java?.javac)).bytes
  }

  /// The line of `Act.java` that carries `// place: name`.
  static func line(_ place: String) throws -> Int? {
    let source = try String(contentsOfFile: folder + "/src/org/example/probe/Act.java", encoding: .utf8)
    return source.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.hasSuffix("// place: \(place)") }.map { $0 + 1 }
  }

  static func configuration(_ change: (inout JavaHostConfiguration) -> Void = { _ in }) throws -> JavaHostConfiguration
  {
    var configuration = JavaHostConfiguration(
      platform: try .stubs(ofVersion: "9.0.2.4"),
      javaLevel: 17,
      cacheFolder: cache?.path("java") ?? "",
      limits: JavaLimits(wallTime: .seconds(10), heapBytes: 64 << 20, outputBytes: 200_000)
    )
    change(&configuration)
    return configuration
  }
}

/// A runtime with one instance, `A`, of the probe.
struct ProbeRuntime {
  let host: JavaProcessHost
  let runtime: ModuleRuntime
  let instance: String

  init(
    package: ModulePackage? = nil,
    level: LogLevel = .info,
    _ change: (inout JavaHostConfiguration) -> Void = { _ in }
  ) async throws {
    host = try await JavaProcessHost(Probe.configuration(change))
    runtime = ModuleRuntime(
      configuration: RuntimeConfiguration(platformVersion: "9.0.2.4", limits: RuntimeLimits(wallTime: .seconds(60))),
      javaHost: host
    )
    let probe: ModulePackage
    if let package { probe = package } else { probe = try await Probe.package() }
    try await runtime.importPackage(probe)
    instance = try await runtime.createInstance(of: Probe.moduleID, name: "A", logLevel: level)
    try await runtime.activate(instance)
  }

  /// Installs another module beside it, with one instance, `N`.
  func addNeighbour() async throws {
    try await runtime.importPackage(try await Probe.neighbour())
    try await runtime.activate(try await runtime.createInstance(of: Probe.neighbourID, name: "N"))
  }

  /// Lets `Act` do something; its text.
  @discardableResult
  func act(_ kind: String, _ object: Value = .null) async throws -> String? {
    try await runtime.call("A.act", ["kind": .string(kind), "object": object])["text"]?.text
  }

  /// The exception that `Act` ends with; nil when it does not.
  func failure(_ kind: String, _ object: Value = .null) async throws -> JavaException? {
    do {
      _ = try await act(kind, object)
      return nil
    } catch RuntimeError.failed(let failure) {
      return failure.exception
    }
  }

  /// The log's lines: level and message.
  func lines() async -> [String] {
    await runtime.log(of: instance).map { "\($0.level.name) \($0.message)" }
  }
}
