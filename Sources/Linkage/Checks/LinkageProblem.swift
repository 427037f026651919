public import Findings

/// One thing that the JVM would refuse on one platform version, or that its author should know.
public struct LinkageProblem: Hashable, Sendable {
  /// The rule that speaks.
  public var rule: Rule
  /// The class of the JVM's error; nil for notices.
  public var error: String?
  /// The error's message, as HotSpot of the platform's Java prints it; for notices a sentence.
  public var message: String
  /// The JVM symbol it is about (`a/B.c(I)V`).
  public var symbol: String
  /// The platform version; nil when only Java counts.
  public var platform: String?
  /// How sure it is.
  public var certainty: Certainty
  /// The way from an entry point; nil where none was asked for or found.
  public var reachedFrom: Finding.Reach?
  /// Entry, source line and Java method (`a.B.c`).
  public var location: Location
  /// The class that has the call site, with slashes.
  public var owner: String
  /// In how many places the class does it.
  public var sites: Int
  /// What would fit instead.
  public var hint: String?

  /// How bad it is: what is not met is no more than a notice.
  public var severity: Severity {
    switch certainty {
    case .certain, .possible: rule.severity
    case .guarded, .unreachable: min(rule.severity, .notice)
    }
  }

  /// The problem as a finding.
  public var finding: Finding {
    let text = error.map { "\($0): \(message)" } ?? message
    return Finding(
      rule: rule.id,
      severity: severity,
      message: text,
      platform: platform,
      symbol: symbol,
      location: location,
      error: error,
      certainty: certainty,
      reachedFrom: reachedFrom,
      hint: hint
    )
  }
}

/// What was looked at on one platform version.
public struct LinkageSummary: Hashable, Sendable {
  /// Classes that take part.
  public var classes: Int
  /// References that were resolved or found to fail, each counted once a class.
  public var checked: Int
  /// References of which an observed manifest knows nothing, by owner with slashes, most first.
  public var unknown: [UnknownOwner]

  /// An owner that an observed manifest does not know well enough.
  public struct UnknownOwner: Hashable, Sendable {
    /// The class with slashes.
    public var owner: String
    /// How many references name it.
    public var references: Int
  }
}

/// The verdict on one platform version.
public struct LinkageResult: Sendable {
  /// The platform version; nil when only Java counts.
  public var platform: String?
  /// The problems, in the order of the classes.
  public var problems: [LinkageProblem]
  /// What was looked at.
  public var summary: LinkageSummary

  /// Whether nothing certain or possible stands against it.
  public var links: Bool {
    !problems.contains { $0.rule.severity == .error && ($0.certainty == .certain || $0.certainty == .possible) }
  }
}
