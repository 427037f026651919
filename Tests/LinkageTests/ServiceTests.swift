import Findings
import Foundation
import InterfaceManifests
import ModulePackages
import TestSupport
import Testing

@testable import Linkage

/// Service files: what is said of each provider is what `ServiceLoader` says on every Java that is here.
@Suite struct ServiceTests {
  private static let lines = [
    "s.Good", "s.Hidden", "s.NoArgs", "s.PrivateConstructor", "s.PackageConstructor", "s.Abstract", "s.Face",
    "s.Stranger", "s.En", "s.Outer$Inner", "s.Outer$Nested", "s.Inherits", "s.Gone", "s.Good s.Other", "s.Go-od", "1x",
    "java.lang.Thread",
  ]
  /// What stands in files of their own.
  private static let types = [
    "Service": "public interface Service {}", "Good": "public class Good implements Service {}",
    "Hidden": "class Hidden implements Service { public Hidden() {} }",
    "NoArgs": "public class NoArgs implements Service { public NoArgs(int i) {} }",
    "PrivateConstructor": "public class PrivateConstructor implements Service { private PrivateConstructor() {} }",
    "PackageConstructor": "public class PackageConstructor implements Service { PackageConstructor() {} }",
    "Abstract": "public abstract class Abstract implements Service {}",
    "Face": "public interface Face extends Service {}", "Stranger": "public class Stranger {}",
    "En": "public enum En implements Service { X }",
    "Outer":
      "public class Outer { public class Inner implements Service {} static class Nested implements Service { public Nested() {} } }",
    "Inherits": "public class Inherits extends Good {}",
  ]
  private static let judge = """
    import java.nio.file.*; import java.net.*; import java.util.*;
    public class Judge {
      public static void main(String[] lines) throws Exception {
        Path folder = Files.createTempDirectory(Paths.get(lines[0]), "services");
        Path file = Files.createDirectories(folder.resolve("META-INF/services")).resolve("s.Service");
        for (String line : Arrays.copyOfRange(lines, 1, lines.length)) {
          Files.write(file, (line + "\\n").getBytes("UTF-8"));
          ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Judge.class.getClassLoader());
          try {
            Iterator<?> all = ServiceLoader.load(Class.forName("s.Service"), loader).iterator();
            while (all.hasNext()) all.next();
            System.out.println("fine");
          } catch (Throwable error) {
            System.out.println((error.getClass().getName() + ": " + error.getMessage()).replace(folder.toUri().toURL().toString(), ""));
          }
        }
      }
    }
    """

  private static let services = "META-INF/services/s.Service"

  /// The classes, with all lines in one service file behind a comment; the folder's path.
  private func compile(_ judge: DifferentialHarness.Judge, release: Int, in folder: TemporaryFolder) throws -> String {
    try FileManager.default.createDirectory(atPath: folder.path("s"), withIntermediateDirectories: true)
    var files = [folder.path("Judge.java")]
    try Self.judge.write(toFile: files[0], atomically: true, encoding: .utf8)
    for (name, text) in Self.types {
      files.append(folder.path("s/\(name).java"))
      try "package s; \(text)".write(toFile: folder.path("s/\(name).java"), atomically: true, encoding: .utf8)
    }
    let classes = folder.path("classes")
    _ = try DifferentialHarness.output(
      judge.jdk + "/bin/javac",
      ["--release", "\(release)", "-nowarn", "-d", classes] + files
    )
    return classes
  }

  /// What the tool says of each line, `fine` where nothing.
  private func verdicts(_ path: String, level: Int) async throws -> [String] {
    let java = try PlatformLine.java().javaView(level: level)
    let platform = LinkPlatform(version: nil, view: nil, java: java, javaLevel: level)
    let check = LinkageCheck(try ClassSet.read(path: path), platforms: [platform])
    let problems = try #require(await check.run().first).problems.filter { $0.location.entry == Self.services }
    #expect(problems.allSatisfy { $0.certainty == .possible && $0.severity == .warning })
    return Self.lines.enumerated().map { number, line in
      // The judge's file has one line only.
      guard let problem = problems.first(where: { $0.location.line == number + 2 }) else { return "fine" }
      #expect(problem.rule.id == (line == "s.Gone" ? "link.service.missing" : "link.service.unusable"))
      return "\(problem.error ?? ""): \(problem.message)".replacing("Service:\(number + 2):", with: "Service:1:")
    }
  }

