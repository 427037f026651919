import Archives
import Findings
import Testing

/// An archive that nearly trips a rule and does not.
struct SoundArchive: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: @Sendable () throws -> [UInt8]
  var limits = ArchiveLimits()

  init(_ label: String, limits: ArchiveLimits = ArchiveLimits(), _ bytes: @escaping @Sendable () throws -> [UInt8]) {
    testDescription = label
    self.limits = limits
    self.bytes = bytes
  }

  /// An entry that looks bad and is not, between two others.
  private init(entry label: String, _ entry: @escaping @Sendable () -> ForgedEntry) {
    self.init(label) { try ForgedArchive([ForgedEntry("a.txt"), entry(), ForgedEntry("z.txt")]).bytes() }
  }

  static let all: [SoundArchive] =
    names.map { name in SoundArchive(entry: "name \(escaped(name))") { ForgedEntry(name) } } + frames + budgets

  /// A name in ASCII, so that two forms of one letter have two labels.
  private static func escaped(_ name: String) -> String {
    name.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
  }

  private static let names = [
    "...", "..a/b", "a../b", "a/.b", "a/...", "ab:c", "1:c", "a b", "~", "-rf", "a;b", "%2e%2e/x", "con", "\u{E9}.txt",
    "e\u{301}.txt", "\u{20AC}", "\u{1F600}.txt", "a.txt.", "a.txt ", "A.TXT2", "\u{A0}", "\u{AD}",
  ]

  private static let frames: [SoundArchive] = [
    SoundArchive("a comment that looks like half an end record") {
      try ForgedArchive([ForgedEntry("a.txt")]) { $0.comment = Array("PK\u{5}".utf8) }.bytes()
    },
    SoundArchive("content that looks like an end record") {
      let end = le(0x0605_4B50, 4) + [UInt8](repeating: 0, count: 18)
      return try ForgedArchive([ForgedEntry(Array("a.bin".utf8), end) { $0.method = 0 }]).bytes()
    },
    SoundArchive("a stored archive inside") {
      let inner = try ForgedArchive([ForgedEntry("a.txt")]).bytes()
      return try ForgedArchive([ForgedEntry(Array("inner.zip".utf8), inner) { $0.method = 0 }]).bytes()
    },
    SoundArchive("ZIP64 records that nothing needs") {
      try ForgedArchive([ForgedEntry("a.txt")]) { $0.zip64 = true }.bytes()
    },
    SoundArchive("the directory in another order than the file") {
      var forged = ForgedArchive([ForgedEntry("a.txt"), ForgedEntry("b.txt")])
      forged.entries = [
        ForgedEntry("a.txt") { $0.hasRecord = false }, ForgedEntry("b.txt"),
        ForgedEntry("a.txt") {
          $0.hasLocal = false
          $0.localOffset = 0
        },
      ]
      return try forged.bytes()
    },
    SoundArchive(entry: "a folder that MS-DOS calls one, too") { ForgedEntry("d/", "") { $0.dosAttributes = 0x10 } },
    SoundArchive(entry: "a file of Unix that is no link") { ForgedEntry("b.txt") { $0.unixMode = 0o100777 } },
    SoundArchive(entry: "an empty file, stored") { ForgedEntry("b.txt", "") { $0.method = 0 } },
    SoundArchive(entry: "an empty file, deflated") { ForgedEntry("b.txt", "") },
    SoundArchive(entry: "a Unicode path field that repeats the name") {
      ForgedEntry("b.txt") {
        $0.centralExtra = le(0x7075, 2) + le(5 + 5, 2) + [1] + le(0, 4) + Array("b.txt".utf8)
      }
    },
    SoundArchive(entry: "a name of Latin letters without the UTF-8 flag") { ForgedEntry("b.txt") { $0.flags = 0 } },
    SoundArchive("no entries at all") { try ForgedArchive([]).bytes() },
  ]

  private static let budgets: [SoundArchive] = [
    SoundArchive("as many entries as are allowed", limits: ArchiveLimits(entries: 3)) {
      try ForgedArchive((0..<3).map { ForgedEntry("\($0)") }).bytes()
    },
    SoundArchive("an entry as large as is allowed", limits: ArchiveLimits(entryBytes: 7)) {
      try ForgedArchive([ForgedEntry("a.txt", "content")]).bytes()
    },
    SoundArchive("as many bytes as are allowed", limits: ArchiveLimits(totalBytes: 14)) {
      try ForgedArchive([ForgedEntry("a.txt", "content"), ForgedEntry("b.txt", "content")]).bytes()
    },
    SoundArchive("text that compresses well") {
      try ForgedArchive([ForgedEntry("a.txt", String(repeating: "the same line again\n", count: 50_000))]).bytes()
    },
  ]
}

@Suite struct SoundArchiveTests {
  @Test func thereAreEnough() {
    #expect(SoundArchive.all.count >= 35)
    #expect(Set(SoundArchive.all.map(\.testDescription)).count == SoundArchive.all.count)
  }

  @Test(arguments: SoundArchive.all) func nothingIsFound(_ sound: SoundArchive) throws {
    let archive = Archive(bytes: try sound.bytes(), limits: sound.limits)
    #expect(archive.findings.map(\.message) == [])
    #expect(archive.verifyContents().map(\.message) == [])
  }

  /// Jars may lie in one another as deep as is allowed.
  @Test func nestingUpToTheLimitIsFine() throws {
    var archive = Archive(
      bytes: try Bombs.nested(depth: 4, width: 1, core: [1, 2, 3]),
      limits: ArchiveLimits(nesting: 3)
    )
    for _ in 0..<3 { archive = try archive.nested(try #require(archive.entries.first)) }
    #expect(archive.entries.map(\.name) == ["core0.bin"])
    #expect(archive.findings.isEmpty)
  }
}
