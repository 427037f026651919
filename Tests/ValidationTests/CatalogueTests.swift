import Archives
import Findings
import Foundation
import ModuleDescriptors
import Testing
import Validation

/// The catalogue of rules as a whole.
@Suite struct CatalogueTests {
  /// Rules of lower layers that are tripped in suites of their own: the file below `Tests` that names them.
  static let elsewhere: [String: [Rule]] = [
    "ArchivesTests/HostileArchives.swift": [
      ArchiveRules.notAZip, ArchiveRules.truncated, ArchiveRules.endSeveral, ArchiveRules.directoryDamaged,
      ArchiveRules.zip64, ArchiveRules.dataBefore, ArchiveRules.stub, ArchiveRules.dataBetween, ArchiveRules.dataAfter,
      ArchiveRules.duplicate, ArchiveRules.nameAbsolute, ArchiveRules.nameParent, ArchiveRules.nameBackslash,
      ArchiveRules.nameDrive, ArchiveRules.nameControl, ArchiveRules.nameEncoding, ArchiveRules.symbolicLink,
      ArchiveRules.encrypted, ArchiveRules.method, ArchiveRules.localMissing, ArchiveRules.localName,
      ArchiveRules.localMethod, ArchiveRules.localSizes, ArchiveRules.localCRC, ArchiveRules.descriptor,
      ArchiveRules.overlap, ArchiveRules.crc, ArchiveRules.data, ArchiveRules.limitEntry, ArchiveRules.limitRatio,
      ArchiveRules.limitEntries,
    ],
    "ArchivesTests/ResilienceTests.swift": [ArchiveRules.limitTotal, ArchiveRules.limitNesting],
  ]

  /// A net below the strict reader: no archive is known that trips it alone.
  static let netOnly: Set<RuleID> = [ArchiveRules.readers.id]

  @Test func everyRuleHasACaseThatTripsIt() throws {
    let tripped = Set(RuleTests.cases.flatMap(\.rules))
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    var named: Set<RuleID> = []
    for (file, rules) in Self.elsewhere {
      let text = try String(contentsOf: tests.appending(path: file), encoding: .utf8)
      for rule in rules {
        #expect(text.contains("\"\(rule.id)\""), "\(file) does not name \(rule.id)")
        named.insert(rule.id)
      }
    }
    for rule in Validator.rules where !Self.netOnly.contains(rule.id) {
      #expect(tripped.contains(rule.id.rawValue) || named.contains(rule.id), "nothing trips \(rule.id)")
    }
    let known = Set(Validator.rules.map(\.id.rawValue))
    #expect(tripped.subtracting(known) == [], "cases expect rules that the catalogue does not have")
  }

  @Test func idsAreUniqueDottedAndLowerCase() {
    let ids = Validator.rules.map(\.id.rawValue)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count >= 110)
    for id in ids {
      let parts = id.split(separator: ".", omittingEmptySubsequences: false)
      #expect(parts.count >= 2, "\(id)")
      for part in parts {
        #expect(part.first?.isLowercase == true, "\(id)")
        #expect(part.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }, "\(id)")
      }
    }
  }

  @Test func everyPageIsWritten() {
    for rule in Validator.rules {
      for (part, text) in [("what", rule.what), ("why", rule.why), ("mend", rule.mend)] {
        #expect(text.utf8.count >= 10 && text.hasSuffix("."), "\(rule.id): \(part)")
      }
      #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."), "\(rule.id)")
      #expect(!rule.source.isEmpty, "\(rule.id)")
      #expect(rule.platformMessage?.isEmpty != true, "\(rule.id)")
    }
    #expect(Set(Validator.rules.map(\.title)).count == Validator.rules.count)
  }
}
