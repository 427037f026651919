import ClassFiles
import Findings
import Foundation
import InterfaceManifests
import ModulePackages
import TestSupport
import Testing

@testable import Linkage

/// Values that javac copied, and classes that are there twice; the machine shows what comes of it.
@Suite struct ConstantTests {
  private static let old = """
    package lib; public class Limits { public static final int MOST = 100000; public static final String NAME = "old";
      public static final int SAME = 7; public static final long SMALL = 1; public static int count() { return 1; } }
    """
  private static let new = """
    package lib; public class Limits { public static final int MOST = 200000; public static final String NAME = "new";
      public static final int SAME = 7; public static final long SMALL = 2; public static int count() { return 2; } }
    """
  private static let user = """
    package app; public class Main { public static void main(String[] a) throws Exception {
      System.out.println(lib.Limits.MOST + " " + lib.Limits.NAME + " " + lib.Limits.count() + " "
        + Class.forName("lib.Limits").getField("MOST").get(null)); } }
    """
  /// Uses a constant and nothing else of the class: no reference is left.
  private static let silent = """
    package app; public class Silent { public static String name() { return lib.Limits.NAME; } }
    """
  private static let stranger = """
    package app; public class Stranger { public static int one() { return 1; } }
    """

  @Test func staleConstants() async throws {
    guard let javac = DifferentialHarness.tool("javac"), let java = DifferentialHarness.tool("java") else {
      print("skipped: no JDK")
      return
    }
    let folder = try TemporaryFolder()
    func compile(_ sources: [String: String], to name: String, with classPath: String? = nil) throws {
      var files: [String] = []
      for (file, text) in sources.sorted(by: { $0.key < $1.key }) {
        let path = folder.path("\(name)-\(file).d")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try text.write(toFile: "\(path)/\(file).java", atomically: true, encoding: .utf8)
        files.append("\(path)/\(file).java")
      }
      _ = try DifferentialHarness.output(
        javac,
        ["--release", "8", "-nowarn", "-d", folder.path(name), "-cp", classPath ?? folder.path("none")] + files
      )
    }
    try compile(["Limits": Self.new], to: "platform")
    try compile(["Limits": Self.old], to: "module")
    try compile(
      ["Main": Self.user, "Silent": Self.silent, "Stranger": Self.stranger],
      to: "module",
      with: folder.path("module")
    )
    // Parent first: the platform's class counts, the copied values stay.
    let said = try DifferentialHarness.output(
      java,
      ["-cp", folder.path("platform") + ":" + folder.path("module"), "app.Main"]
    )
    #expect(said == "100000 old 2 200000\n")

    let extracted = try Extraction.classPath(
      [folder.path("platform")],
      line: "test",
      version: try #require(PlatformVersion("1.0")),
      javaLevel: 8
    )
    let view = try #require(try PlatformLine.open(bytes: try LineCompiler.compile([extracted.manifest])).views.first)
    let platform = LinkPlatform(
      version: "1.0",
      view: view,
      java: try PlatformLine.java().javaView(level: 8),
      javaLevel: 8
    )
    let check = LinkageCheck(try ClassSet.read(path: folder.path("module")), platforms: [platform])
    let problems = try #require(await check.run().first).problems
    let constants = problems.filter { $0.rule.id == "link.constant.changed" }
    #expect(
      constants.map(\.message) == [
        "lib.Limits.MOST is 100000 in the bundled class and 200000 in the platform's, which wins; what was compiled "
          + "against the bundled one keeps 100000",
        "lib.Limits.NAME is \"old\" in the bundled class and \"new\" in the platform's, which wins; what was compiled "
          + "against the bundled one keeps \"old\"",
        "lib.Limits.SMALL is 1L in the bundled class and 2L in the platform's, which wins; what was compiled against the "
          + "bundled one keeps 1L",
      ]
    )
    #expect(
      constants.map(\.symbol) == ["lib/Limits.MOST:I", "lib/Limits.NAME:Ljava/lang/String;", "lib/Limits.SMALL:J"]
    )
    #expect(constants.map(\.sites) == [1, 2, 1])
    #expect(constants.allSatisfy { $0.location.entry == "app/Main.class" && $0.certainty == .possible })
    #expect(constants.allSatisfy { $0.finding.severity == .notice })
  }

  @Test func duplicateDefinitions() async throws {
    guard let java = DifferentialHarness.tool("java") else {
      print("skipped: no JDK")
      return
    }
    let folder = try TemporaryFolder()
    let judge = """
      public class Judge extends ClassLoader {
        Judge(ClassLoader parent) { super("module", parent); }
        public static void main(String[] a) throws Exception {
          byte[] bytes = java.nio.file.Files.readAllBytes(java.nio.file.Path.of(a[0]));
          Judge loader = new Judge(new ClassLoader("platform", null) { });
          loader.defineClass("p.Twice", bytes, 0, bytes.length);
          try { loader.defineClass("p.Twice", bytes, 0, bytes.length); } catch (Throwable error) {
            System.out.print((error.getClass().getName() + ": " + error.getMessage()).replaceAll(" @[0-9a-f]+", ""));
          }
        }
      }
      """
    try Data(judge.utf8).write(to: URL(fileURLWithPath: folder.path("Judge.java")))
    let one = try ClassBuilder("p/Twice").build()
    let other = try ClassBuilder("p/Twice", accessFlags: [.public, .super, .final]).build()
    try Data(one).write(to: URL(fileURLWithPath: folder.path("Twice.class")))
    let said = try DifferentialHarness.output(java, [folder.path("Judge.java"), folder.path("Twice.class")])

    func input(_ entry: String, _ bytes: [UInt8], release: Int? = nil) -> LinkInput {
      LinkInput(entry: entry, expectedName: "p/Twice", release: release) {
        do throws(ClassFileError) { return .success(try ClassFile(bytes)) } catch {
          return .failure(LinkInputError(error, name: "p/Twice"))
        }
      }
    }
    func problems(_ inputs: [LinkInput]) async throws -> [LinkageProblem] {
      let loaders = LoaderNames(platform: "'platform'", application: "'module'")
      let check = LinkageCheck(
        inputs: inputs,
        platforms: [
          LinkPlatform(
            version: nil,
            view: nil,
            java: try PlatformLine.java().javaView(level: 17),
            javaLevel: 17,
            loaders: loaders
          )
        ]
      )
      return try #require(await check.run().first).problems
    }
    let found = try await problems([input("a.jar!/p/Twice.class", one), input("b.jar!/p/Twice.class", other)])
    #expect(found.map { one in "\(one.error ?? "none"): \(one.message)" } == [said])
    #expect(found.map(\.rule.id) == ["link.class.duplicate"])
    #expect(found.first?.certainty == .possible)
    #expect(found.first?.location.entry == "b.jar!/p/Twice.class")
    #expect(found.first?.hint == "a.jar!/p/Twice.class holds another class of that name")
    // The same bytes twice are one class; a release directory repeats names by design.
    let harmless = [
      input("a.jar!/p/Twice.class", one), input("b.jar!/p/Twice.class", one),
      input("a.jar!/META-INF/versions/9/p/Twice.class", other, release: 9),
    ]
    #expect(try await problems(harmless).isEmpty)
  }
}
