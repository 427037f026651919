public import Findings

/// A ZIP or JAR, opened: its entries in the central directory's order, and what is wrong with them.
///
/// Opening reads the central directory and the local headers, no content. It never fails on bytes: a defect is a
/// finding, and what can be read safely is read. A value may be copied and used from several tasks.
public struct Archive: Sendable {
  /// The entries, in the central directory's order.
  public let entries: [ArchiveEntry]
  /// Defects of structure and names, found at opening; contents are not looked at (see `verifyContents()`).
  public let findings: [Finding]
  /// The first defect of structure that makes a reader lose something, in a sentence; nil for a sound archive.
  public var damage: String? {
    findings.first { $0.severity == .error }.map { ArchiveError.defect($0).description }
  }
  /// How deep this archive lies in others: 0 for a file.
  public let depth: Int
  /// What it may cost.
  public var limits: ArchiveLimits { budget.limits }
  /// How many bytes the archive has.
  public var byteCount: Int { storage.buffer.count }

  private let storage: ArchiveBytes
  private let budget: Budget
  private let contents: [Range<Int>?]
  private let barred: [Int: Finding]
  private let hasSecondOpinion: Bool
  private let claimsTooMuch: Bool

  /// Up to so many entries libarchive's listing is compared at opening. It takes ten times as long as ours, so that
  /// listing a large jar would wait for it; there it is compared when contents are verified.
  private static let entriesComparedAtOnce = 2_000

  /// When libarchive's own listing is compared.
  public enum SecondOpinion: Sendable {
    /// At opening, unless that would take long.
    case whenOpened
    /// Only when contents are verified: for who lists entries and tells no findings.
    case whenVerified
  }

  /// Opens a file; an error only when the system cannot read it.
  public static func open(
    path: String,
    limits: ArchiveLimits = ArchiveLimits(),
    secondOpinion: SecondOpinion = .whenOpened
  ) throws(ArchiveError) -> Archive {
    let storage = try ArchiveBytes(path: path)
    let budget = Budget(limits, fileSize: storage.buffer.count)
    return Archive(storage, budget: budget, depth: 0, secondOpinion)
  }

  /// Opens an archive that is in memory.
  public init(bytes: some Collection<UInt8>, limits: ArchiveLimits = ArchiveLimits()) {
    let storage = ArchiveBytes(bytes)
    self.init(storage, budget: Budget(limits, fileSize: storage.buffer.count), depth: 0)
  }

  private init(_ storage: ArchiveBytes, budget: Budget, depth: Int, _ opinion: SecondOpinion = .whenOpened) {
    var reader = StructureReader(storage.buffer, limits: budget.limits)
    reader.run()
    self.storage = storage
    self.budget = budget
    self.depth = depth
    entries = reader.entries
    contents = reader.contents
    barred = reader.barred
    claimsTooMuch = reader.claimsTooMuch
    var found = reader.report.findings
    hasSecondOpinion = !found.isEmpty || opinion == .whenOpened && entries.count <= Self.entriesComparedAtOnce
    // A damaged archive is reported as such; only an apparently sound one needs the second opinion.
    if found.isEmpty, hasSecondOpinion,
      let finding = LibraryListing.disagreement(with: entries, in: storage.buffer)
    {
      found.append(finding)
    }
    findings = found
  }

  /// The entry of that name; of several, the last, as Java finds it.
  ///
  /// Linear: who looks up many names makes a dictionary of `entries`.
  public func entry(named name: String) -> ArchiveEntry? { entries.last { $0.name == name } }

  /// The content of an entry of this archive, its size and CRC checked, counted against the limits.
  public func content(of entry: ArchiveEntry) throws(ArchiveError) -> [UInt8] {
    let raw = try rawBytes(of: entry)
    let bytes = try EntryExpander.expand(entry, raw)
    try budget.spend(bytes.count, entry: entry.name)
    return bytes
  }

  /// The compressed bytes of an entry as they stand in the archive.
  public func rawContent(of entry: ArchiveEntry) throws(ArchiveError) -> [UInt8] {
    Array(try rawBytes(of: entry))
  }

  private func rawBytes(of entry: ArchiveEntry) throws(ArchiveError) -> UnsafeRawBufferPointer {
    guard entries.indices.contains(entry.index), entries[entry.index] == entry, let range = contents[entry.index] else {
      throw .defect(
        barred[entry.index]
          ?? .archive(ArchiveRules.localMissing, "\"\(entry.name)\" cannot be located", entry: entry.name)
      )
    }
    return UnsafeRawBufferPointer(rebasing: storage.buffer[range])
  }

  /// Opens an entry that is itself an archive; limits and what was spent of them are shared.
  public func nested(_ entry: ArchiveEntry) throws(ArchiveError) -> Archive {
    guard depth < budget.limits.nesting else {
      throw .defect(
        .archive(
          ArchiveRules.limitNesting,
          "\"\(entry.name)\" lies deeper than \(budget.limits.nesting) archives in one another",
          entry: entry.name
        )
      )
    }
    return Archive(ArchiveBytes(try content(of: entry)), budget: budget, depth: depth + 1)
  }

  /// Reads every entry and reports those whose content is not what the headers say, and in which libarchive's own
  /// listing disagrees.
  ///
  /// Entries that were barred at opening are reported there already. A spent limit ends the reading.
  public func verifyContents() -> [Finding] {
    verifyContents { entry throws(ArchiveError) in _ = try content(of: entry) }
  }

  /// The same, by a caller who reads contents anyway: `read` asks for the content of each entry, once, and throws what
  /// it meets.
  public func verifyContents(_ read: (ArchiveEntry) throws(ArchiveError) -> Void) -> [Finding] {
    // Reported at opening; reading on until a limit is met would only take time.
    guard !claimsTooMuch else { return [] }
    var found: [Finding] = []
    if !hasSecondOpinion, let finding = LibraryListing.disagreement(with: entries, in: storage.buffer) {
      found.append(finding)
    }
    for entry in entries where barred[entry.index] == nil {
      do throws(ArchiveError) {
        try read(entry)
      } catch {
        guard case .defect(let finding) = error else { continue }
        found.append(finding)
        if finding.rule == ArchiveRules.limitTotal.id || finding.rule == ArchiveRules.limitRatio.id { break }
      }
    }
    return found
  }
}
