import Archives
import Findings
import Foundation
import ModuleDescriptors
import PackageFixtures
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
      ArchiveRules.nameDrive, ArchiveRules.nameControl, ArchiveRules.nameEncoding, ArchiveRules.nameLength,
      ArchiveRules.symbolicLink,
      ArchiveRules.encrypted, ArchiveRules.method, ArchiveRules.localMissing, ArchiveRules.localName,
      ArchiveRules.localMethod, ArchiveRules.localSizes, ArchiveRules.localCRC, ArchiveRules.descriptor,
      ArchiveRules.overlap, ArchiveRules.crc, ArchiveRules.data, ArchiveRules.limitEntry, ArchiveRules.limitRatio,
      ArchiveRules.limitEntries, ArchiveRules.readers,
    ],
    "ArchivesTests/ResilienceTests.swift": [ArchiveRules.limitTotal, ArchiveRules.limitNesting],
    "ModulePackagesTests/JarLimitTests.swift": [ArchiveRules.limitArchives],
    "ValidationTests/BombTests.swift": Validator.rules.filter { $0.id == "function.parameters.many" },
  ]

  /// A rule that nothing trips, or that nothing sound is held against, is named here.
  @Test func everyRuleHasACaseThatTripsItAndACleanFixture() throws {
    let tripped = Set(RuleTests.cases.flatMap(\.rules))
    let clean = Set(RuleTests.cases.filter(\.expected.isEmpty).map(\.label))
    var named: Set<RuleID> = []
    for (file, rules) in Self.elsewhere {
      let text = try Self.text(of: file)
      for rule in rules {
        #expect(text.contains("\"\(rule.id)\""), "\(file) does not name \(rule.id)")
        named.insert(rule.id)
      }
    }
    let sample = try SampleModule()
    let sampleText = try sample.text()
    let manifest = String(decoding: sample.package.manifest?.bytes() ?? [], as: UTF8.self)
    let entries = Set(try Archive(bytes: sample.bytes()).entries.map(\.name))
    for rule in Validator.rules {
      #expect(tripped.contains(rule.id.rawValue) || named.contains(rule.id), "nothing trips \(rule.id)")
      switch CleanFixture.all[rule.id] {
      case .sample(let part)?:
        let isThere = sampleText.contains(part) || manifest.contains(part) || entries.contains(part)
        #expect(isThere, "\(rule.id): the sound sample has no \(part)")
      case .nearly(let label)?: #expect(clean.contains(label), "\(rule.id): there is no clean case \(label)")
      case .suite(let file, let part)?:
        #expect(try Self.text(of: file).contains(part), "\(rule.id): \(file) has no \(part)")
      case nil: Issue.record("\(rule.id) has no clean fixture")
      }
    }
    let known = Set(Validator.rules.map(\.id.rawValue))
    #expect(tripped.subtracting(known) == [], "cases expect rules that the catalogue does not have")
    #expect(Set(CleanFixture.all.keys.map(\.rawValue)).subtracting(known) == [], "clean fixtures of no rule")
  }

  /// A file below `Tests`.
  private static func text(of file: String) throws -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: tests.appending(path: file), encoding: .utf8)
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
