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
      report.add(rule, "\"\(entry.name)\" \(sentence)", entry: entry.name, at: entry.centralOffset)
    }
    if entry.otherName != nil { note(ArchiveRules.nameEncoding, "is not UTF-8") }
    let traits = Traits(entry.name)
    var control = traits.control || entry.name.isEmpty
    if !traits.ascii, !control { control = entry.name.unicodeScalars.contains(where: \.isMisleading) }
    if control {
      note(ArchiveRules.nameControl, entry.name.isEmpty ? "is an empty name" : "contains a control character")
    }
    if traits.backslash { note(ArchiveRules.nameBackslash, "contains a backslash") }
    if traits.parent { note(ArchiveRules.nameParent, "contains `..`") }
    if traits.absolute { note(ArchiveRules.nameAbsolute, "begins with a slash") }
    if traits.drive { note(ArchiveRules.nameDrive, "begins with a drive letter") }
  }

  /// What one pass over a name's bytes tells.
  private struct Traits {
    var control = false
    var backslash = false
    var ascii = true
    var parent = false
    var absolute = false
    var drive = false

    init(_ name: String) {
      var name = name
      name.withUTF8 { bytes in
        // Dots of a component that has nothing else so far; negative when it has.
        var dots = 0
        for byte in bytes {
          switch byte {
          case UInt8(ascii: "/"), UInt8(ascii: "\\"):
            if dots == 2 { parent = true }
            if byte != UInt8(ascii: "/") { backslash = true }
            dots = 0
          case UInt8(ascii: ".") where dots >= 0:
            dots += 1
          default:
            dots = -1
            if byte < 0x20 || byte == 0x7F { control = true }
            if byte >= 0x80 { ascii = false }
          }
        }
        if dots == 2 { parent = true }
        guard let first = bytes.first else { return }
        absolute = first == UInt8(ascii: "/")
        let letter = first | 0x20
        drive =
          bytes.count > 1 && bytes[1] == UInt8(ascii: ":") && letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
      }
    }
  }

  /// Equal names, and names alike, by sorting the hashes of their folded forms.
  private static func compare(_ entries: [ArchiveEntry], into report: inout StructureReport) {
    // The upper bits of each hash over the entry's index: plain numbers sort fastest.
    let indexBits: UInt64 = 24
    guard entries.count < 1 << indexBits else { return }
    let mask: UInt64 = 1 << indexBits - 1
    var keys: [UInt64] = []
    keys.reserveCapacity(entries.count)
    for entry in entries {
      keys.append(UInt64(bitPattern: Int64(foldedHash(entry.name))) & ~mask | UInt64(entry.index))
    }
    keys.sort()
    // Back into the directory's order: hashes are seeded anew in every process.
    var pairs: [(earlier: Int, later: Int)] = []
    for rank in keys.indices.dropFirst() where keys[rank] & ~mask == keys[rank - 1] & ~mask {
      pairs.append((Int(keys[rank - 1] & mask), Int(keys[rank] & mask)))
    }
    for pair in pairs.sorted(by: { $0.later < $1.later }) {
      let a = entries[pair.earlier]
      let b = entries[pair.later]
      if a.name.utf8.elementsEqual(b.name.utf8) {
        report.add(
          ArchiveRules.duplicate,
          "two entries are named \"\(b.name)\"",
          entry: b.name,
          at: b.centralOffset
        )
      } else if a.name.lowercased() == b.name.lowercased() {
        report.add(
          ArchiveRules.alike,
          "\"\(b.name)\" and \"\(a.name)\" differ only in case or Unicode form",
          entry: b.name,
          at: b.centralOffset
        )
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
