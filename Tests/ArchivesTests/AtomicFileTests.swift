import Archives
import Foundation
import TestSupport
import Testing

@Suite struct AtomicFileTests {
  @Test func replacesAndLeavesNothingBeside() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write([1, 2, 3], to: folder.path("a.bin"))
    try AtomicFile.write([4], to: folder.path("a.bin"))
    #expect(try Data(contentsOf: folder.url.appending(path: "a.bin")) == Data([4]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")) == ["a.bin"])
  }

  @Test func aLinkIsReplacedNotFollowed() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write([1], to: folder.path("target.bin"))
    try FileManager.default.createSymbolicLink(atPath: folder.path("link.bin"), withDestinationPath: "target.bin")
    try AtomicFile.write([2], to: folder.path("link.bin"))
    #expect(try Data(contentsOf: folder.url.appending(path: "link.bin")) == Data([2]))
    #expect(try Data(contentsOf: folder.url.appending(path: "target.bin")) == Data([1]))
  }

  @Test func devicesGetTheBytesAndStayWhatTheyAre() throws {
    try AtomicFile.write([1, 2, 3], to: "/dev/null")
    let kind = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(kind == .typeCharacterSpecial)
    #expect {
      try AtomicFile.write([1], to: "/dev/full")
    } throws: {
      "\($0)" == "/dev/full: cannot write it: No space left on device"
    }
  }

  @Test func refusalsNameTheFile() throws {
    let folder = try TemporaryFolder()
    #expect(throws: ArchiveError.self) { try AtomicFile.write([1], to: folder.path("missing/a.bin")) }
    #expect(throws: ArchiveError.self) { try AtomicFile.write([1], to: folder.path("")) }
    #expect(throws: ArchiveError.self) { try Archive.open(path: folder.path("")) }
    #expect {
      try Archive.open(path: folder.path("none.sfm"))
    } throws: {
      "\($0)" == "\(folder.path("none.sfm")): cannot open it: No such file or directory"
    }
  }

  @Test func copiedEntriesKeepTheirCompressedBytes() throws {
    var writer = ArchiveWriter(epoch: 0, style: .appliance)
    try writer.add("a.txt", Array(repeating: 65, count: 1_000))
    let source = Archive(bytes: try writer.bytes())
    var copy = ArchiveWriter(epoch: 1_700_000_000)
    try copy.add(copying: source.entries[0], from: source, keepingTime: true)
    let target = Archive(bytes: try copy.bytes())
    #expect(target.findings == [])
    #expect(try target.rawContent(of: target.entries[0]) == source.rawContent(of: source.entries[0]))
    #expect(target.entries[0].modified == source.entries[0].modified)
    #expect(throws: ArchiveError.self) { try copy.add("a.txt", []) }
  }
}
