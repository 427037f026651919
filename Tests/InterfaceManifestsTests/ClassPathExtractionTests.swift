import ClassFiles
import Archives
import Foundation
import InterfaceManifests
import TestSupport
import Testing

@Suite struct ClassPathExtractionTests {
  /// A class whose one method tells where it came from.
  static func type(_ name: String, _ mark: String) throws -> [UInt8] {
    var builder = ClassBuilder(name)
    builder.addMethod(mark, "()V", [.public, .abstract])
    builder.addMethod("hidden", "()V", .private) { code in code.emit(.return) }
    return try builder.build()
  }

  static func jar(_ entries: [(String, [UInt8])], manifest: String = "") throws -> [UInt8] {
    var writer = ArchiveWriter(epoch: 0)
    try writer.add("META-INF/MANIFEST.MF", Array("Manifest-Version: 1.0\r\n\(manifest)\r\n".utf8))
    for (name, bytes) in entries { try writer.add(name, bytes) }
    return try writer.bytes()
  }

  static func marks(_ manifest: InterfaceManifest) -> [String] {
    manifest.classes.map { "\($0.name) " + $0.members.map(\.name).joined(separator: " ") }
  }

  static let version = PlatformVersion(components: [1])

  /// `classes/` shadows `lib/`, a jar an earlier one in byte order; broken things are reported and the rest is read.
  @Test func webApplication() throws {
    let folder = try TemporaryFolder()
    for name in ["app/WEB-INF/classes/a", "app/WEB-INF/lib"] {
      try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
    }
    try Self.type("a/A", "fromClasses").write(to: folder.path("app/WEB-INF/classes/a/A.class"))
    try [1, 2, 3].write(to: folder.path("app/WEB-INF/classes/a/Broken.class"))
    try Self.type("b/Elsewhere", "m").write(to: folder.path("app/WEB-INF/classes/a/Wrong.class"))
    try Self.jar([("a/A.class", Self.type("a/A", "fromLib")), ("b/B.class", Self.type("b/B", "first"))])
      .write(to: folder.path("app/WEB-INF/lib/1.jar"))
    try Self.jar([("b/B.class", Self.type("b/B", "second")), ("c/C.class", Self.type("c/C", "m"))])
      .write(to: folder.path("app/WEB-INF/lib/2.jar"))
    try Array("no jar".utf8).write(to: folder.path("app/WEB-INF/lib/3.jar"))
    for path in ["app", "app/WEB-INF"] {
      let extraction = try Extraction.classPath(
        [folder.path(path)],
        line: "demo",
        version: Self.version,
        javaLevel: 8
      )
      #expect(Self.marks(extraction.manifest) == ["a/A fromClasses", "b/B first", "c/C m"])
      #expect(extraction.problems.count == 3)
      #expect(extraction.problems.contains { $0.contains("3.jar") })
      #expect(extraction.problems.contains { $0.contains("a/Broken.class: not a class file") })
      #expect(extraction.problems.contains { $0.contains("holds class b/Elsewhere") })
      let view = try #require(PlatformLine.open(bytes: LineCompiler.compile([extraction.manifest])).view(0))
      guard case .absent(true) = view.findClass("a/Missing"), case .absent(false) = view.findClass("z/Missing") else {
        Issue.record("a complete manifest knows what is absent")
        return
      }
    }
  }

