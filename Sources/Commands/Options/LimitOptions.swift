import Archives
import ArgumentParser

/// A number of bytes: `500000`, `64K`, `128M`, `2G`.
struct ByteCount: ExpressibleByArgument, Hashable {
  /// The bytes.
  var bytes: Int

  init?(argument: String) {
    var digits = argument[...]
    var factor = 1
    if let unit = digits.last, let shift = ["k": 10, "m": 20, "g": 30][unit.lowercased()] {
      digits.removeLast()
      factor = 1 << shift
    }
    guard let number = Int(digits), number > 0 else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: factor)
    if overflow { return nil }
    self.bytes = bytes
  }
}

/// The budgets for untrusted archives; the defaults pass every real package and stop every bomb.
struct LimitOptions: ParsableArguments, PlainArguments {
  @Option(help: ArgumentHelp("The most bytes of one entry, such as 128M.", valueName: "size"))
  var maxEntrySize: ByteCount?

  @Option(help: ArgumentHelp("The most bytes of all entries together.", valueName: "size"))
  var maxTotalSize: ByteCount?

  @Option(help: ArgumentHelp("The most bytes out for each byte in.", valueName: "number"))
  var maxRatio: Int?

  @Option(help: ArgumentHelp("The most entries of an archive.", valueName: "number"))
  var maxEntries: Int?

  @Option(help: ArgumentHelp("How deep jars may lie in one another.", valueName: "number"))
  var maxNesting: Int?

  @Option(help: ArgumentHelp("How many jars of an archive are opened.", valueName: "number"))
  var maxArchives: Int?

  /// The defaults with what was given.
  var limits: ArchiveLimits {
    var limits = ArchiveLimits()
    if let maxEntrySize { limits.entryBytes = maxEntrySize.bytes }
    if let maxTotalSize { limits.totalBytes = maxTotalSize.bytes }
    if let maxRatio { limits.ratio = maxRatio }
    if let maxEntries { limits.entries = maxEntries }
    if let maxNesting { limits.nesting = maxNesting }
    if let maxArchives { limits.archives = maxArchives }
    return limits
  }

  mutating func validate() throws {
    let numbers = [
      ("--max-ratio", maxRatio), ("--max-entries", maxEntries), ("--max-nesting", maxNesting),
      ("--max-archives", maxArchives),
    ]
    for (name, value) in numbers {
      if let value, value < 0 { throw ValidationError("\(name) must not be negative.") }
    }
  }
}

extension LimitOptions {
  static func plain(_ words: inout PlainWords) -> LimitOptions {
    var options = LimitOptions()
    options.maxEntrySize = nil
    options.maxTotalSize = nil
    options.maxRatio = nil
    options.maxEntries = nil
    options.maxNesting = nil
    options.maxArchives = nil
    return options
  }
}
