import Foundation
import InterfaceManifests
import ModulePackages
import TestSupport
import Testing

@testable import Linkage

/// A subclass in another package than its sealed superclass, which is not public: what each Java says of it.
@Suite struct SealedWordsTests {
  private static let open = "package a.b; public class A {}"
  private static let sealed = "package a.b; public sealed class A permits Own {} final class Own extends A {}"
  private static let sources = [
    "c/d/Far.java": "package c.d; class Far extends a.b.A {}", "Bare.java": "class Bare extends a.b.A {}",
    "Judge.java": """
    public class Judge {
      public static void main(String[] names) throws Exception {
        for (String name : names) {
          try { Class.forName(name); } catch (Throwable error) { System.out.println(error); }
        }
      }
    }
    """,
  ]

  @Test(arguments: [17, 21, 25]) func everyJavaAgrees(level: Int) async throws {
    guard let judge = DifferentialHarness.Judge(level: level) else {
      print("skipped: no Java \(level) for sealed classes")
      return
    }
    let folder = try TemporaryFolder()
    var files: [String] = []
    for (path, text) in Self.sources.merging(["a/b/A.java": Self.open], uniquingKeysWith: { $1 }) {
      let file = URL(fileURLWithPath: folder.path("sources/\(path)"))
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      files.append(file.path)
    }
    let classes = folder.path("classes")
    let javac = judge.jdk + "/bin/javac"
    _ = try DifferentialHarness.output(javac, ["--release", "17", "-d", classes] + files)
    let base = folder.path("sources/a/b/A.java")
    try Data(Self.sealed.utf8).write(to: URL(fileURLWithPath: base))
    _ = try DifferentialHarness.output(javac, ["--release", "17", "-d", classes, base])

    let said = try DifferentialHarness.output(judge.java, ["-cp", classes, "Judge", "c.d.Far", "Bare"])
      .split(separator: "\n").map(String.init)
    #expect(said.count == 2)
    let platform = LinkPlatform(
      version: nil,
      view: nil,
      java: try PlatformLine.java().javaView(level: level),
      javaLevel: level,
      loaders: LoaderNames(platform: "'platform'", application: "'app'")
    )
    let check = LinkageCheck(try ClassSet.read(path: classes), platforms: [platform])
    let problems = try #require(await check.run().first).problems
    let told = ["c/d/Far", "Bare"].compactMap { name in
      problems.first { $0.owner == name }.map { "\($0.error ?? ""): \($0.message)" }
    }
    #expect(told == said)
  }
}
