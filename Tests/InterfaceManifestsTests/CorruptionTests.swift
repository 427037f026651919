import Foundation
import InterfaceManifests
import TestSupport
import Testing

/// A damaged file is one typed error, never a crash.
@Suite struct CorruptionTests {
  static func small() throws -> [UInt8] {
    var random = RandomManifest(seed: 3)
    return try LineCompiler.compile([random.manifest(1), random.manifest(2)])
  }

  @Test func everyByteFlipped() throws {
    let good = try Self.small()
    #expect((1000...20_000).contains(good.count))
    for index in good.indices {
      var bad = good
      bad[index] ^= UInt8(1 << (index % 8))
      #expect(throws: ManifestError.self, "byte \(index)") { try PlatformLine.open(bytes: bad) }
    }
  }

  @Test func everyTruncation() throws {
    let good = try Self.small()
    for length in good.indices {
      #expect(throws: ManifestError.self, "\(length) bytes") { try PlatformLine.open(bytes: Array(good[..<length])) }
    }
  }

  /// Also what gets past the checksum must not lead astray: every byte changed, the checksum mended, everything read.
  @Test func everyByteForged() throws {
    let good = try Self.small()
    var opened = 0
    for index in LineForgery.covered.lowerBound..<good.count {
      for value: UInt8 in [0x00, 0xff, good[index] ^ 0x01] {
        var bad = good
        bad[index] = value
        LineForgery.mendChecksum(&bad)
        guard let line = try? PlatformLine.open(bytes: bad) else { continue }
        opened += 1
        for view in line.views {
          _ = view.manifest()
          _ = view.findClass("p0/CMap")
        }
      }
    }
    #expect(opened > good.count)
  }

  @Test func foreignFiles() throws {
    let folder = try TemporaryFolder()
    func message(_ content: String) throws -> String {
      try Data(content.utf8).write(to: URL(filePath: folder.path("x.line")))
      do {
        _ = try PlatformLine.open(path: folder.path("x.line"))
        return "opened"
      } catch {
        return "\(error)".replacing(folder.path(""), with: "")
      }
    }
    #expect(try message("") == "x.line: cannot be read: the file is empty")
    #expect(try message("hello") == "x.line: not a usable compiled platform line: it has 5 bytes, a line at least 104")
    #expect(
      try message(String(repeating: "hello", count: 100))
        == "x.line: not a usable compiled platform line: it does not begin with SFMLINE"
    )
    var other = try Self.small()
    other[8] = 9
    #expect(throws: ManifestError.otherFormat(file: "other", found: "9", supported: "2")) {
      try PlatformLine.open(bytes: other, file: "other")
    }
  }

  /// Text manifests: what is wrong, with the line.
  @Test(arguments: [
    ("", "x: the file is empty", 1),
    ("hello\n", "not a text manifest: it should begin with 'sfm-manifest 1'", 1),
    ("sfm-manifest 1\nplatform a\n", "truncated: the last line should be 'end'", 2),
    ("sfm-manifest 1\nplatform a\nend\n", "the manifest has no 'version' line", 3),
    ("sfm-manifest 1\nplatfrom a\nend\n", "unknown keyword 'platfrom'", 2),
    ("sfm-manifest 1\nversion seven\nend\n", "'seven' is no version", 2),
    ("sfm-manifest 1\nclass a/B pubic\nend\n", "unknown word 'pubic' in the line of a class", 2),
    ("sfm-manifest 1\n  method m ()V public\nend\n", "a member before the first class", 2),
    ("sfm-manifest 1\nclass a/B\n  method m I public\nend\n", "'I' is no descriptor of a method", 3),
    ("sfm-manifest 1\nclass a/B\n  field m I public = 5x\nend\n", "'5x' is no constant of the field's type", 3),
    ("sfm-manifest 1\nclass a/B from 0\nend\n", "source 0 is not declared; the manifest has 0, counted from 0", 2),
    ("sfm-manifest 1\ncoverage some\nend\n", "expected complete or observed, found 'some'", 2),
    ("sfm-manifest 1\nend\nclass a\n", "nothing may follow 'end'", 3),
  ])
  func brokenText(_ text: String, _ message: String, _ line: Int) {
    do {
      _ = try InterfaceManifest(parsing: Array(text.utf8), file: "x")
      Issue.record("parsed")
    } catch {
      #expect("\(error)" == (text.isEmpty ? "x:1: the file is empty" : "x:\(line): \(message)"))
    }
  }

  @Test func otherTextFormat() {
    #expect(throws: ManifestError.otherFormat(file: "x", found: "2", supported: "1")) {
      try InterfaceManifest(parsing: Array("sfm-manifest 2\n".utf8), file: "x")
    }
  }

  /// A text manifest cut anywhere is an error, or (behind `end`) the same manifest.
  @Test func textTruncation() throws {
    var random = RandomManifest(seed: 11)
    let manifest = random.manifest(1)
    let text = Array(manifest.text.utf8)
    for length in text.indices {
      do {
        #expect(try InterfaceManifest(parsing: Array(text[..<length]), file: "x") == manifest)
        #expect(length >= text.count - 1)
      } catch {
        #expect(length < text.count - 1)
      }
    }
  }
}