  /// A folder of classes whose package is called as the folder of a web application's jars.
  @Test func packageCalledLib() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path("out/lib"), withIntermediateDirectories: true)
    try Self.type("lib/A", "m").write(to: folder.path("out/lib/A.class"))
    let extraction = try Extraction.classPath(
      [folder.path("out")],
      line: "demo",
      version: Self.version,
      javaLevel: 8
    )
    #expect(Self.marks(extraction.manifest) == ["lib/A m"])
  }

  /// A JVM follows links; one that leads back up is passed by, one that leads nowhere is told.
  @Test func links() throws {
    let folder = try TemporaryFolder()
    for name in ["out/a", "elsewhere/b"] {
      try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
    }
    try Self.type("a/A", "m").write(to: folder.path("elsewhere/A.class"))
    try Self.type("b/B", "m").write(to: folder.path("elsewhere/b/B.class"))
    let link = FileManager.default.createSymbolicLink(atPath:withDestinationPath:)
    try link(folder.path("out/a/A.class"), folder.path("elsewhere/A.class"))
    try link(folder.path("out/b"), folder.path("elsewhere/b"))
    try link(folder.path("out/up"), folder.path("out"))
    try link(folder.path("out/a/Gone.class"), "nowhere")
    let extraction = try Extraction.classPath(
      [folder.path("out")],
      line: "demo",
      version: Self.version,
      javaLevel: 8
    )
    #expect(Self.marks(extraction.manifest) == ["a/A m", "b/B m"])
    #expect(extraction.problems.count == 1)
    #expect(extraction.problems.first?.hasSuffix("a/Gone.class: cannot be read: No such file or directory") == true)
    #expect(extraction.isPartial)
  }

  @Test(arguments: [(8, "base"), (9, "nine"), (11, "nine"), (17, "seventeen")])
  func multiRelease(_ level: Int, _ expected: String) throws {
    let folder = try TemporaryFolder()
    let entries = [
      ("a/A.class", try Self.type("a/A", "base")), ("META-INF/versions/9/a/A.class", try Self.type("a/A", "nine")),
      ("META-INF/versions/17/a/A.class", try Self.type("a/A", "seventeen")),
      ("META-INF/versions/25/a/A.class", try Self.type("a/A", "late")),
    ]
    try Self.jar(entries, manifest: "Multi-Release: true\r\n").write(to: folder.path("x.jar"))
    try Self.jar(entries).write(to: folder.path("y.jar"))
    let multi = try Extraction.classPath(
      [folder.path("x.jar")],
      line: "demo",
      version: Self.version,
      javaLevel: level
    )
    #expect(Self.marks(multi.manifest) == ["a/A \(expected)"])
    let plain = try Extraction.classPath(
      [folder.path("y.jar"), folder.path("x.jar")],
      line: "demo",
      version: Self.version,
      javaLevel: level
    )
    #expect(Self.marks(plain.manifest) == ["a/A base"])
  }

  @Test func scopes() throws {
    let folder = try TemporaryFolder()
    try Self.jar([("a/A.class", Self.type("a/A", "seen"))]).write(to: folder.path("x.jar"))
    let all = try Extraction.classPath(
      [folder.path("x.jar")],
      line: "demo",
      version: Self.version,
      javaLevel: 8,
      options: .init(scope: .all)
    )
    #expect(Self.marks(all.manifest) == ["a/A hidden seen"])
    #expect(throws: ManifestError.unreadable(path: "/nowhere", reason: "no such file or folder")) {
      try Extraction.classPath(["/nowhere"], line: "demo", version: Self.version, javaLevel: 8)
    }
  }

  /// What a package's own classes use of the platform, and nothing of Java, of itself, or of its libraries.
  @Test func observation() throws {
    var builder = ClassBuilder("own/Task", interfaces: ["p/IRun"])
    builder.addMethod("run", "()V") { code in
      code.invoke(.invokestatic, "p/Provider", "get", "()Lp/Thing;")
      code.invoke(.invokevirtual, "p/Thing", "name", "()Ljava/lang/String;")
      code.invoke(.invokevirtual, "java/lang/String", "trim", "()Ljava/lang/String;")
      code.invoke(.invokestatic, "own/Helper", "help", "(Ljava/lang/String;)V")
      code.invoke(.invokestatic, "lib/Util", "x", "()V")
      code.field(.getstatic, "p/Kind", "RED", "Lp/Kind;")
      code.emit(.pop)
      code.emit(.return)
    }
    let own = [try ClassFile(builder.build()), try ClassFile(Self.type("own/Helper", "help"))]
    var observation = Observation(java: try PlatformLine.java().javaView(level: 8))
    try observation.add(own: own, provided: ["lib/Util"])
    let manifest = observation.manifest(
      line: "starface",
      version: PlatformVersion(components: [8, 1, 3, 0]),
      javaLevel: 17
    )
    #expect(
      manifest.text == """
        sfm-manifest 1
        platform starface
        version 8.1.3.0
        java 17
        coverage observed
        scope public
        source "1 package known to work on 8.1.3.0"
        interface p/IRun public
        type p/Kind public
          field RED Lp/Kind; public static
        class p/Provider public
          method get ()Lp/Thing; public static
        class p/Thing public
          method name ()Ljava/lang/String; public
        end

        """
    )
  }
}
