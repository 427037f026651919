import Findings

/// How much an archive may cost, counted on real output and shared by an archive and all jars nested in it.
///
/// The defaults pass every real package; a bomb meets one of them before anything large is allocated.
public struct ArchiveLimits: Hashable, Sendable {
  /// The most bytes that one entry may expand to.
  public var entryBytes: Int
  /// The most bytes that all entries together may expand to.
  public var totalBytes: Int
  /// The most bytes out for each byte in, of one entry and of the archive with everything nested in it.
  public var ratio: Int
  /// The output below which `ratio` is not looked at: small texts of one letter compress a thousandfold.
  public var ratioFloor: Int
  /// The most entries in one archive.
  public var entries: Int
  /// How deep archives may lie in one another: the file itself has depth 0, a jar in it 1.
  public var nesting: Int
  /// How many jars of one archive are opened.
  public var archives: Int

  /// The most bytes that may come out of a file of `fileSize` bytes: the total, or what the ratio makes of its size.
  func allowance(fileSize: Int) -> (bytes: Int, isByRatio: Bool) {
    let (product, overflow) = fileSize.multipliedReportingOverflow(by: max(1, ratio))
    let byRatio = max(ratioFloor, overflow ? .max : product)
    return byRatio < totalBytes ? (byRatio, true) : (totalBytes, false)
  }

  /// Makes limits; what is left out has its default.
  public init(
    entryBytes: Int = 128 << 20,
    totalBytes: Int = 512 << 20,
    ratio: Int = 100,
    ratioFloor: Int = 4 << 20,
    entries: Int = 100_000,
    nesting: Int = 3,
    archives: Int = 1_000
  ) {
    self.entryBytes = entryBytes
    self.totalBytes = totalBytes
    self.ratio = ratio
    self.ratioFloor = ratioFloor
    self.entries = entries
    self.nesting = nesting
    self.archives = archives
  }
}

extension ArchiveEntry {
  /// The limit that the entry's own declared sizes exceed, and the sentence that says so.
  ///
  /// The declared size is an upper bound of the real output: expansion stops there.
  func excess(_ limits: ArchiveLimits) -> (Rule, String)? {
    if size > limits.entryBytes {
      return (ArchiveRules.limitEntry, "\"\(name)\" expands to \(size) bytes, at most \(limits.entryBytes) are allowed")
    }
    if size > limits.ratioFloor, size / max(1, compressedSize) >= limits.ratio {
      return (
        ArchiveRules.limitRatio,
        "\"\(name)\" expands \(size / max(1, compressedSize))-fold, "
          + "at most \(limits.ratio)-fold is allowed"
      )
    }
    return nil
  }
}
