import Testing

/// An archive that is not sound, and the rules that must say so, in byte order of their ids.
struct HostileArchive: Sendable, CustomTestStringConvertible {
  let label: String
  let bytes: @Sendable () throws -> [UInt8]
  let expected: [String]

  var testDescription: String { label }

  init(_ label: String, _ expected: [String], _ bytes: @escaping @Sendable () throws -> [UInt8]) {
    self.label = label
    self.expected = expected
    self.bytes = bytes
  }

  /// One odd entry between two sound ones.
  init(entry label: String, _ expected: [String], _ entry: @escaping @Sendable () -> ForgedEntry) {
    self.init(label, expected) { try ForgedArchive([ForgedEntry("a.txt"), entry(), ForgedEntry("z.txt")]).bytes() }
  }

  /// An entry that is odd by its name alone.
  init(name: String, _ expected: [String]) {
    self.init(entry: "name \(name.debugDescription)", expected) { ForgedEntry(name) }
  }

  /// Two sound entries in an odd frame.
  init(frame label: String, _ expected: [String], _ change: @escaping @Sendable (inout ForgedArchive) -> Void) {
    self.init(label, expected) { try ForgedArchive([ForgedEntry("a.txt"), ForgedEntry("b.txt")], change).bytes() }
  }

  /// All of them.
  static let all = files + names + headers + frames + contents

  private static let files: [HostileArchive] = [
    HostileArchive("empty file", ["zip.not-a-zip"]) { [] },
    HostileArchive("text", ["zip.not-a-zip"]) { Array("no archive, just words".utf8) },
    HostileArchive("zeros", ["zip.not-a-zip"]) { [UInt8](repeating: 0, count: 4_096) },
    HostileArchive("gzip", ["zip.not-a-zip"]) { [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] },
    HostileArchive("signature alone", ["zip.truncated"]) { Array("PK\u{3}\u{4}".utf8) },
    HostileArchive("local headers without end", ["zip.truncated"]) {
      try ForgedArchive([ForgedEntry("a.txt")]) { $0.hasEnd = false }.bytes()
    },
    HostileArchive("cut in the second entry", ["zip.truncated"]) {
      Array(try ForgedArchive([ForgedEntry("a.txt"), ForgedEntry("b.txt")]).bytes().prefix(70))
    },
    HostileArchive("central directory without its entries", ["zip.local.missing"]) {
      try ForgedArchive([ForgedEntry("a.txt") { $0.hasLocal = false }]).bytes()
    },
  ]

