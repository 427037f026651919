import Findings
import Synchronization

/// The output that an archive and everything nested in it has produced so far.
final class Budget: Sendable {
  let limits: ArchiveLimits
  /// The most bytes that may come out: the total, and no more than the ratio allows for a file of this size.
  private let allowance: Int
  private let ratioRules: Bool
  private let spent = Mutex(0)

  init(_ limits: ArchiveLimits, fileSize: Int) {
    self.limits = limits
    (allowance, ratioRules) = limits.allowance(fileSize: fileSize)
  }

  /// Counts bytes that came out; a finding when they are too many.
  func spend(_ count: Int, entry: String) throws(ArchiveError) {
    let total = spent.withLock { total in
      total += count
      return total
    }
    guard total > allowance else { return }
    throw .defect(
      ratioRules
        ? .archive(
          ArchiveRules.limitRatio,
          "the archive expands more than \(limits.ratio)-fold, at \"\(entry)\"",
          entry: entry
        )
        : .archive(
          ArchiveRules.limitTotal,
          "the archive expands to more than \(limits.totalBytes) bytes, at \"\(entry)\"",
          entry: entry
        )
    )
  }
}
