import Archives
import Findings
import Foundation
import Testing
import TestSupport

@Suite struct CorpusTests {
  @Test(.enabled(if: !Corpus.packages.isEmpty, "SFM_CORPUS names no folder: real packages not tried"))
  func realPackagesAreClean() throws {
    var entries = 0
    for package in Corpus.packages {
      let path = package.path(percentEncoded: false)
      let archive = try Archive.open(path: path)
      #expect(archive.findings.map(\.message) == [], "\(path)")
      #expect(archive.verifyContents().map(\.message) == [], "\(path)")
      entries += archive.entries.count
      for entry in archive.entries where entry.name.hasSuffix(".jar") {
        let jar = try archive.nested(entry)
        #expect(jar.findings.map(\.message) == [], "\(path)!/\(entry.name)")
        #expect(jar.verifyContents().map(\.message) == [], "\(path)!/\(entry.name)")
        entries += jar.entries.count
      }
    }
    #expect(entries > Corpus.packages.count)
    print("real packages: \(Corpus.packages.count), entries: \(entries)")
  }
}