  private static let names: [HostileArchive] = [
    HostileArchive(name: "../evil.txt", ["zip.name.parent"]),
    HostileArchive(name: "a/../../evil.txt", ["zip.name.parent"]),
    HostileArchive(name: "a/..", ["zip.name.parent"]),
    HostileArchive(name: "..", ["zip.name.parent"]),
    HostileArchive(name: "..\\evil.txt", ["zip.name.backslash", "zip.name.parent"]),
    HostileArchive(name: "/etc/passwd", ["zip.name.absolute"]),
    HostileArchive(name: "//host/share", ["zip.name.absolute"]),
    HostileArchive(name: "a\\b.txt", ["zip.name.backslash"]),
    HostileArchive(name: "C:/evil.txt", ["zip.name.drive"]),
    HostileArchive(name: "c:evil.txt", ["zip.name.drive"]),
    HostileArchive(name: "C:\\evil.txt", ["zip.name.backslash", "zip.name.drive"]),
    HostileArchive(name: "a\u{0}b.txt", ["zip.name.control"]),
    HostileArchive(name: "a\nb.txt", ["zip.name.control"]),
    HostileArchive(name: "\u{1B}[2Jb.txt", ["zip.name.control"]),
    HostileArchive(name: "a\u{7F}.txt", ["zip.name.control"]),
    HostileArchive(name: "a\u{85}.txt", ["zip.name.control"]),
    HostileArchive(name: "gpj\u{202E}txt.exe", ["zip.name.control"]),
    HostileArchive(name: "", ["zip.name.control"]),
    HostileArchive(name: String(repeating: "n", count: 4_097), ["zip.name.length"]),
    HostileArchive("1,001 entries of one name", ["zip.entry.duplicate"]) {
      try ForgedArchive((0..<1_001).map { _ in ForgedEntry("a.txt") }).bytes()
    },
    HostileArchive("1,001 entries of names alike", ["zip.entry.duplicate"]) {
      // Each letter in either case, by the bits of a number.
      try ForgedArchive(
        (0..<1_001).map { number in
          ForgedEntry(String((0..<10).map { number >> $0 & 1 == 0 ? "a" : "A" }))
        }
      ).bytes()
    },
    HostileArchive(name: "a.txt", ["zip.entry.duplicate"]),
    HostileArchive(name: "A.TXT", ["zip.entry.alike"]),
    HostileArchive("composed and decomposed", ["zip.entry.alike"]) {
      try ForgedArchive([ForgedEntry("\u{E4}.txt"), ForgedEntry("a\u{308}.txt")]).bytes()
    },
    HostileArchive("composed and decomposed, other case", ["zip.entry.alike"]) {
      try ForgedArchive([ForgedEntry("\u{E4}.txt"), ForgedEntry("A\u{308}.txt")]).bytes()
    },
    HostileArchive(entry: "name in Latin-1", ["zip.name.encoding"]) { ForgedEntry([0xE4, 0x2E, 0x74], [1, 2, 3]) },
    HostileArchive(entry: "overlong UTF-8 slash", ["zip.name.encoding"]) {
      ForgedEntry([0x2E, 0x2E, 0xC0, 0xAF, 0x61], [1, 2, 3])
    },
    HostileArchive(entry: "Unicode path field with another name", ["zip.name.encoding"]) {
      ForgedEntry("b.txt") {
        $0.centralExtra = le(0x7075, 2) + le(5 + 8, 2) + [1] + le(0, 4) + Array("evil.txt".utf8)
      }
    },
  ]

