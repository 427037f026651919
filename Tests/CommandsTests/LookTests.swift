import Foundation
import TestSupport
import Testing

@Suite struct LookTests {
  @Test func lsAndInspectAreAsReviewed() async throws {
    let fixture = try Fixture()
    let package = try fixture.package("greeter.sfm")
    for (arguments, name) in [
      (["ls"], "ls.txt"), (["ls", "--format", "json"], "ls.json"), (["inspect"], "inspect.txt"),
      (["inspect", "--format", "json"], "inspect.json"), (["inspect", "--graph", "dot"], "inspect.dot"),
    ] {
      let run = await TestWorld().run(arguments + [package])
      #expect(run.status == 0)
      #expect(snapshotMismatch(fixture.relative(run.output), name) == nil)
    }
    let svg = await TestWorld().run("inspect", package, "--graph", "svg")
    #expect(svg.output.contains("<title id=\"title\">Calls in Greeter</title>"))
  }

  @Test func whatIsNoArchiveIsSaidSo() async throws {
    let fixture = try Fixture()
    for command in ["ls", "inspect"] {
      let run = await TestWorld().run(command, try fixture.write("text", "x.sfm"))
      #expect(run.status == 3)
      #expect(run.errors.contains("x.sfm"))
      #expect(run.errors.contains("`sfm explain zip."))
    }
  }

  @Test(.enabled(if: !Corpus.packages.isEmpty, "SFM_CORPUS names no packages"))
  func everyRealPackageIsInspectedAndDrawn() async {
    for package in Corpus.packages {
      let path = package.path(percentEncoded: false)
      let inspect = await TestWorld().run("inspect", path)
      #expect(inspect.status == 0, "\(path)")
      #expect(inspect.output.contains("Entry points") || inspect.output.contains("Functions"), "\(path)")
      let svg = await TestWorld().run("inspect", path, "--graph", "svg")
      #expect(svg.status == 0 && svg.output.hasSuffix("</svg>\n"), "\(path)")
    }
    #expect(Corpus.packages.count >= 74)
  }
}
