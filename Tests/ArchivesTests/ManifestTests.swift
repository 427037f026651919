import Archives
import Findings
import Testing

@Suite struct ManifestTests {
  private static func parse(_ text: String) -> (manifest: JarManifest, rules: [String], lines: [Int?]) {
    let (manifest, findings) = JarManifest.parse(Array(text.utf8))
    return (manifest, findings.map(\.rule.rawValue), findings.map(\.location.line))
  }

  @Test func roundTripKeepsOrderAndUnknownAttributes() {
    let text = """
      Manifest-Version: 1.0\r\nObjectId: 1\r\nX-Odd_1: a: b \r\n\r\nName: a/B.class\r\nSealed: true\r\n\r\n
      """
    let (manifest, rules, _) = Self.parse(text)
    #expect(rules == [])
    #expect(manifest.main.map(\.name) == ["Manifest-Version", "ObjectId", "X-Odd_1"])
    #expect(manifest["OBJECTID"] == "1")
    #expect(manifest.attribute("X-Odd_1")?.line == 3)
    #expect(manifest.sections.first?.attributes.first?.value == "true")
    #expect(manifest.bytes() == Array(text.utf8))
  }

  @Test(arguments: 60...160)
  func longValuesAreFolded(length: Int) {
    let value = String(repeating: "ä", count: length / 2) + String(repeating: "x", count: length % 2)
    let manifest = JarManifest(main: [.init("Name-Of-It", value)])
    let bytes = manifest.bytes()
    for line in bytes.split(separator: 0x0A) { #expect(line.count <= 73) }
    let read = JarManifest.parse(bytes)
    #expect(read.manifest["Name-Of-It"] == value)
    #expect(read.findings == [])
  }

  @Test(arguments: [
    ("no colon\n", "jar.manifest.syntax", 1), ("A:b\n", "jar.manifest.syntax", 1), (": b\n", "jar.manifest.syntax", 1),
    (" b\n", "jar.manifest.syntax", 1), ("A b: c\n", "jar.manifest.syntax", 1), ("Ä: c\n", "jar.manifest.syntax", 1),
    ("A: 1\n\nB: 2\n", "jar.manifest.syntax", 3), ("A: 1\u{0}\n", "jar.manifest.syntax", 1),
    ("A: 1\na: 2\n", "jar.manifest.duplicate", 2), ("A: 1", "jar.manifest.ending", 1),
    ("A: \(String(repeating: "x", count: 70))\n", "jar.manifest.line-length", 1),
  ])
  func malformedLinesAreNamed(text: String, rule: String, line: Int) {
    let result = Self.parse(text)
    #expect(result.rules == [rule])
    #expect(result.lines == [line])
  }

  @Test func allLineEndsCount() {
    for end in ["\n", "\r", "\r\n"] {
      let (manifest, rules, _) = Self.parse("A: 1\(end) 2\(end)B: 3\(end)\(end)Name: x\(end)C: 4\(end)")
      #expect(rules == [])
      #expect(manifest["A"] == "12")
      #expect(manifest.sections.map(\.name) == ["x"])
    }
  }

  /// Java takes the mark for a part of the first name; nobody sees it in an editor.
  @Test func aByteOrderMarkIsNamed() {
    let (manifest, findings) = JarManifest.parse([0xEF, 0xBB, 0xBF] + Array("Manifest-Version: 1.0\nA: b\n".utf8))
    #expect(findings.map(\.rule) == [ArchiveRules.manifestSyntax.id])
    #expect(findings.first?.message.contains("byte order mark (bytes EF BB BF)") == true)
    #expect(manifest["Manifest-Version"] == "1.0")
  }

  /// A bomb: comparing each attribute with all before it would take minutes.
  @Test(.timeLimit(.minutes(1))) func aGreatManyAttributes() {
    let text = (0..<200_000).map { "A\($0): x\r\n" }.joined()
    let (manifest, findings) = JarManifest.parse(Array((text + "a7: y\r\n").utf8))
    #expect(manifest.main.count == 200_001)
    #expect(findings.map(\.message) == ["`a7` stands here and on line 8; Java takes the last"])
  }
}