  private static let headers: [HostileArchive] = [
    HostileArchive(entry: "symbolic link", ["zip.entry.symlink"]) {
      ForgedEntry("link", "/etc/passwd") { $0.unixMode = 0o120777 }
    },
    HostileArchive(entry: "a file that MS-DOS would call a folder", ["zip.readers"]) {
      ForgedEntry("b.txt") { $0.dosAttributes = 0x10 }
    },
    HostileArchive(entry: "encrypted", ["zip.entry.encrypted"]) { ForgedEntry("b.txt") { $0.flags |= 1 } },
    HostileArchive(entry: "strongly encrypted", ["zip.entry.encrypted"]) {
      ForgedEntry("b.txt") { $0.flags |= 0x2041 }
    },
    HostileArchive(entry: "bzip2", ["zip.entry.method"]) { ForgedEntry("b.txt") { $0.method = 12 } },
    HostileArchive(entry: "lzma", ["zip.entry.method"]) { ForgedEntry("b.txt") { $0.method = 14 } },
    HostileArchive(entry: "deflate64", ["zip.entry.method"]) { ForgedEntry("b.txt") { $0.method = 9 } },
    HostileArchive(entry: "AES wrapper", ["zip.entry.method"]) { ForgedEntry("b.txt") { $0.method = 99 } },
    HostileArchive(entry: "other local name", ["zip.local.name"]) {
      ForgedEntry("b.txt") { $0.localName = Array("c.txt".utf8) }
    },
    HostileArchive(entry: "longer local name", ["zip.local.name"]) {
      ForgedEntry("b.txt") { $0.localName = Array("../../b.txt".utf8) }
    },
    HostileArchive(entry: "other local method", ["zip.local.method"]) { ForgedEntry("b.txt") { $0.localMethod = 0 } },
    HostileArchive(entry: "other local flags", ["zip.local.method"]) { ForgedEntry("b.txt") { $0.localFlags = 0 } },
    HostileArchive(entry: "local says encrypted", ["zip.local.method"]) {
      ForgedEntry("b.txt") { $0.localFlags = 0x0801 }
    },
    HostileArchive(entry: "other local size", ["zip.local.sizes"]) { ForgedEntry("b.txt") { $0.localSize = 99 } },
    HostileArchive(entry: "other local compressed size", ["zip.local.sizes"]) {
      ForgedEntry("b.txt") { $0.localCompressedSize = 3 }
    },
    HostileArchive(entry: "other local checksum", ["zip.local.crc"]) { ForgedEntry("b.txt") { $0.localCRC = 1 } },
    HostileArchive(entry: "descriptor missing", ["zip.descriptor"]) {
      ForgedEntry("b.txt") {
        $0.stream()
        $0.descriptor = .none
      }
    },
    HostileArchive(entry: "descriptor with another checksum", ["zip.data.between", "zip.descriptor"]) {
      ForgedEntry("b.txt") {
        $0.stream()
        $0.descriptor = .bytes(le(0x0807_4B50, 4) + le(1, 4) + le(9, 4) + le(7, 4))
      }
    },
    HostileArchive(entry: "sizes known in front, contradicting", ["zip.local.sizes"]) {
      ForgedEntry("b.txt") {
        $0.stream()
        $0.localSize = 5
        $0.localCompressedSize = 5
      }
    },
    HostileArchive(entry: "ZIP64 size without its field", ["zip.data.between", "zip.local.missing", "zip.zip64"]) {
      ForgedEntry("b.txt") {
        $0.compressedSize = 0xFFFF_FFFF
        $0.size = 0xFFFF_FFFF
      }
    },
    HostileArchive(entry: "ZIP64 size beyond everything", ["zip.data.between", "zip.local.missing"]) {
      ForgedEntry("b.txt") {
        $0.compressedSize = 0xFFFF_FFFF
        $0.size = 0xFFFF_FFFF
        $0.centralExtra = le(1, 2) + le(16, 2) + le(.max, 8) + le(.max, 8)
      }
    },
    HostileArchive(entry: "ZIP64 offset beyond everything", ["zip.data.between", "zip.local.missing"]) {
      ForgedEntry("b.txt") {
        $0.localOffset = 0xFFFF_FFFF
        $0.centralExtra = le(1, 2) + le(8, 2) + [UInt8](repeating: 0xFF, count: 8)
      }
    },
    HostileArchive(entry: "offset into nothing", ["zip.data.between", "zip.local.missing"]) {
      ForgedEntry("b.txt") { $0.localOffset = 12_345_678 }
    },
    HostileArchive(entry: "claims the rest of the file", ["zip.entry.overlap", "zip.local.sizes"]) {
      ForgedEntry("b.txt") {
        $0.compressedSize = 60
        $0.localCompressedSize = 9
      }
    },
    HostileArchive("two records for one header", ["zip.entry.overlap", "zip.local.name"]) {
      try ForgedArchive([
        ForgedEntry("a.txt"),
        ForgedEntry("b.txt") {
          $0.hasLocal = false
          $0.localOffset = 0
        },
      ]).bytes()
    },
    HostileArchive("quoted overlap", ["zip.entry.overlap"]) { try Bombs.overlapping(entries: 20, kernel: 1_000) },
  ]

