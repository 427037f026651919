import Foundation
import TestSupport
import Testing

/// Standard streams as shells use them: packages through pipes, results that a full disk swallows, readers that go away.
@Suite("Streams") struct StreamTests {
  let sample = Binary.root.appending(path: "SamplesModules/HelloStarface").path(percentEncoded: false)

  @Test("a package through a pipe") func pipe() throws {
    let folder = try TemporaryFolder()
    #expect(try Binary.run("build", sample, "-o", folder.path("hello.sfm")).status == 0)
    let whole = try Self.shell("cat '\(folder.path("hello.sfm"))' | \"$SFM\" ls /dev/stdin")
    #expect(whole.status == 0 && whole.output.contains("module-descriptor.xml"), "\(whole)")
    let half = try Self.shell("head -c 300 '\(folder.path("hello.sfm"))' | \"$SFM\" validate /dev/stdin")
    #expect(half.status == 1 && half.output.contains("zip."), "\(half)")
  }

  @Test("results that do not arrive are no success") func fullDisk() throws {
    let lost = try Self.shell("\"$SFM\" explain manifest.missing >/dev/full")
    #expect(lost.status == 4 && lost.output.contains("cannot write to standard output"), "\(lost)")
    // A reader that has seen enough is none of our business.
    let left = try Self.shell("\"$SFM\" --help | head -n 1")
    #expect(left.status == 0 && !left.output.contains("cannot write"), "\(left)")
  }

  @Test("what stands in the way of a path is named") func obstacles() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: folder.path("dangling.sfm"), withDestinationPath: "nowhere")
    let outcome = try Binary.run("validate", folder.path("dangling.sfm"))
    #expect(outcome.status == 3 && outcome.output.contains("a link to something that is not there"), "\(outcome)")
  }

  /// Runs a line of shell, with the tool as `$SFM`; both streams in one.
  private static func shell(_ line: String) throws -> (status: Int32, output: String) {
    try Outside.run("/bin/sh", "-c", line, environment: ["SFM": Binary.url.path(percentEncoded: false)])
  }
}
