import Foundation
import TestSupport
import Testing

/// The limits of JVM mode, as a user of the built tool sets them. Skipped, by name, without a JDK 17 or newer.
@Suite(.enabled(if: InstalledJava.isThere, "no JDK 17 or newer is installed"))
struct JavaLimitTests {
  private static let probe = Binary.root.appending(path: "Tests/JavaHostingTests/Fixtures/Probe")
    .path(percentEncoded: false)

  /// What is asked of the probe under which flags; the exit code, and what the log or the summary says.
  static let cases: [(kind: String, flags: [String], status: Int32, says: String)] = [
    ("loop", ["--java-time", "1s"], 1, "it ran longer than 1.0 seconds"),
    ("flood", ["--java-output", "20K"], 1, "it wrote more than 20480 bytes"),
    ("hunger", ["--java-memory", "32M"], 1, "java.lang.OutOfMemoryError: Java heap space"),
    ("spawn", [], 1, "programs are not started here unless it is allowed (--allow-programs)"),
    ("spawn", ["--allow-programs"], 0, "rpc:act ->"),
    ("crash", [], 1, "its Java process ended with signal 6"),
    ("exit", [], 1, "System.exit ends its Java process"),
  ]

  @Test func `each flag does what it says`() throws {
    let folder = try TemporaryFolder()
    let package = folder.path("probe.sfm")
    // What is made once lies in the test's own folder.
    let environment = ["JAVA_HOME": InstalledJava.home ?? "", "XDG_CACHE_HOME": folder.path("cache")]
    #expect(try Binary.run(["build", Self.probe, "-o", package], environment: environment).status == 0)
    let run = { (kind: String, flags: [String]) in
      let arguments = ["run", package, "--java", "jvm", "--platform", "9.0.2.4", "--fire", "rpc:act,kind=\(kind)"]
      return try Binary.run(arguments + flags, environment: environment)
    }
    var ran = 0
    for (kind, flags, status, says) in Self.cases {
      let outcome = try run(kind, flags)
      #expect(outcome.status == status, "\(kind) \(flags): \(outcome.errors)")
      #expect((outcome.output + outcome.errors).contains(says), "\(kind) \(flags): \(outcome.output)")
      ran += 1
    }
    #expect(ran == 7)
    for (flags, range) in [(["--java-memory", "64M"], 48...64), ([], 200...256)] {
      let text = try run("memory", flags).errors
      let heap = try #require(text.firstMatch(of: /text=([0-9]+)/).flatMap { Int($0.1) }, "\(text)")
      #expect(range.contains(heap), "\(flags): \(heap)")
    }
  }

  @Test func `without a Java that fits it is said which is needed, and functions are linked`() throws {
    let folder = try TemporaryFolder()
    let package = folder.path("probe.sfm")
    #expect(
      try Binary.run(["build", Self.probe, "-o", package], environment: ["JAVA_HOME": InstalledJava.home ?? ""]).status
        == 0
    )
    try InstalledJava.pretended("1.8.0_402", in: folder.path("jdk8"))
    try FileManager.default.createDirectory(atPath: folder.path("none"), withIntermediateDirectories: true)
    let cases: [(home: String, says: String)] = [
      ("jdk8", "Java 17 or newer is needed to run this platform's Java functions, and only Java 1.8.0_402 in"),
      (
        "none",
        "Java 17 or newer is needed to run this platform's Java functions, and no Java was found: install a JDK 17"
      ),
    ]
    var ran = 0
    for (home, says) in cases {
      let outcome = try Binary.run(
        "run",
        package,
        "--java",
        "jvm",
        "--platform",
        "9.0.2.4",
        "--java-home",
        folder.path(home),
        "--fire",
        "rpc:act,kind=count",
        environment: ["XDG_CACHE_HOME": folder.path("cache")]
      )
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
      #expect(outcome.errors.contains(says), "\(outcome.errors)")
      #expect(outcome.errors.contains("until then Java functions are linked, not run"))
      #expect(outcome.errors.contains("linked only 1"), "\(outcome.errors)")
      ran += 1
    }
    #expect(ran == 2)
  }
}
