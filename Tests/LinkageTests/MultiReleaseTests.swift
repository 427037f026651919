import Findings
import Foundation
import InterfaceManifests
import ModulePackages
import TestSupport
import Testing

@testable import Linkage

/// Multi-release jars as each Java sees them: which version of a class counts, and what it needs.
@Suite struct MultiReleaseTests {
  /// From 17 on the class needs another that is nowhere.
  private static let versions = [
    ("base", "public class Pick { public static String name() { return \"base\"; } }"),
    ("9", "public class Pick { public static String name() { return \"nine\"; } }"),
    ("17", "public class Pick { public static String name() { return \"seventeen\" + Gone.x(); } }"),
    ("99", "public class Pick { public static String name() { return \"never\" + Gone.x(); } }"),
  ]
  private static let main = """
    public class Main { public static void main(String[] a) {
      try { System.out.print(Pick.name()); } catch (LinkageError e) { System.out.print(e); } } }
    """

  @Test func everyJavaSeesItsOwn() async throws {
    guard let maker = DifferentialHarness.Judge(level: 17) else {
      print("skipped: no JDK")
      return
    }
    let folder = try TemporaryFolder()
    func compile(_ texts: [String: String], to name: String, with classPath: String) throws {
      var files: [String] = []
      try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
      for (type, text) in texts {
        files.append(folder.path("\(name)/\(type).java"))
        try "package p; \(text)".write(toFile: folder.path("\(name)/\(type).java"), atomically: true, encoding: .utf8)
      }
      let options = ["--release", "8", "-nowarn", "-cp", folder.path(classPath), "-d", folder.path(name)]
      _ = try DifferentialHarness.output(maker.jdk + "/bin/javac", options + files)
      for file in files { try FileManager.default.removeItem(atPath: file) }
    }
    try compile(["Gone": "public class Gone { public static int x() { return 1; } }"], to: "gone", with: "none")
    for (release, text) in Self.versions { try compile(["Pick": text], to: release, with: "gone") }
    try compile(["Main": Self.main], to: "app", with: "base")
    let jar = maker.jdk + "/bin/jar"
    let attribute = folder.path("attribute")
    try "Multi-Release: true\n".write(toFile: attribute, atomically: true, encoding: .utf8)
    for release in ["9", "17", "99"] {
      let target = folder.path("all/META-INF/versions/\(release)")
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: folder.path(release) + "/p", toPath: target + "/p")
    }
    try FileManager.default.copyItem(atPath: folder.path("base/p"), toPath: folder.path("all/p"))
    let (multi, plain, other) = (folder.path("multi.jar"), folder.path("plain.jar"), folder.path("other.jar"))
    _ = try DifferentialHarness.output(jar, ["cfm", multi, attribute, "-C", folder.path("all"), "."])
    _ = try DifferentialHarness.output(jar, ["cf", plain, "-C", folder.path("all"), "."])
    _ = try DifferentialHarness.output(jar, ["cf", other, "-C", folder.path("base"), "."])

    var judged = 0
    for level in [8, 11, 17, 21, 25] {
      for path in [[multi], [plain], [other, multi], [multi, other]] {
        let expected: String
        if level == 8 {
          // Release directories came with Java 9.
          expected = "base"
        } else {
          guard let judge = DifferentialHarness.Judge(level: level) else { continue }
          let classPath = (path + [folder.path("app")]).joined(separator: ":")
          expected = try DifferentialHarness.output(judge.java, ["-cp", classPath, "p.Main"])
        }
        judged += 1
        let said = try await verdict(path + [folder.path("app")], level: level)
        #expect(said == (expected.hasPrefix("java.lang") ? expected : "links"), "\(path) on Java \(level)")
      }
    }
    #expect(judged >= 8)
  }

  /// What the tool says of the jars and folders in class path order.
  private func verdict(_ paths: [String], level: Int) async throws -> String {
    var inputs: [LinkInput] = []
    for path in paths {
      for input in LinkInput.all(of: try ClassSet.read(path: path)) {
        let entry = path.hasSuffix(".jar") ? "\(path)!/\(input.entry)" : input.entry
        inputs.append(
          LinkInput(entry: entry, expectedName: input.expectedName, release: input.release, read: input.read)
        )
      }
    }
    let java = try PlatformLine.java().javaView(level: level)
    let check = LinkageCheck(
      inputs: inputs,
      platforms: [LinkPlatform(version: nil, view: nil, java: java, javaLevel: level)]
    )
    let problems = try #require(await check.run().first).problems.filter { $0.rule.id != "link.class.duplicate" }
    return problems.first.map { "\($0.error ?? ""): \($0.message)" } ?? "links"
  }
}
