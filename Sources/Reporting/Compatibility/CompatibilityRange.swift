/// Neighbouring platform versions with one verdict.
public struct CompatibilityRange: Sendable, Hashable {
  /// The verdict of all of them.
  public var verdict: CompatibilityMatrix.Verdict
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
  /// A row's verdicts, neighbours of one verdict put together.
  public func ranges(of row: Row) -> [CompatibilityRange] {
    var ranges: [CompatibilityRange] = []
    for (platform, cell) in zip(platforms, row.cells) {
      if let last = ranges.indices.last, ranges[last].verdict == cell.verdict {
        ranges[last].last = platform
        ranges[last].count += 1
      } else {
        ranges.append(CompatibilityRange(verdict: cell.verdict, first: platform, last: platform, count: 1))
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

  /// What a row means for the person who upgrades: where it breaks, or from where on it works; nil when all is well.
  public func advice(for row: Row) -> String? {
    guard let firstBroken = firstBroken(in: row) else { return nil }
    guard let lastGood = lastGood(in: row) else { return "no version is known to work" }
    let ranges = ranges(of: row).filter { $0.verdict != .unknown }
    if let first = ranges.first, first.verdict.isBreak, let lastBroken = ranges.last(where: { $0.verdict.isBreak }),
      let good = ranges.first(where: { $0.verdict == .ok }), PlatformOrder(lastBroken.last) < PlatformOrder(good.first)
    {
      return "needs \(good.first), breaks up to \(lastBroken.last)"
    }
    return "breaks at \(firstBroken), last good \(lastGood)"
  }
}
