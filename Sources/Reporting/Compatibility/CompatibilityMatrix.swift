/// Packages against platform versions: one verdict a cell.
public struct CompatibilityMatrix: Sendable, Hashable {
  /// What is known about one package on one platform version.
  public enum Verdict: String, Sendable, CaseIterable {
    /// Everything that could be judged links, and nothing failed.
    case ok
    /// An observed platform contradicts a reference: likely broken, not proven.
    case possible
    /// It will fail there.
    case broken
    /// Nothing could be judged.
    case unknown
  }

  /// One package on one platform version.
  public struct Cell: Sendable, Hashable {
    /// The verdict.
    public var verdict: Verdict
    /// How many problems were found.
    public var problems: Int
    /// How many of them are accepted, by a suppression, a configured severity or the baseline: they count for no verdict.
    public internal(set) var accepted = 0
    /// References that the platform's manifest could judge.
    public var judgedReferences: Int
    /// References that it knows nothing of.
    public var unknownReferences: Int
    /// How the module's life went there, when it was run.
    public var run: RunVerdict?
    /// How its scenarios went there, when it has some.
    public var scenarios: Scenarios?

    /// Makes a cell.
    public init(
      _ verdict: Verdict,
      problems: Int = 0,
      judgedReferences: Int = 0,
      unknownReferences: Int = 0,
      run: RunVerdict? = nil
    ) {
      self.verdict = verdict
      self.problems = problems
      self.judgedReferences = judgedReferences
      self.unknownReferences = unknownReferences
      self.run = run
    }
  }

  /// Scenarios on one platform version.
  public struct Scenarios: Sendable, Hashable {
    /// How many were run.
    public var count: Int
    /// How many of them failed.
    public var failed: Int

    /// Takes the numbers.
    public init(count: Int, failed: Int) {
      self.count = count
      self.failed = failed
    }
  }

  /// One package's verdicts, a cell for each platform.
  public struct Row: Sendable, Hashable {
    /// The package's path, as in the findings.
    public var package: String
    /// The module's name and version, when the package could be read.
    public var module: String?
    /// Cells in the order of ``CompatibilityMatrix/platforms``.
    public var cells: [Cell]

    /// Makes a row.
    public init(package: String, module: String? = nil, cells: [Cell]) {
      self.package = package
      self.module = module
      self.cells = cells
    }
  }

  /// Platform versions, lowest first.
  public var platforms: [String]
  /// Packages in input order.
  public var rows: [Row]

  /// Makes a matrix.
  public init(platforms: [String], rows: [Row] = []) {
    self.platforms = platforms
    self.rows = rows
  }

  /// Whether a cell is broken or only possibly so.
  public var hasBreaks: Bool { rows.contains { $0.cells.contains { $0.verdict.isBreak } } }
}

extension CompatibilityMatrix.Verdict {
  /// Whether a module should not be used there as it is.
  public var isBreak: Bool { self == .broken || self == .possible }
}

/// How a module's life went on a platform.
public enum RunVerdict: String, Sendable, CaseIterable {
  /// Every entry point ended and no ERROR was logged.
  case passed
  /// An ERROR was logged, or the module could not be loaded.
  case failed
  /// It was not run.
  case skipped
}
