import Foundation
import TestSupport
import Testing

@Suite struct PlatformTests {
  @Test func theShippedVersionsAreListed() async {
    let run = await TestWorld().run("platform", "list")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("starface ") } >= 19)
    #expect(lines.count { $0.hasPrefix("java ") } == 5)
    #expect(
      await TestWorld().run("platform", "list", "--format", "json").output.contains("\"schema\": \"sfm.platforms/1\"")
    )
  }

  @Test func anUnknownVersionNamesTheKnownAndTheNearest() async {
    let run = await TestWorld().run("platform", "show", "7.9")
    #expect(run.status == 2)
    #expect(run.errors.contains("7.3.0.5"))
    #expect(run.errors.hasSuffix("the nearest is 7.3.0.8\n"))
  }

  @Test func theChangeOfGetLogIsFound() async {
    let run = await TestWorld().run("platform", "diff", "7.2", "7.3", "--breaking")
    #expect(run.status == 1)
    #expect(run.output.contains("getLog ()Lorg/apache/commons/logging/Log; -> possibly java.lang.NoSuchMethodError"))
    #expect(await TestWorld().run("platform", "diff", "7.3.0.5", "7.3.0.8", "--breaking").status == 0)
  }

  @Test func aManifestGoesOutAndComesBack() async throws {
    let fixture = try Fixture()
    let text = await TestWorld().run("platform", "show", "7.3.0.5").output
    let file = try fixture.write(text, "7.3.0.5.txt")
    #expect(await TestWorld().run("platform", "show", file).output == text)
    let broken = try fixture.write(text.replacing("coverage observed", with: "coverage guessed"), "broken.txt")
    let run = await TestWorld().run("platform", "show", broken)
    #expect(run.status == 3)
    #expect(fixture.relative(run.errors).hasPrefix("sfm: DIR/broken.txt:5: "))
  }

  /// A wrong folder is told, in place of a manifest that calls everything missing or a verdict on nothing.
  @Test func aFolderWithoutClassesIsNoPlatformAndNoModule() async throws {
    let fixture = try Fixture()
    let folder = try fixture.write("no class", "wrong/readme.txt").replacing("/readme.txt", with: "")
    let made = await TestWorld().run("platform", "extract", folder, "--line", "demo", "--version", "1.0")
    #expect(made.status == 3)
    #expect(made.output.isEmpty)
    #expect(
      fixture.relative(made.errors)
        == "sfm: DIR/wrong: no classes in it; give jars, folders of classes, or a WEB-INF tree\n"
    )
    let checked = await TestWorld().run("check", folder, "--platform", "java:17")
    #expect(checked.status == 3)
    #expect(checked.output.contains("a folder without classes, jars, module.yml or module-descriptor.xml"))
  }

  /// Which of several is meant is not guessed.
  @Test func oneVersionIsOne() async throws {
    let fixture = try Fixture()
    for words in [["show", "7.2..7.3"], ["diff", "7.2", "all"], ["stubs", "7.2,7.3", "-o", fixture.path("s.jar")]] {
      let run = await TestWorld().run(["platform"] + words)
      #expect(run.status == 2, "\(words)")
      #expect(run.errors.contains("versions; give one of starface:"), "\(run.errors)")
    }
    let dotted = await TestWorld().run("platform", "show", "7.2", "--class", "de.vertico.starface.*.InvocationInfo")
    #expect(dotted.status == 0)
    #expect(dotted.output.contains("\nclass de/vertico/starface/module/core/runtime/InvocationInfo "))
  }

  /// What was left out is told, the rest is written, and the exit code says that the manifest is not whole.
  @Test func whatCannotBeReadIsNotCalledAbsentInSilence() async throws {
    let fixture = try Fixture()
    let version = ["--line", "demo", "--version", "1", "--java", "8"]
    _ = try fixture.write("no jar", "app/WEB-INF/lib/broken.jar")
    let jar = await TestWorld().run("platform", "stubs", "10.0", "-o", fixture.path("app/WEB-INF/lib/api.jar"))
    #expect(jar.status == 0)
    let partial = await TestWorld().run(
      ["platform", "extract", fixture.path("app"), "-o", fixture.path("app.txt")] + version
    )
    #expect(partial.status == 3)
    #expect(partial.errors.contains("broken.jar"))
    #expect(partial.errors.contains("what could not be read is called absent by this manifest"))
    #expect(await TestWorld().run("platform", "show", fixture.path("app.txt")).status == 0)
    // A folder of jars is `lib/*` of a class path; beside one that has nothing, that one is named.
    try FileManager.default.removeItem(atPath: fixture.path("app/WEB-INF/lib/broken.jar"))
    let whole = await TestWorld().run(["platform", "extract", fixture.path("app/WEB-INF/lib")] + version)
    #expect(whole.status == 0)
    #expect(whole.output.contains("\ninterface de/vertico/starface/module/core/runtime/IBaseExecutable "))
    let empty = try fixture.write("text", "empty/readme.txt").replacing("/readme.txt", with: "")
    let one = await TestWorld().run(["platform", "extract", fixture.path("app/WEB-INF/lib"), empty] + version)
    #expect(one.status == 3)
    #expect(one.output == whole.output.replacing("extracted from lib\"", with: "extracted from lib, empty\""))
    #expect(fixture.relative(one.errors).contains("DIR/empty: no classes in it"))
  }

  /// A jar that is cut off has classes left; the others are not absent.
  @Test func aDamagedJarIsTold() async throws {
    let fixture = try Fixture()
    let jar = fixture.path("api.jar")
    #expect(await TestWorld().run("platform", "stubs", "10.0", "-o", jar).status == 0)
    let bytes = try Data(contentsOf: URL(filePath: jar))
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: jar))
    let made = await TestWorld().run("platform", "extract", jar, "--line", "demo", "--version", "1")
    #expect(made.status == 3)
    #expect(fixture.relative(made.errors).hasPrefix("sfm: DIR/api.jar: damaged: "), "\(made.errors)")
    #expect(made.output.hasSuffix("\nend\n"))
    let uses = await TestWorld().run("platform", "diff", "8.1", "9.0", "--uses", jar)
    #expect(uses.status == 1)
    #expect(uses.output.contains("[zip.truncated]"))
  }

  /// Neither is anything written over what was read, nor half of it.
  @Test func anInputIsNoOutput() async throws {
    let fixture = try Fixture()
    let jar = fixture.path("api.jar")
    #expect(await TestWorld().run("platform", "stubs", "10.0", "-o", jar).status == 0)
    let text = try fixture.write(await TestWorld().run("platform", "show", "7.3").output, "7.3.txt")
    let before = try [jar, text].map { try Data(contentsOf: URL(filePath: $0)) }
    try FileManager.default.createSymbolicLink(atPath: fixture.path("link"), withDestinationPath: jar)
    let cases = [
      ["platform", "extract", jar, "--line", "demo", "--version", "1", "-o", fixture.path("link")],
      ["platform", "observe", jar, "--as", "8.1", "-o", jar], ["platform", "stubs", text, "-o", text],
      ["check", jar, "--platform", "java:17", "--output", "json=\(jar)"],
      ["check", jar, "--platform", "java:17", "--baseline", jar, "--update-baseline"],
    ]
    for arguments in cases {
      let run = await TestWorld().run(arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(run.errors.contains("would be written over the input"), "\(run.errors)")
    }
    #expect(try [jar, text].map { try Data(contentsOf: URL(filePath: $0)) } == before)
  }

  @Test func whatHasNoMeaningIsRefused() async throws {
    let fixture = try Fixture()
    let home = try fixture.write("no JDK", "home/readme").replacing("/readme", with: "")
    let jdk = await TestWorld().run("platform", "extract", "--jdk", home)
    #expect(jdk.status == 3)
    #expect(jdk.errors.contains("no JDK: the file 'release'"))
    for (words, message) in [
      (["platform", "diff", "java:17", "7.3"], "are not versions of one platform"),
      (
        ["platform", "extract", home, "--line", "a", "--version", "1", "--java", "0"],
        "--java takes a release such as 8"
      ),
      (["platform", "observe", home, "--as", "1", "--java", "999"], "--java takes a release such as 8"),
      (["check", home, "--java", "0"], "--java takes a release such as 8"),
    ] {
      let run = await TestWorld().run(words)
      #expect(run.status == 2, "\(words)")
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }

  /// Each package is evidence of its own: one that cannot be read does not silence the others.
  @Test func aBrokenPackageIsNoEvidence() async throws {
    let fixture = try Fixture()
    let good = try fixture.package("good.sfm")
    let bad = try fixture.write("no package", "bad.sfm")
    let alone = await TestWorld().run("platform", "observe", good, "--as", "8.1")
    let both = await TestWorld().run("platform", "observe", bad, good, "--as", "8.1")
    #expect(alone.status == 0)
    #expect(both.status == 3)
    #expect(both.output == alone.output)
    #expect(fixture.relative(both.errors) == "sfm: DIR/bad.sfm: not an archive\n")
    #expect(await TestWorld().run("platform", "observe", bad, "--as", "8.1").output.isEmpty)
  }

  /// A file that no text can name is told, not passed by; and not taken for a reason to stop.
  @Test func aNameThatIsNoTextIsTold() async throws {
    let fixture = try Fixture()
    _ = try fixture.package("modules/good.sfm")
    let name =
      Array(fixture.path("modules/b").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF)] + Array(".sfm".utf8CString)
    let file = try #require(fopen(name, "w"))
    fclose(file)
    let run = await TestWorld().run("check", fixture.path("modules"), "--recursive", "--platform", "8.1")
    #expect(run.status == 3)
    #expect(
      fixture.relative(run.output).contains("DIR/modules/b\u{FFFD}.sfm\n  unreadable: its name is not UTF-8; rename it")
    )
    #expect(run.errors.contains("2 packages, 1 unreadable"))
    let classes = await TestWorld().run("check", fixture.path("modules"), "--platform", "8.1")
    #expect(classes.status == 3)
    #expect(classes.output.contains("its name is not UTF-8; rename it"))
  }

  /// What no class can be is told where it stands; what no JVM loads makes nothing hang.
  @Test func aManifestThatMakesNoSense() async throws {
    let fixture = try Fixture()
    let head = "sfm-manifest 1\nplatform demo\nversion 1\njava 8\ncoverage complete\nscope public\n"
    func show(_ text: String) async throws -> String {
      let run = await TestWorld().run("platform", "show", try fixture.write(head + text + "end\n", "m.txt"))
      #expect(run.status == 3)
      return fixture.relative(run.errors)
    }
    let type = "class a/A public extends java/lang/Object\n"
    #expect(try await show(type + "  method m (I public\n") == "sfm: DIR/m.txt:8: '(I' is no descriptor of a method\n")
    #expect(try await show(type + "  field m V public\n") == "sfm: DIR/m.txt:8: 'V' is no descriptor of a field\n")
    let latin = Data((head + "class a/M").utf8) + Data([0xFC]) + Data("ller public\nend\n".utf8)
    let run = await TestWorld().run("platform", "show", try fixture.write(latin, "latin.txt"))
    #expect(run.status == 3)
    #expect(fixture.relative(run.errors) == "sfm: DIR/latin.txt:7: it is not UTF-8\n")
    let circle =
      "class a/A public extends a/B\n  method m ()V public\nclass a/B public extends a/A\n  method n ()V public\n"
    let file = try fixture.write(head + circle + "end\n", "circle.txt")
    let stubs = await TestWorld().run("platform", "stubs", file, "-o", fixture.path("circle.jar"))
    #expect(stubs.status == 0)
    #expect(stubs.errors.contains("2 classes"))
  }

  /// What a file is called cannot break the line it is told in.
  @Test func aPathIsToldInOneLine() async throws {
    let fixture = try Fixture()
    let file = try fixture.write("no manifest", "a\nb\u{1B}[31m.txt")
    let run = await TestWorld().run("platform", "show", file)
    #expect(run.status == 3)
    #expect(fixture.relative(run.errors).hasPrefix("sfm: DIR/a\\nb\\u{1B}[31m.txt:1: not a text manifest"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  /// A runtime without `ct.sym` knows its own release only.
  @Test func aRuntimeIsNoJDK() async throws {
    let fixture = try Fixture()
    let home = try fixture.write("JAVA_VERSION=\"21.0.8\"\n", "home/release").replacing("/release", with: "")
    let run = await TestWorld().run("platform", "extract", "--jdk", home, "--release", "8")
    #expect(run.status == 3)
    #expect(
      fixture.relative(run.errors)
        == "sfm: DIR/home: a Java runtime of release 21 without lib/ct.sym, which alone knows release 8; "
        + "give a whole JDK, or leave --release out\n"
    )
  }

  @Test func stubsAreAJar() async throws {
    let fixture = try Fixture()
    let run = await TestWorld().run("platform", "stubs", "10.0", "-o", fixture.path("stubs.jar"))
    #expect(run.status == 0)
    let list = await TestWorld().run("ls", fixture.path("stubs.jar")).output
    #expect(list.contains("de/vertico/starface/module/core/runtime/IBaseExecutable.class"))
  }

  /// Compiled for Java 11, with a class that Java lost before: only what one version has and the other lacks is told.
  @Test func anUpgradeBreaksOnlyWhatIsUsed() async throws {
    let fixture = try Fixture()
    try fixture.write(
      """
      public class Uses {
        static void gone() throws Exception { javax.xml.bind.JAXBContext.newInstance("x"); }
        static int stays() { return "x".length(); }
      }
      """,
      "Uses.java"
    )
    try fixture.write(
      "package javax.xml.bind; public class JAXBContext { public static JAXBContext newInstance(String s) { return null; } }",
      "stub/javax/xml/bind/JAXBContext.java"
    )
    guard let javac = Self.javac else {
      print("skipped: no JDK")
      return
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: javac)
    process.arguments = [
      "--release", "11", "-sourcepath", fixture.path("stub"), "-implicit:none", "-d", fixture.path("classes"),
      fixture.path("Uses.java"),
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let classes = fixture.path("classes")
    let up = await TestWorld().run("platform", "diff", "java:11", "java:17", "--uses", classes)
    // Missing on both: the upgrade is not to blame.
    #expect(up.status == 0)
    #expect(up.output.isEmpty || up.output == "\n")
    let down = await TestWorld().run("platform", "diff", "java:11", "java:8", "--uses", classes)
    #expect(down.status == 1)
    #expect(down.output.contains("java.lang.UnsupportedClassVersionError"))
  }

  private static var javac: String? {
    let home = ProcessInfo.processInfo.environment["JAVA_HOME"] ?? "/usr/lib/jvm/java-17-openjdk-amd64"
    let places = ["\(home)/bin/javac", "/usr/bin/javac"]
    return places.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  @Test(.enabled(if: !Corpus.packages.isEmpty, "SFM_CORPUS names no packages"))
  func theUpgradeOfARealBuildBreaksByGetLogAlone() async throws {
    let path = try #require(
      Corpus.packages.map { $0.path(percentEncoded: false) }.first { $0.hasSuffix("7.2.X/PRTG_Monitor_v117.sfm") }
    )
    let run = await TestWorld().run("platform", "diff", "7.2", "7.3", "--uses", path)
    #expect(run.status == 1)
    #expect(run.output.contains("IRuntimeEnvironment.getLog()"))
    #expect(run.output.contains("from: "))
    #expect(await TestWorld().run("platform", "diff", "7.3", "7.3.0.5", "--uses", path).status == 0)
  }
}
