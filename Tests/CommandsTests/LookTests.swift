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

  /// Two entries that claim as many bytes as a number can say: their sum is none.
  @Test func sizesBeyondAllNumbersAreListed() async throws {
    func little(_ number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    func record(_ name: Character) -> [UInt8] {
      // Both sizes defer to the ZIP64 field (APPNOTE 4.5.3), which holds the largest number.
      let field = little(1, 2) + little(16, 2) + little(.max, 8) + little(.max, 8)
      return little(0x0201_4B50, 4) + little(45, 2) + little(45, 2) + [UInt8](repeating: 0, count: 12)
        + little(0xFFFF_FFFF, 4) + little(0xFFFF_FFFF, 4) + little(1, 2) + little(field.count, 2)
        + [UInt8](repeating: 0, count: 14) + Array(String(name).utf8) + field
    }
    let directory = record("a") + record("b")
    let end = little(0x0605_4B50, 4) + little(0, 4) + little(2, 2) + little(2, 2) + little(directory.count, 4)
    let fixture = try Fixture()
    let run = await TestWorld().run("ls", try fixture.write(Data(directory + end + little(0, 6)), "vast.zip"))
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 4)
    #expect(run.output.hasSuffix("9223372036854775807  9223372036854775807                   2 entries\n"))
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
