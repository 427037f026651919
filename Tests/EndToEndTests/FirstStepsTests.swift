import Foundation
import PackageFixtures
import TestSupport
import Testing

/// The tool as a new user meets it: the sample first, then the mistakes that everybody makes once.
@Suite("First steps") struct FirstStepsTests {
  let sample = Binary.root.appending(path: "SamplesModules/HelloStarface").path(percentEncoded: false)

  @Test("build, validate, run the sample") func sampleRuns() throws {
    let folder = try TemporaryFolder()
    let package = folder.path("hello.sfm")
    let built = try Binary.run("build", sample, "-o", package)
    #expect(built.status == 0, "\(built.errors)")
    let validated = try Binary.run("validate", package)
    #expect(validated.status == 0, "\(validated.output)")
    let ran = try Binary.run("run", package)
    #expect(ran.status == 0, "\(ran.errors)")
    for bracket in ["onInstanceCreated", "onInstanceActivated", "onInstanceDeactivated"] {
      #expect(ran.output.contains("INFO [\(bracket)]"), "\(ran.output)")
    }
  }

  @Test("two builds give the same bytes") func reproducible() throws {
    let folder = try TemporaryFolder()
    let environment = ["SOURCE_DATE_EPOCH": "1767225600"]
    for name in ["a.sfm", "b.sfm"] {
      #expect(try Binary.run(["build", sample, "-o", folder.path(name)], environment: environment).status == 0)
    }
    let (a, b) = (
      try Data(contentsOf: folder.url.appending(path: "a.sfm")),
      try Data(contentsOf: folder.url.appending(path: "b.sfm"))
    )
    #expect(a == b && !a.isEmpty)
  }

  @Test("the whole sample passes the main job") func smoke() throws {
    let outcome = try Binary.run("smoke", sample, "--platform", "7.3")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test("a zip is no package: the message says what is missing and how to get it") func zipWithoutManifest() throws {
    let folder = try TemporaryFolder()
    var package = FixturePackage(descriptor: "<module/>")
    package.manifest = nil
    try Data(try package.bytes()).write(to: folder.url.appending(path: "plain.sfm"))
    let outcome = try Binary.run("validate", "plain.sfm", in: folder.url)
    #expect(outcome.status == 1)
    for part in ["plain.sfm", "META-INF/MANIFEST.MF", "manifest.missing", "sfm build"] {
      #expect(outcome.output.contains(part), "\(part) is not in: \(outcome.output)")
    }
  }

  @Test("a text file is no archive") func noZip() throws {
    let folder = try TemporaryFolder()
    try Data("just a text".utf8).write(to: folder.url.appending(path: "text.sfm"))
    let outcome = try Binary.run("validate", "text.sfm", in: folder.url)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("text.sfm") && outcome.output.contains("zip.not-a-zip"), "\(outcome.output)")
  }

  @Test("a typo in a reference: file, line, and what was meant") func typo() throws {
    let folder = try TemporaryFolder()
    let package = folder.path("hello.sfm")
    #expect(try Binary.run("build", sample, "-o", package).status == 0)
    #expect(try Binary.run("unpack", package, folder.path("project")).status == 0)
    let descriptor = folder.url.appending(path: "project/module-descriptor.xml")
    let text = String(decoding: try Data(contentsOf: descriptor), as: UTF8.self)
    let mistyped = text.replacingOccurrences(of: "<value>foreach_key</value>", with: "<value>_greetngs</value>")
    #expect(mistyped != text)
    try Data(mistyped.utf8).write(to: descriptor)
    let outcome = try Binary.run("validate", folder.path("project"))
    #expect(outcome.status == 1)
    for part in ["module-descriptor.xml:", "descriptor.reference.dangling", "_greetngs", "did you mean"] {
      #expect(outcome.output.contains(part), "\(part) is not in: \(outcome.output)")
    }
  }

  static let exits: [(arguments: [String], status: Int32)] = [
    (["validate", "no-such-file.sfm"], 3), (["validate"], 2), (["no-such-command"], 2),
    (["explain", "manifest.missing"], 0), (["explain", "manifest.misssing"], 2), (["--version"], 0), (["--help"], 0),
  ]

  @Test("exit codes", arguments: exits)
  func exitCodes(_ example: (arguments: [String], status: Int32)) throws {
    let outcome = try Binary.run(example.arguments)
    #expect(outcome.status == example.status, "\(example.arguments): \(outcome.output)\(outcome.errors)")
    #expect(!(outcome.output + outcome.errors).isEmpty)
  }

  @Test("no colour but on a terminal") func plain() throws {
    let outcome = try Binary.run("validate", sample)
    #expect(!outcome.output.contains("\u{1B}") && !outcome.errors.contains("\u{1B}"))
  }
}
