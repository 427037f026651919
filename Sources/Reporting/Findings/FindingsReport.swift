public import Findings

/// What one run of the tool found: the one value that every findings format is written from.
public struct FindingsReport: Sendable {
  /// One thing that was looked at.
  public struct Input: Sendable, Hashable {
    /// Its path as people name it.
    public var path: String
    /// What it is called wherever one stands: a fingerprint has this for a package in place of `.`; nil where the path tells.
    public var name: String?
    /// Whether it is a folder, so that an entry's path can be joined to it and opened.
    public var isFolder: Bool
    /// Why it could not be read, when it could not.
    public var failure: String?
    /// Where in the folder the Java sources of its classes lie (`src`); nil when it has none.
    public var sourceFolder: String?

    /// Names an input.
    public init(
      path: String,
      name: String? = nil,
      isFolder: Bool = false,
      failure: String? = nil,
      sourceFolder: String? = nil
    ) {
      self.path = path
      self.name = name
      self.isFolder = isFolder
      self.failure = failure
      self.sourceFolder = sourceFolder
    }

    /// The path below the input of what a location means: the source of a class where it lies in the folder, since an
    /// editor and a review show that; else the entry.
    func place(of location: Location) -> String? {
      if let sourceFolder, let source = location.source { return "\(sourceFolder)/\(source)" }
      return location.entry
    }
  }

  /// A finding with its fingerprint.
  public struct Entry: Sendable {
    /// What was found.
    public var finding: Finding { _read { yield all[place] } }
    /// What it is recognised by.
    public var fingerprint: Fingerprint { all.fingerprint(place) }
    /// What it was recognised by as long as a folder was known by its path as written; nil where that is the same.
    var formerFingerprint: Fingerprint? { all.formerFingerprint(place) }

    let place: Int
    let all: ReportedFindings
  }

  /// Inputs in the order they were given.
  public private(set) var inputs: [Input]
  /// Findings by input, then platform, entry, line, severity and rule.
  public private(set) var entries: [Entry]
  /// The rules that findings refer to.
  public var catalogue: RuleCatalogue
  /// The severity from which a finding fails the run.
  public var failOn: Severity
  /// How many findings suppressions covered.
  public var suppressed: Int
  /// Suppressions that covered nothing.
  public var unusedSuppressions: [Suppression]
  /// The day (`yyyy-MM-dd`) on which suppressions were asked whether they hold; nil when none were.
  public var today: String?
  /// How many findings the baseline hid.
  public private(set) var baselined = 0
  /// Entries of the baseline that no finding has any more.
  public private(set) var fixed = 0
  /// Package against platform, when platforms were asked for.
  public var matrix: CompatibilityMatrix?

  /// Gathers findings, sorts them and numbers equal ones.
  public init(
    inputs: [Input],
    findings: [Finding],
    catalogue: RuleCatalogue,
    failOn: Severity = .error,
    suppressed: Int = 0,
    unusedSuppressions: [Suppression] = [],
    matrix: CompatibilityMatrix? = nil
  ) {
    self.inputs = inputs
    self.catalogue = catalogue
    self.failOn = failOn
    self.suppressed = suppressed
    self.unusedSuppressions = unusedSuppressions
    self.matrix = matrix
    let names = Dictionary(inputs.compactMap { input in input.name.map { (input.path, $0) } }) { first, _ in first }
    let all = ReportedFindings(inReportOrder(findings, inputs: inputs), names: names)
    entries = findings.indices.map { Entry(place: $0, all: all) }
    self.matrix?.judge(by: entries)
  }

  /// Hides the findings that `baseline` accepts, by their fingerprints of today or by those that they had when a folder was
  /// known by its path as it was written.
  public mutating func hide(_ baseline: Baseline) {
    let known = baseline.fingerprints
    let present = Set(entries.map(\.fingerprint) + entries.compactMap(\.formerFingerprint))
    let before = entries.count
    entries.removeAll { known.contains($0.fingerprint) || $0.formerFingerprint.map(known.contains) == true }
    baselined += before - entries.count
    fixed = known.subtracting(present).count
    matrix?.judge(by: entries)
  }

  /// How many findings have a severity.
  public func count(_ severity: Severity) -> Int {
    entries.reduce(0) { $0 + ($1.finding.severity == severity ? $1.finding.occurrences : 0) }
  }

  /// Whether a finding reaches ``failOn``.
  public var fails: Bool { entries.contains { $0.finding.severity >= failOn } }

  /// Whether an input could not be read.
  public var hasUnreadableInput: Bool { inputs.contains { $0.failure != nil } }

  /// Every input with its findings, in order; findings of packages that are no input follow under their own names.
  public var groups: [(input: Input, entries: ArraySlice<Entry>)] {
    // They lie together by package, and are many: what is handed out is a part of the one array.
    var byPackage: [String: Range<Int>] = [:]
    var start = 0
    while start < entries.count {
      let package = entries[start].finding.package
      let end = entries[start...].firstIndex { $0.finding.package != package } ?? entries.count
      byPackage[package] = start..<end
      start = end
    }
    var groups: [(input: Input, entries: ArraySlice<Entry>)] = []
    for input in inputs { groups.append((input, entries[byPackage.removeValue(forKey: input.path) ?? 0..<0])) }
    for (package, range) in byPackage.sorted(by: { $0.key < $1.key }) {
      groups.append((Input(path: package), entries[range]))
    }
    return groups
  }
}
