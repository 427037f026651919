/// Neighbouring platform versions with one verdict.
public struct CompatibilityRange: Sendable, Hashable {
  /// The verdict of all of them.
  public var verdict: CompatibilityMatrix.Verdict
  /// How many problems each of them has that are accepted.
  public var accepted: Int
  /// The lowest version.
  public var first: String
  /// The highest version.
  public var last: String
  /// How many versions.
  public var count: Int

  /// `7.2.5.3` or `7.2.5.3 to 7.2.9.1`.
  public var versions: String { count == 1 ? first : "\(first) to \(last)" }
}

extension CompatibilityMatrix {
  /// A row's verdicts, neighbours of one verdict, and with as much accepted, put together.
  public func ranges(of row: Row) -> [CompatibilityRange] {
    var ranges: [CompatibilityRange] = []
    for (platform, cell) in zip(platforms, row.cells) {
      if let last = ranges.indices.last, ranges[last].verdict == cell.verdict, ranges[last].accepted == cell.accepted {
        ranges[last].last = platform
        ranges[last].count += 1
      } else {
        ranges.append(
          CompatibilityRange(
            verdict: cell.verdict,
            accepted: cell.accepted,
            first: platform,
            last: platform,
            count: 1
          )
        )
      }
    }
    return ranges
  }

  /// The lowest platform version on which the package breaks.
  public func firstBroken(in row: Row) -> String? {
    zip(platforms, row.cells).first { $1.verdict.isBreak }?.0
  }

  /// The highest platform version on which everything that can be judged links.
  public func lastGood(in row: Row) -> String? {
    zip(platforms, row.cells).reversed().first { $1.verdict == .ok }?.0
  }

  /// What a row means for the person who upgrades: where it works, where it breaks; nil when nothing breaks.
  public func advice(for row: Row) -> String? {
    let known = ranges(
      of: Row(package: row.package, cells: row.cells.map { Cell($0.verdict.isBreak ? .broken : $0.verdict) })
    )
    .filter { $0.verdict != .unknown }
    guard known.contains(where: { $0.verdict == .broken }) else { return nil }
    let good = known.indices.filter { known[$0].verdict == .ok }
    guard let first = good.first, let last = good.last else { return "no version is known to work" }
    if first != last { return "works on " + good.map { known[$0].versions }.joined(separator: " and ") }
    switch (first == known.startIndex, last == known.index(before: known.endIndex)) {
    case (true, _): return "breaks at \(known[last + 1].first), last good \(known[last].last)"
    case (false, true): return "needs \(known[first].first), breaks up to \(known[first - 1].last)"
    case (false, false): return "works only on \(known[first].versions)"
    }
  }
}
