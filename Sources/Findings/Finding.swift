/// One thing that is wrong with one package: data, never text for a particular output.
public struct Finding: Hashable, Sendable {
  /// How a call site is reached: an entry point, then the functions and methods on the shortest way.
  public struct Reach: Hashable, Sendable {
    /// The entry point's name (`InstanceChanged`, `timer Poll`, `rpc getState`).
    public var entryPoint: String
    /// Designer functions and Java methods from the entry point to the call site, outermost first.
    public var chain: [String]

    /// Makes a way from an entry point.
    public init(entryPoint: String, chain: [String]) {
      self.entryPoint = entryPoint
      self.chain = chain
    }
  }

  /// Which rule speaks.
  public var rule: RuleID
  /// How bad it is, after configuration.
  public var severity: Severity
  /// One sentence for people: what, where it differs from what was expected.
  public var message: String
  /// The package's display path, filled in by whoever read the package.
  public var package: String
  /// The platform version the finding is about, when it is about one (`7.3.0.5`).
  public var platform: String?
  /// The symbol it is about: a JVM symbol, a descriptor id, an entry name.
  public var symbol: String?
  /// Where it is.
  public var location: Location
  /// The class of the JVM's error (`java.lang.NoSuchMethodError`), for linkage.
  public var error: String?
  /// How sure it is, for linkage.
  public var certainty: Certainty?
  /// From where it is reached, for linkage.
  public var reachedFrom: Reach?
  /// How to mend it, when something better than the rule's page can be said.
  public var hint: String?
  /// How many findings it stands for: more than one where the rest of a rule is only counted (``FindingTally``).
  public var occurrences: Int

  /// Makes a finding; `package` is usually filled in later. Texts of more than a page are cut.
  public init(
    rule: RuleID,
    severity: Severity,
    message: String,
    package: String = "",
    platform: String? = nil,
    symbol: String? = nil,
    location: Location = .package,
    error: String? = nil,
    certainty: Certainty? = nil,
    reachedFrom: Reach? = nil,
    hint: String? = nil,
    occurrences: Int = 1
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message.cut
    self.package = package
    self.platform = platform
    self.symbol = symbol?.cut
    self.location = location
    self.error = error
    self.certainty = certainty
    self.reachedFrom = reachedFrom
    self.hint = hint?.cut
    self.occurrences = occurrences
  }

  /// What makes two findings the same across builds: no line numbers, no order, no folder of the package.
  ///
  /// Fields are joined by U+001F; a fingerprint is a hash of this text.
  public var identity: String {
    let file = package.split(separator: "/").last.map(String.init) ?? package
    return [
      rule.rawValue, file, platform ?? "", symbol ?? "", location.entry ?? "", location.function ?? "",
      location.statement ?? "",
    ].joined(separator: "\u{1F}")
  }
}

extension Finding {
  /// A finding of `rule` with the rule's own severity.
  public init(
    _ rule: Rule,
    _ message: String,
    symbol: String? = nil,
    at location: Location = .package,
    hint: String? = nil
  ) {
    self.init(
      rule: rule.id,
      severity: rule.severity,
      message: message,
      symbol: symbol,
      location: location,
      hint: hint
    )
  }
}