  private static let frames: [HostileArchive] = [
    HostileArchive(frame: "data in front", ["zip.data.before"]) { $0.prefix = Array("#!/bin/sh\n".utf8) },
    HostileArchive(frame: "stub in front", ["zip.stub"]) {
      $0.prefix = Array("#!/bin/sh\n".utf8)
      $0.hidesPrefix = true
    },
    HostileArchive(frame: "data between entries", ["zip.data.between"]) { $0.entries[1].gap = Array("hidden".utf8) },
    HostileArchive(frame: "entry without a record", ["zip.data.between"]) { $0.entries[1].hasRecord = false },
    HostileArchive(frame: "first entry without a record", ["zip.data.before"]) { $0.entries[0].hasRecord = false },
    HostileArchive(frame: "data before the directory", ["zip.data.between"]) { $0.beforeDirectory = [1, 2, 3] },
    HostileArchive(frame: "data after the directory", ["zip.data.between"]) { $0.afterDirectory = [1, 2, 3] },
    HostileArchive(frame: "data after the end", ["zip.data.after"]) { $0.suffix = Array("more".utf8) },
    HostileArchive(frame: "second end record in the comment", ["zip.end.several"]) {
      $0.comment = le(0x0605_4B50, 4) + [UInt8](repeating: 0, count: 20)
    },
    HostileArchive(frame: "second end record before the first", ["zip.data.between", "zip.end.several"]) {
      $0.afterDirectory = le(0x0605_4B50, 4) + [UInt8](repeating: 0, count: 18)
    },
    HostileArchive("two archives in a row", ["zip.stub"]) {
      let one = try ForgedArchive([ForgedEntry("a.txt")]).bytes()
      return try one + ForgedArchive([ForgedEntry("b.txt")]).bytes()
    },
    HostileArchive(frame: "count too large", ["zip.directory.damaged"]) { $0.count = 3 },
    HostileArchive(frame: "count too small", ["zip.directory.damaged"]) { $0.count = 1 },
    HostileArchive(frame: "directory larger than the file", ["zip.directory.damaged"]) { $0.directorySize = 99_999 },
    HostileArchive(frame: "directory behind its end", ["zip.directory.damaged"]) { $0.directoryOffset = 99_999 },
    HostileArchive(frame: "directory too short", ["zip.data.between", "zip.directory.damaged"]) {
      $0.directorySize = 60
    },
    HostileArchive(frame: "ZIP64 count differs", ["zip.directory.damaged", "zip.zip64"]) {
      $0.zip64 = true
      $0.zip64Count = 7
    },
    HostileArchive(frame: "ZIP64 locator into nothing", ["zip.zip64"]) {
      $0.zip64 = true
      $0.locatorOffset = 3
    },
    HostileArchive(frame: "ZIP64 record missing", ["zip.directory.damaged", "zip.zip64"]) {
      $0.directoryOffset = 0xFFFF_FFFF
    },
    HostileArchive(frame: "more entries than allowed", ["zip.limit.entries"]) {
      $0.zip64 = true
      $0.zip64Count = .max
      $0.count = 0xFFFF
    },
  ]

  private static let contents: [HostileArchive] = [
    HostileArchive(entry: "wrong checksum, deflated", ["zip.entry.crc"]) {
      ForgedEntry("b.txt") { $0.crc = 0xDEAD_BEEF }
    },
    HostileArchive(entry: "wrong checksum, stored", ["zip.entry.crc"]) {
      ForgedEntry("b.txt") {
        $0.method = 0
        $0.crc = 0xDEAD_BEEF
      }
    },
    HostileArchive(entry: "wrong checksum of nothing", ["zip.entry.crc"]) {
      ForgedEntry("b.txt", "") {
        $0.crc = 1
      }
    },
    HostileArchive(entry: "expands to more", ["zip.entry.data"]) { ForgedEntry("b.txt", "content") { $0.size = 3 } },
    HostileArchive(entry: "expands to less", ["zip.entry.data"]) { ForgedEntry("b.txt", "content") { $0.size = 300 } },
    HostileArchive(entry: "empty by its headers only", ["zip.entry.data"]) {
      ForgedEntry("b.txt") {
        $0.size = 0
        $0.crc = 0
      }
    },
    HostileArchive(entry: "stored with two sizes", ["zip.entry.data"]) {
      ForgedEntry("b.txt") {
        $0.method = 0
        $0.size = 70
      }
    },
    HostileArchive(entry: "no deflate stream", ["zip.entry.data"]) {
      ForgedEntry("b.txt") { $0.data = [0xFF, 0xFF, 0xFF, 0xFF] }
    },
    HostileArchive(entry: "deflate stream cut off", ["zip.entry.data"]) {
      ForgedEntry("b.txt") { $0.data = [0x4B, 0xCE] }
    },
    HostileArchive(entry: "bytes behind the deflate stream", ["zip.entry.data"]) {
      ForgedEntry("b.txt", "a") { $0.data = [0x4B, 0x04, 0x00, 0x68, 0x69, 0x64, 0x65] }
    },
    HostileArchive(entry: "expands a thousandfold", ["zip.limit.ratio"]) {
      ForgedEntry(Array("b.bin".utf8), [UInt8](repeating: 0, count: 5 << 20))
    },
    HostileArchive(entry: "larger than allowed", ["zip.limit.entry"]) {
      ForgedEntry("b.txt") { $0.size = 0xFFFF_FFF0 }
    },
  ]
}
