import Archives
import Findings
import Foundation
import TestSupport
import Testing

@Suite struct ResilienceTests {
  private static func package(_ style: ArchiveWriter.Style) throws -> [UInt8] {
    var writer = ArchiveWriter(epoch: 1_700_000_000, style: style)
    try writer.add(JarManifest.entryName, JarManifest(main: [.init("Manifest-Version", "1.0")]).bytes())
    try writer.add("module-descriptor.xml", Array("<module><name>Ä</name></module>\n".utf8))
    try writer.add("Worker.class", (0..<200).map { UInt8($0) })
    return try writer.bytes()
  }

  @Test(arguments: [ArchiveWriter.Style.plain, .appliance])
  func everyTruncationIsReported(style: ArchiveWriter.Style) throws {
    let whole = try Self.package(style)
    var tried = 0
    for length in 0..<whole.count {
      let archive = Archive(bytes: whole.prefix(length))
      _ = archive.verifyContents()
      let rules = Set(archive.findings.map(\.rule.rawValue))
      #expect(!rules.isDisjoint(with: ["zip.truncated", "zip.not-a-zip"]), "cut after \(length): \(rules)")
      tried += 1
    }
    #expect(tried == whole.count)
  }

  /// A flipped bit is reported, or changes nothing but a time, a version, an attribute or a hint.
  @Test(arguments: [ArchiveWriter.Style.plain, .appliance])
  func everyFlippedBitIsReportedOrHarmless(style: ArchiveWriter.Style) throws {
    let whole = try Self.package(style)
    let sound = Archive(bytes: whole)
    let contents = try sound.entries.map { try sound.content(of: $0) }
    var reported = 0
    var harmless = 0
    // Every bit of what the appliance writes; of the other style one bit of every byte.
    let bits = style == .appliance ? Array(0..<(whole.count * 8)) : whole.indices.map { $0 * 8 + $0 % 8 }
    for bit in bits {
      var bytes = whole
      bytes[bit / 8] ^= 1 << (bit % 8)
      let archive = Archive(bytes: bytes)
      if !archive.findings.isEmpty || !archive.verifyContents().isEmpty {
        reported += 1
        continue
      }
      harmless += 1
      #expect(archive.entries.map(\.name) == sound.entries.map(\.name), "bit \(bit)")
      #expect(try archive.entries.map { try archive.content(of: $0) } == contents, "bit \(bit)")
    }
    #expect(reported + harmless == bits.count)
    #expect(reported > harmless)
  }

  /// Bombs are refused with their limit's rule, and without room for what they claim. How quickly is measured by
  /// Tools/Benchmarks; the time limit here only ends a hang.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("overlapping", "zip.entry.overlap"), ("one header for all", "zip.entry.overlap"), ("count", "zip.limit.entries"),
      ("zeros", "zip.limit.ratio"),
      ("nested", "zip.limit.ratio"), ("endless", "zip.limit.nesting"),
    ]
  )
  func bombsFailAtOnce(kind: String, rule: String) throws {
    let bytes: [UInt8] =
      switch kind {
      case "overlapping": try Bombs.overlapping(entries: 250, kernel: 20_000)
      case "one header for all": try Bombs.count(90_000)
      case "count": try Bombs.count(101_000)
      case "zeros": try ForgedArchive([ForgedEntry(Array("0".utf8), [UInt8](repeating: 0, count: 5 << 20))]).bytes()
      case "nested": try Bombs.nested(depth: 4, width: 16, core: [UInt8](repeating: 0, count: 200_000))
      default: try Bombs.nested(depth: 12, width: 1, core: Array("core".utf8))
      }
    let found = Self.readAll(Archive(bytes: bytes))
    #expect(found.contains(rule), "\(found)")
  }

  /// Reads everything there is, jars in jars too, until a limit ends it.
  private static func readAll(_ archive: Archive) -> Set<String> {
    var rules = Set((archive.findings + archive.verifyContents()).map(\.rule.rawValue))
    for entry in archive.entries where entry.name.hasSuffix(".jar") {
      guard !rules.contains("zip.limit.ratio"), !rules.contains("zip.limit.total") else { break }
      do throws(ArchiveError) {
        rules.formUnion(readAll(try archive.nested(entry)))
      } catch {
        if case .defect(let finding) = error { rules.insert(finding.rule.rawValue) }
      }
    }
    return rules
  }
}
