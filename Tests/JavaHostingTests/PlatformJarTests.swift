import Archives
import Foundation
import InterfaceManifests
import JavaHosting
import ModulePackages
import ModuleRuntime
import TestSupport
import Testing

/// A user's own platform jars: found where a servlet container finds them, in its order, and before the module's classes.
@Suite(.enabled(if: Probe.hasJava, "no JDK 17 or newer is installed"))
struct PlatformJarTests {
  /// Classes by internal name that say `word`.
  private func classes(_ names: [String], saying word: String) throws -> [String: [UInt8]] {
    let folder = try TemporaryFolder()
    var sources: [String] = []
    for name in names {
      let parts = name.split(separator: "/")
      let source = folder.path("\(name).java")
      try FileManager.default.createDirectory(
        atPath: folder.path(parts.dropLast().joined(separator: "/")),
        withIntermediateDirectories: true
      )
      let text = """
        package \(parts.dropLast().joined(separator: "."));
        public class \(parts.last ?? "") {
          public static String word() { return "\(word)"; }
          public static int gone() { return 2; }
        }
        """
      try Data(text.utf8).write(to: URL(filePath: source))
      sources.append(source)
    }
    let process = Process()
    process.executableURL = URL(filePath: try #require(Probe.java?.javac))
    process.arguments = ["-d", folder.path("out"), "--release", "17"] + sources
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    var classes: [String: [UInt8]] = [:]
    for name in names { classes[name + ".class"] = try FileSystem.read(folder.path("out/\(name).class")) }
    return classes
  }

  private func jar(_ entries: [String: [UInt8]]) throws -> [UInt8] {
    var writer = ArchiveWriter(epoch: 0)
    for (name, bytes) in entries.sorted(by: { $0.key < $1.key }) { try writer.add(name, bytes) }
    return try writer.bytes()
  }

  /// A folder as a servlet container has it.
  private func applicationServer() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let which = "org/example/platform/Which"
    let only = "org/example/platform/OnlyInJars"
    for (entry, bytes) in try classes([which], saying: "classes") {
      try FileSystem.makeFolder(folder.path("WEB-INF/classes/org/example/platform"))
      try AtomicFile.write(bytes, to: folder.path("WEB-INF/classes/\(entry)"))
    }
    try FileSystem.makeFolder(folder.path("WEB-INF/lib"))
    for name in ["b", "a"] {
      let shadow = name == "a" ? ["org/example/probe/Helper"] : []
      try AtomicFile.write(
        try jar(classes([which, only] + shadow, saying: name)),
        to: folder.path("WEB-INF/lib/\(name).jar")
      )
    }
    let line = try PlatformLine.starface()
    let view = try #require(line.views.first { $0.version.description == "9.0.2.4" })
    try AtomicFile.write(try StubJar(view).bytes(includingHook: false), to: folder.path("WEB-INF/lib/starface.jar"))
    return folder
  }

  @Test func `classes come first, then jars in byte order, and the platform's class before the module's`() async throws
  {
    let folder = try applicationServer()
    var ran = 0
    for place in [folder.path(""), folder.path("WEB-INF")] {
      let platform = try JavaPlatform.jars(inFolder: place)
      let probe = try await ProbeRuntime { $0.platform = platform }
      let say = { (name: String) in try await probe.act("word", .string("org.example.platform.\(name)")) }
      #expect(try await say("Which") == "classes")
      #expect(try await say("OnlyInJars") == "a")
      // The module brings its own, which says 1 and has no word.
      #expect(try await probe.act("missing") == "2")
      #expect(try await probe.act("word", .string("org.example.probe.Helper")) == "a")
      #expect(
        try await probe.failure("word", .string("org.example.platform.No"))?.className
          == "java.lang.ClassNotFoundException"
      )
      await probe.host.shutDown()
      ran += 1
    }
    #expect(ran == 2)
  }

  @Test func `a folder of jars alone is in byte order, and an empty one is refused`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: JavaHostingError.self) { _ = try JavaPlatform.jars(inFolder: folder.path("")) }
    for name in ["b.jar", "a.jar", "B.jar", "readme.txt"] {
      try AtomicFile.write(Array("x".utf8), to: folder.path(name))
    }
    guard case .jars(let path) = try JavaPlatform.jars(inFolder: folder.path("")) else {
      Issue.record("no jars")
      return
    }
    #expect(path.map { $0.split(separator: "/").last.map(String.init) } == ["B.jar", "a.jar", "b.jar"])
  }
}
