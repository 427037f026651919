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
