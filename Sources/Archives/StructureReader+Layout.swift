/// Where the entries lie: overlaps, and bytes that belong to none.
extension StructureReader {
  /// So many overlaps make an archive an attack, of which nothing is read.
  private static let mostOverlaps = 1_000

  /// Walks the entries in the order of their local headers, so that neighbours can be compared.
  mutating func readLayout(_ end: EndRecord) {
    let order = inFileOrder()
    var last = 0
    var lastIndex: Int?
    var overlaps = 0
    for (rank, index) in order.enumerated() {
      if overlaps > Self.mostOverlaps { return giveUp() }
      let entry = entries[index]
      let boundary =
        rank + 1 < order.count
        ? min(max(entries[order[rank + 1]].localOffset, 0), end.directory.lowerBound) : end.directory.lowerBound
      guard let used = readEntry(entry, boundary: boundary, directory: end.directory.lowerBound) else { continue }
      // Genuine JARs are known whose neighbours share two bytes (ClamAV pull request 561): not worth a word.
      if used.lowerBound < last - 2, let lastIndex {
        overlaps += 1
        bar(
          entry,
          ArchiveRules.overlap,
          "\"\(entry.name)\" overlaps \"\(entries[lastIndex].name)\"",
          at: entry.localOffset
        )
        bar(
          entries[lastIndex],
          ArchiveRules.overlap,
          "\"\(entries[lastIndex].name)\" overlaps \"\(entry.name)\"",
          at: entries[lastIndex].localOffset
        )
      } else if used.lowerBound > last {
        reportGap(last..<used.lowerBound, first: lastIndex == nil, stub: end.shift)
      }
      if used.upperBound > last {
        last = used.upperBound
        lastIndex = index
      }
    }
    if last < end.directory.lowerBound {
      reportGap(last..<end.directory.lowerBound, first: order.isEmpty, stub: end.shift)
    }
  }

  mutating func giveUp() {
    entries = []
    contents = []
    barred = [:]
  }

  private func inFileOrder() -> [Int] {
    // Writers keep the directory in file order nearly always; then there is nothing to sort.
    var sorted = true
    var last = Int.min
    for entry in entries {
      if entry.localOffset < last {
        sorted = false
        break
      }
      last = entry.localOffset
    }
    let order = Array(entries.indices)
    return sorted ? order : order.sorted { (entries[$0].localOffset, $0) < (entries[$1].localOffset, $1) }
  }

  private mutating func reportGap(_ gap: Range<Int>, first: Bool, stub: Int) {
    if !first {
      report.add(
        ArchiveRules.dataBetween,
        "\(gap.count) bytes that belong to no entry",
        at: gap.lowerBound
      )
    } else if gap.count > stub {
      // A stub is reported as such already.
      report.add(
        ArchiveRules.dataBefore,
        "\(gap.count - stub) bytes stand before the first entry",
        at: gap.lowerBound
      )
    }
  }
}
