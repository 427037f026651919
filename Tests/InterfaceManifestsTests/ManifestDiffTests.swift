import InterfaceManifests
import Testing

@Suite struct ManifestDiffTests {
  static func diff(_ old: String, _ new: String, uses: UsedReferences? = nil) throws -> [String] {
    func manifest(_ version: Int, _ body: String) throws -> InterfaceManifest {
      let head =
        "sfm-manifest 1\nplatform demo\nversion \(version)\njava 17\ncoverage complete\nscope public\nsource \"x\"\n"
      return try InterfaceManifest(parsing: Array((head + body + "\nend\n").utf8), file: "v\(version)")
    }
    let line = try PlatformLine.open(bytes: LineCompiler.compile([manifest(1, old), manifest(2, new)]))
    let from = try #require(line.view(0))
    let to = try #require(line.view(1))
    return ManifestDiff(from: from, to: to, uses: uses).changes.map(\.description)
  }

  static let cases: [(old: String, new: String, changes: [String])] = [
    ("class A public", "", ["class removed: A -> java.lang.NoClassDefFoundError"]),
    ("", "class A public", ["class added: A"]),
    (
      "class A public", "interface A public", ["class became an interface: A -> java.lang.IncompatibleClassChangeError"]
    ),
    (
      "class A public\n method <init> ()V public", "class A public final\n method <init> ()V public",
      ["became final: A -> java.lang.IncompatibleClassChangeError in subclasses"]
    ),
    (
      "class A public", "class A public abstract",
      ["became abstract: A -> java.lang.InstantiationError where it is instantiated"]
    ),
    (
      "class A public\n method m ()I public", "class A public\n method m ()J public",
      ["type changed to ()J: A.m ()I -> java.lang.NoSuchMethodError", "added: A.m ()J"]
    ),
    (
      "class A public extends B\n method m ()I public\nclass B public",
      "class A public extends B\nclass B public\n method m ()I public", ["moved to B: A.m ()I", "added: B.m ()I"]
    ),
    (
      "class A public\n method m ()I public", "class A public\n method m ()I protected static",
      [
        "access reduced: A.m ()I -> java.lang.IllegalAccessError",
        "became static: A.m ()I -> java.lang.IncompatibleClassChangeError",
      ]
    ),
    (
      "interface A public", "interface A public\n method m ()V public abstract\n method n ()V public",
      ["added: A.m ()V -> java.lang.AbstractMethodError in implementing classes", "added: A.n ()V"]
    ),
    (
      "class A public\n field f I public static final = 1\n field g I public",
      "class A public\n field f I public static final = 2\n field g I public final",
      [
        "constant changed from 1 to 2: A.f I (source only)",
        "became final: A.g I -> java.lang.IllegalAccessError where it is written",
      ]
    ),
    (
      "class A public implements I", "class A public",
      ["supertype I removed: A -> java.lang.VerifyError where it is taken for the supertype"]
    ),
  ]

  @Test(arguments: cases.indices)
  func kinds(_ index: Int) throws {
    let test = Self.cases[index]
    #expect(try Self.diff(test.old, test.new) == test.changes)
  }

  /// A use of an inherited member is concerned by a change where it is declared.
  @Test func uses() throws {
    let old = "class A public extends B\nclass B public\n method m ()V public\n method n ()V public\nclass C public"
    let new = "class A public extends B\nclass B public"
    var uses = UsedReferences()
    uses.members = [UsedReferences.Member(owner: "A", name: "m", descriptor: "()V")]
    #expect(try Self.diff(old, new, uses: uses) == ["removed: B.m ()V -> java.lang.NoSuchMethodError"])
    #expect(try Self.diff(old, new).count == 3)
  }

  /// Between observed versions only contradictions count.
  @Test func observed() throws {
    let line = try PlatformLine.starface()
    let from = try line.newest(matching: PlatformVersion(components: [7, 2]))
    let to = try line.newest(matching: PlatformVersion(components: [7, 3]))
    #expect(
      ManifestDiff(from: from, to: to).changes.map(\.description) == [
        "type changed to ()Lorg/apache/logging/log4j/Logger;: de/vertico/starface/module/core/runtime/IRuntimeEnvironment.getLog ()Lorg/apache/commons/logging/Log; -> possibly java.lang.NoSuchMethodError"
      ]
    )
  }

  /// Java 8 to 11 loses the modules that JEP 320 removed, and `Thread.destroy`.
  @Test func java() throws {
    let java = try PlatformLine.java()
    let from = try java.newest(matching: PlatformVersion(components: [8]))
    let to = try java.newest(matching: PlatformVersion(components: [11]))
    let changes = Set(ManifestDiff(from: from, to: to).changes.map(\.description))
    for expected in [
      "class removed: javax/xml/bind/JAXBContext -> java.lang.NoClassDefFoundError",
      "removed: java/lang/Thread.destroy ()V -> java.lang.NoSuchMethodError",
      "added: java/lang/String.isBlank ()Z",
    ] {
      #expect(changes.contains(expected))
    }
  }
}
