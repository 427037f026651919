import Findings

/// What may be wrong with names, each alone and all together.
enum NameCheck {
  /// Checks the names of all entries.
  static func run(_ entries: [ArchiveEntry], into report: inout StructureReport) {
    for entry in entries { check(entry, into: &report) }
    compare(entries, into: &report)
  }

  private static func check(_ entry: ArchiveEntry, into report: inout StructureReport) {
    func note(_ rule: Rule, _ sentence: String) {
      report.add(rule, "\"\(printable(entry.name))\" \(sentence)", entry: entry.name, at: entry.centralOffset)
    }
    if entry.otherName != nil { note(ArchiveRules.nameEncoding, "is not UTF-8") }
    var control = entry.name.isEmpty
    var backslash = false
    var ascii = true
    var second: UInt8 = 0
    var dots = 0
    var parent = false
    var position = 0
    // One pass over the bytes; `dots` counts the dots of a component that has nothing else, or is negative.
    for byte in entry.name.utf8 {
      if position == 1 { second = byte }
      if byte < 0x20 || byte == 0x7F { control = true }
      if byte >= 0x80 { ascii = false }
      if byte == UInt8(ascii: "\\") { backslash = true }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") {
        if dots == 2 { parent = true }
        dots = 0
      } else if byte == UInt8(ascii: "."), dots >= 0 {
        dots += 1
      } else {
        dots = -1
      }
      position += 1
    }
    if dots == 2 { parent = true }
    if !ascii, !control { control = entry.name.unicodeScalars.contains(where: isMisleading) }
    if control {
      note(ArchiveRules.nameControl, entry.name.isEmpty ? "is an empty name" : "contains a control character")
    }
    if backslash { note(ArchiveRules.nameBackslash, "contains a backslash") }
    if parent { note(ArchiveRules.nameParent, "contains `..`") }
    guard let first = entry.name.utf8.first else { return }
    if first == UInt8(ascii: "/") { note(ArchiveRules.nameAbsolute, "begins with a slash") }
    if second == UInt8(ascii: ":"), (first | 0x20) >= UInt8(ascii: "a"), (first | 0x20) <= UInt8(ascii: "z") {
      note(ArchiveRules.nameDrive, "begins with a drive letter")
    }
  }

  /// C1 controls, line and paragraph separators, direction marks.
  private static func isMisleading(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// The name with control characters replaced, so that a message never drives a terminal.
  private static func printable(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F || isMisleading($0) ? "\u{FFFD}" : $0 }))
  }

  /// Equal names, and names alike, by sorting the hashes of their folded forms.
  private static func compare(_ entries: [ArchiveEntry], into report: inout StructureReport) {
    var keys: [(hash: Int, index: Int)] = []
    keys.reserveCapacity(entries.count)
    for entry in entries { keys.append((foldedHash(entry.name), entry.index)) }
    keys.sort { $0.hash != $1.hash ? $0.hash < $1.hash : $0.index < $1.index }
    // Back into the directory's order: hashes are seeded anew in every process.
    var pairs: [(earlier: Int, later: Int)] = []
    for rank in keys.indices.dropFirst() where keys[rank].hash == keys[rank - 1].hash {
      pairs.append((keys[rank - 1].index, keys[rank].index))
    }
    for pair in pairs.sorted(by: { $0.later < $1.later }) {
      let a = entries[pair.earlier]
      let b = entries[pair.later]
      if a.name.utf8.elementsEqual(b.name.utf8) {
        report.add(
          ArchiveRules.duplicate, "two entries are named \"\(printable(b.name))\"", entry: b.name,
          at: b.centralOffset)
      } else if a.name.lowercased() == b.name.lowercased() {
        report.add(
          ArchiveRules.alike,
          "\"\(printable(b.name))\" and \"\(printable(a.name))\" differ only in case or Unicode form", entry: b.name,
          at: b.centralOffset)
      }
    }
  }

  private static func foldedHash(_ name: String) -> Int {
    var name = name
    var folded: Int?
    name.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return }
      var hasher = Hasher()
      // Eight letters at a time, made lower case byte by byte.
      var word: UInt64 = 0
      var filled = 0
      for byte in bytes {
        word = word << 8 | UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        filled += 1
        if filled & 7 == 0 { hasher.combine(word) }
      }
      hasher.combine(word)
      hasher.combine(filled)
      folded = hasher.finalize()
    }
    // A string's own hash is that of its canonical composition.
    return folded ?? name.lowercased().hashValue
  }
}