  private func writeServices(_ classes: String) throws {
    try FileManager.default.createDirectory(
      atPath: classes + "/META-INF/services",
      withIntermediateDirectories: true
    )
    let text = "# none\n" + Self.lines.map { $0 + " # one\n" }.joined()
    try text.write(toFile: "\(classes)/\(Self.services)", atomically: true, encoding: .utf8)
  }

  @Test(arguments: [11, 17, 21, 25]) func serviceLoaderAgrees(level: Int) async throws {
    guard let judge = DifferentialHarness.Judge(level: level) else {
      print("skipped: no Java \(level) for the services")
      return
    }
    let folder = try TemporaryFolder()
    let classes = try compile(judge, release: 11, in: folder)
    let said = try DifferentialHarness.output(judge.java, ["-cp", classes, "Judge", folder.path("")] + Self.lines)
      .split(separator: "\n").map(String.init)
    #expect(said.count == Self.lines.count)
    #expect(said.count { $0 == "fine" } == 3)
    try writeServices(classes)
    let zipped = folder.path("services.jar")
    _ = try DifferentialHarness.output(judge.jdk + "/bin/jar", ["cf", zipped, "-C", classes, "."])
    #expect(try await verdicts(classes, level: level) == said)
    #expect(try await verdicts(zipped, level: level) == said)
  }

  /// Of providers without end the first are looked at, and that is told.
  @Test func providersHaveALimit() async throws {
    let folder = try TemporaryFolder()
    let services = folder.path("META-INF/services")
    try FileManager.default.createDirectory(atPath: services, withIntermediateDirectories: true)
    let most = ServiceProvider.most
    for (name, count) in [("few", most - 1), ("many", most + 5)] {
      try String(repeating: "s.Gone\n", count: count)
        .write(toFile: services + "/s.Service", atomically: true, encoding: .utf8)
      let java = try PlatformLine.java().javaView(level: 17)
      let platform = LinkPlatform(version: nil, view: nil, java: java, javaLevel: 17)
      let check = LinkageCheck(try ClassSet.read(path: folder.path("")), platforms: [platform])
      let problems = try #require(await check.run().first).problems
      #expect(problems.count { $0.rule.id == "link.service.missing" } == min(count, most), "\(name)")
      #expect(problems.count { $0.message.contains("only the first \(most) providers") } == (count > most ? 1 : 0))
    }
  }

  /// As OpenJDK 8's source has it; no runtime of it can be had here.
  @Test func wordsOfJavaEight() async throws {
    guard let judge = DifferentialHarness.Judge(level: 17) else {
      print("skipped: no JDK")
      return
    }
    let folder = try TemporaryFolder()
    let classes = try compile(judge, release: 8, in: folder)
    try writeServices(classes)
    let unmade = ["Hidden", "NoArgs", "PrivateConstructor", "PackageConstructor", "Abstract", "Face"]
      .map { "Provider s.\($0) could not be instantiated" }
    let more = ["En", "Outer$Inner", "Outer$Nested"].map { "Provider s.\($0) could not be instantiated" }
    let expected =
      ["fine"] + unmade + ["Provider s.Stranger not a subtype"] + more + [
        "fine", "Provider s.Gone not found", "\(Self.services):1: Illegal configuration-file syntax",
        "\(Self.services):1: Illegal provider-class name: s.Go-od",
        "\(Self.services):1: Illegal provider-class name: 1x",
      ]
    let found = try await verdicts(classes, level: 8)
    // Of a provider that is Java's own nothing is said, though Java 8 would ask it.
    #expect(
      found.dropLast().map { $0.replacing("java.util.ServiceConfigurationError: s.Service: ", with: "") } == expected
    )
  }
}
