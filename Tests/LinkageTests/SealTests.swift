import Findings
import Foundation
import InterfaceManifests
import ModulePackages
import TestSupport
import Testing

@testable import Linkage

/// Packages that a bundled jar seals, judged by the class path of a JVM.
@Suite struct SealTests {
  @Test func sealedPackages() async throws {
    guard let maker = DifferentialHarness.Judge(level: 17) else {
      print("skipped: no JDK")
      return
    }
    let folder = try TemporaryFolder()
    let sources = [
      "a/p/One": "package p; public class One { }", "b/p/Two": "package p; public class Two { }",
      "b/q/Three": "package q; public class Three { }", "a/q/Four": "package q; public class Four { }",
      "main/Main": """
      public class Main { public static void main(String[] names) throws Exception {
        for (String name : names) try { Class.forName(name); } catch (SecurityException e) { System.out.print(e); } } }
      """,
    ]
    var files: [String] = []
    for (name, text) in sources {
      let path = folder.path("src/\(name).java")
      let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      files.append(path)
    }
    for part in ["a", "b", "main"] {
      let own = files.filter { $0.contains("/src/\(part)/") }
      _ = try DifferentialHarness.output(
        maker.jdk + "/bin/javac",
        ["--release", "8", "-nowarn", "-d", folder.path("out/\(part)")] + own
      )
    }
    try FileManager.default.createDirectory(atPath: folder.path("set/lib"), withIntermediateDirectories: true)
    // `q` is open although the jar as a whole is sealed.
    try "Sealed: true\n\nName: q/\nSealed: false\n".write(
      toFile: folder.path("attributes"),
      atomically: true,
      encoding: .utf8
    )
    let (a, b) = (folder.path("set/lib/a.jar"), folder.path("set/lib/b.jar"))
    let jar = maker.jdk + "/bin/jar"
    _ = try DifferentialHarness.output(jar, ["cfm", a, folder.path("attributes"), "-C", folder.path("out/a"), "."])
    _ = try DifferentialHarness.output(jar, ["cf", b, "-C", folder.path("out/b"), "."])
    let classPath = [a, b, folder.path("out/main")].joined(separator: ":")
    let said = try DifferentialHarness.output(
      maker.java,
      ["-cp", classPath, "Main", "p.One", "p.Two", "q.Three", "q.Four"]
    )
    let check = LinkageCheck(
      try ClassSet.read(path: folder.path("set")),
      platforms: [
        LinkPlatform(version: nil, view: nil, java: try PlatformLine.java().javaView(level: 17), javaLevel: 17)
      ]
    )
    let problems = try #require(await check.run().first).problems
    #expect(problems.map { "\($0.error ?? ""): \($0.message)" } == [said])
    #expect(problems.map(\.rule.id) == ["link.package.sealed"])
    #expect(problems.first?.location.entry == "lib/b.jar!/p/Two.class")
    #expect(problems.first?.hint == "lib/a.jar seals the package")
    #expect(problems.first?.certainty == .possible)
    // Without the other jar nothing is parted.
    try FileManager.default.removeItem(atPath: b)
    let alone = LinkageCheck(try ClassSet.read(path: folder.path("set")), platforms: check.platforms)
    #expect(try #require(await alone.run().first).problems.isEmpty)
  }
}
