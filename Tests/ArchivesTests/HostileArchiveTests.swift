import Archives
import Findings
import Foundation
import TestSupport
import Testing

@Suite struct HostileArchiveTests {
  @Test func thereAreEnough() {
    #expect(HostileArchive.all.count >= 60)
    #expect(Set(HostileArchive.all.map(\.label)).count == HostileArchive.all.count)
  }

  @Test(.timeLimit(.minutes(1)), arguments: HostileArchive.all)
  func isReported(hostile: HostileArchive) throws {
    let bytes = try hostile.bytes()
    let archive = Archive(bytes: bytes)
    let found = archive.findings + archive.verifyContents()
    #expect(Set(found.map(\.rule.rawValue)).sorted() == hostile.expected, "\(found.map(\.message))")
    let known = Set(ArchiveRules.all.map(\.id))
    #expect(found.allSatisfy { known.contains($0.rule) })
    // No message may drive a terminal.
    #expect(found.allSatisfy { $0.message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } })
  }

  /// The sound neighbours of a bad entry stay readable.
  @Test(arguments: HostileArchive.all)
  func whatIsSoundStaysReadable(hostile: HostileArchive) throws {
    let archive = Archive(bytes: try hostile.bytes())
    // Of two that overlap neither is sound.
    guard !hostile.expected.contains("zip.entry.overlap") else { return }
    for entry in archive.entries where entry.name == "z.txt" {
      #expect(try archive.content(of: entry) == Array("content".utf8))
    }
  }
}
