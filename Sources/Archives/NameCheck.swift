import Findings

/// What may be wrong with names, each alone and all together. Gathers them as the directory is read, and judges at the
/// end.
struct NameCheck {
  /// So many entries of one name, or of names alike but for case, make an archive an attack, of which nothing is read.
  private static let mostOfOneName = 1_000
  /// The longest name, in bytes, that any file system takes (`PATH_MAX`); an archive with a longer one is an attack on
  /// whoever compares names.
  static let longest = 4_096

  /// Of each entry in order: the hash of its folded name.
  private var hashes: [UInt64] = []
  /// The entries whose names want a second look.
  private var doubtful: [Int] = []

  /// Room for so many names.
  mutating func reserve(_ count: Int) { hashes.reserveCapacity(count) }

  /// Takes the name of the next entry, whose bytes are at hand, and gives it as text.
  mutating func next(_ bytes: UnsafeRawBufferPointer) -> (name: String, other: [UInt8]?) {
    let traits = NameTraits(bytes)
    if !traits.isPlain || !traits.isASCII { doubtful.append(hashes.count) }
    if traits.isASCII {
      hashes.append(traits.foldedHash)
      return (String(decoding: bytes, as: UTF8.self), nil)
    }
    let text = String(validating: bytes, as: UTF8.self)
    let name = text ?? CodePage437.decode(bytes)
    // A name that no file system takes is told as such; whether it is like another one nobody asks.
    hashes.append(bytes.count > Self.longest ? traits.foldedHash : Self.foldedHash(name))
    return (name, text == nil ? Array(bytes) : nil)
  }

  /// Judges the names of all entries; false when they are an attack.
  func finish(_ entries: [ArchiveEntry], into report: inout StructureReport) -> Bool {
    for index in doubtful where index < entries.count { check(entries[index], into: &report) }
    return compare(entries, into: &report)
  }

  private func check(_ entry: ArchiveEntry, into report: inout StructureReport) {
    func note(_ rule: Rule, _ sentence: String) {
      report.add(rule, "\"\(entry.name)\" \(sentence)", entry: entry.name, at: entry.centralOffset)
    }
    if entry.otherName != nil { note(ArchiveRules.nameEncoding, "is not UTF-8") }
    let name = entry.name.utf8
    if entry.name.isEmpty {
      note(ArchiveRules.nameControl, "is an empty name")
    } else if entry.name.unicodeScalars.contains(where: \.isMisleading) {
      note(ArchiveRules.nameControl, "contains a control character")
    }
    if name.contains(UInt8(ascii: "\\")) { note(ArchiveRules.nameBackslash, "contains a backslash") }
    let parts = name.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") })
    if parts.contains(where: { $0.elementsEqual("..".utf8) }) { note(ArchiveRules.nameParent, "contains `..`") }
    if name.first == UInt8(ascii: "/") { note(ArchiveRules.nameAbsolute, "begins with a slash") }
    if name.dropFirst().first == UInt8(ascii: ":"), let letter = name.first,
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= letter | 0x20
    {
      note(ArchiveRules.nameDrive, "begins with a drive letter")
    }
  }

  /// Equal names, and names alike.
  private func compare(_ entries: [ArchiveEntry], into report: inout StructureReport) -> Bool {
    guard entries.count == hashes.count else { return true }
    let groups = withEqualHashes()
    if let group = groups.max(by: { ($0.count, $1[0]) < ($1.count, $0[0]) }), group.count > Self.mostOfOneName {
      let first = entries[group[0]]
      report.add(
        ArchiveRules.duplicate,
        "\(group.count) entries are named \"\(first.name)\", or alike but for case; nothing is read of an archive with more "
          + "than \(Self.mostOfOneName) of one name",
        entry: first.name,
        at: first.centralOffset
      )
      return false
    }
    var exact: Set<[UInt8]> = []
    var folded: [String: String] = [:]
    for index in groups.joined().sorted() {
      let entry = entries[index]
      let known = folded.updateValue(entry.name, forKey: entry.name.lowercased())
      if !exact.insert(entry.rawName).inserted {
        report.add(
          ArchiveRules.duplicate,
          "two entries are named \"\(entry.name)\"",
          entry: entry.name,
          at: entry.centralOffset
        )
      } else if let known {
        report.add(
          ArchiveRules.alike,
          "\"\(entry.name)\" and \"\(known)\" differ only in case or Unicode form",
          entry: entry.name,
          at: entry.centralOffset
        )
      }
    }
    return true
  }

  /// The entries that share a hash with others, in groups of one hash, each in order.
  private func withEqualHashes() -> [[Int]] {
    // A table of the entries' numbers, from 1, with open addressing, at most half full.
    let size = max(2, hashes.count * 2).nextPowerOfTwo
    var table = [UInt32](repeating: 0, count: size)
    var groups: [Int: [Int]] = [:]
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while table[slot] != 0, hashes[Int(table[slot]) - 1] != hash { slot = (slot + 1) & (size - 1) }
      if table[slot] == 0 {
        table[slot] = UInt32(truncatingIfNeeded: index + 1)
      } else {
        let first = Int(table[slot]) - 1
        groups[first, default: [first]].append(index)
      }
    }
    return Array(groups.values)
  }

  private static func foldedHash(_ name: String) -> UInt64 {
    var folded = name.lowercased()
    // The Kelvin sign's small letter is an ordinary k.
    let traits = folded.withUTF8 { NameTraits(UnsafeRawBufferPointer($0)) }
    if traits.isASCII { return traits.foldedHash }
    // A string's own hash is that of its canonical composition.
    return UInt64(truncatingIfNeeded: folded.hashValue)
  }
}

extension Int {
  /// The smallest power of two that is no smaller.
  fileprivate var nextPowerOfTwo: Int { self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
