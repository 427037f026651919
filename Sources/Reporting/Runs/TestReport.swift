public import ModuleRuntime

/// What became of many scenarios, for people and programs.
public struct TestReport: Sendable {
  /// One scenario.
  public struct Test: Sendable {
    /// What became of it.
    public enum Outcome: Sendable {
      /// It ran.
      case ran(ScenarioResult)
      /// It could not be run: its file, its module or its platform is wrong.
      case unusable(String)
    }

    /// What it shows.
    public var name: String
    /// Its file.
    public var file: String
    /// What became of it.
    public var outcome: Outcome
    /// Seconds that it took.
    public var seconds: Double
    /// Notes: which Java was used instead of another.
    public var notes: [String]
    /// Snapshots that were written.
    public var updated: [String] = []

    /// Takes the parts.
    public init(name: String, file: String, outcome: Outcome, seconds: Double, notes: [String] = []) {
      self.name = name
      self.file = file
      self.outcome = outcome
      self.seconds = seconds
      self.notes = notes
    }

    /// Whether all held.
    public var hasPassed: Bool {
      if case .ran(let result) = outcome { result.failures.isEmpty } else { false }
    }
  }

  /// The scenarios, in the order in which they are told.
  public var tests: [Test]
  /// The seed of the order in which they ran.
  public var seed: UInt64

  /// Takes the parts.
  public init(tests: [Test], seed: UInt64) {
    self.tests = tests
    self.seed = seed
  }

  /// How many failed.
  public var failed: Int { tests.count { !$0.hasPassed } }

  /// `12 scenarios passed` or `1 of 12 scenarios failed`.
  public var summary: String {
    let seed = "seed \(seed)"
    if failed == 0 { return "\(counted(tests.count, "scenario")) passed (\(seed))" }
    return "\(failed) of \(counted(tests.count, "scenario")) failed (\(seed))"
  }

  // MARK: Text

  /// A line for each scenario, and below a failed one what differs and the log around it.
  public func text(_ style: TerminalStyle) -> String {
    tests.map { test in
      var out = style(test.hasPassed ? "pass" : "FAIL", test.hasPassed ? .green : .red)
      out += " \(terminalSafe(test.file)): \(terminalSafe(test.name))\n"
      for note in test.notes { out += "     " + terminalSafe(note) + "\n" }
      for name in test.updated { out += "     \(terminalSafe(name)) written\n" }
      switch test.outcome {
      case .unusable(let reason):
        for line in reason.split(separator: "\n") { out += "     \(terminalSafe(String(line)))\n" }
      case .ran(let result): for failure in result.failures { out += text(failure, test.file, style) }
      }
      return out
    }.joined()
  }

  private func text(_ failure: ScenarioResult.Failure, _ file: String, _ style: TerminalStyle) -> String {
    let step = failure.step.map { " after `\(terminalSafe($0))`" } ?? ""
    var out = "     \(terminalSafe(file)):\(failure.line)\(step): \(terminalSafe(failure.message))\n"
    if let expected = failure.expected { out += titled("expected: ", expected) }
    if let actual = failure.actual { out += titled("actual:   ", actual) }
    if !failure.log.isEmpty {
      out += style("       the log around it:\n", .dim)
      for line in failure.log {
        out += style("       | " + terminalSafe(line.replacing("\t", with: "    ")), .dim) + "\n"
      }
    }
    return out
  }

  /// A text below its title, which stands in the first line.
  private func titled(_ title: String, _ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { terminalSafe(String($0)) }
    return lines.enumerated().map { "       " + ($0 == 0 ? title : "          ") + $1 + "\n" }.joined()
  }

  // MARK: JSON

  /// Schema `sfm.tests/1`.
  public var json: JSONValue {
    .object([
      "schema": "sfm.tests/1", "seed": .string(String(seed)), "passed": .integer(tests.count - failed),
      "failed": .integer(failed), "tests": .array(tests.map(Self.json)),
    ])
  }

  private static func json(_ test: Test) -> JSONValue {
    let status: JSONValue
    var unusable: JSONValue?
    var failures: [JSONValue] = []
    var coverage: JSONValue?
    switch test.outcome {
    case .unusable(let reason): (status, unusable) = ("unusable", .string(reason))
    case .ran(let result):
      status = test.hasPassed ? "passed" : "failed"
      coverage = .string(result.coverage)
      failures = result.failures.map { failure in
        .object([
          "line": .integer(failure.line), "step": failure.step.map(JSONValue.string),
          "message": .string(failure.message), "expected": failure.expected.map(JSONValue.string),
          "actual": failure.actual.map(JSONValue.string), "log": failure.log.isEmpty ? nil : .strings(failure.log),
        ])
      }
    }
    return .object([
      "name": .string(test.name), "file": .string(test.file), "status": status, "seconds": .number(test.seconds),
      "reason": unusable, "failures": .array(failures), "coverage": coverage,
      "notes": test.notes.isEmpty ? nil : .strings(test.notes),
      "updated": test.updated.isEmpty ? nil : .strings(test.updated),
    ])
  }

  // MARK: JUnit

  /// A suite for each file's folder, a case for each scenario.
  public var junit: String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let unusable = tests.count { if case .unusable = $0.outcome { true } else { false } }
    let counts = "tests=\"\(tests.count)\" failures=\"\(failed - unusable)\" errors=\"\(unusable)\""
    out += "<testsuites name=\"sfm test\" \(counts)>\n  <testsuite name=\"scenarios\" \(counts)>\n"
    out += "    <properties><property name=\"seed\" value=\"\(seed)\"/></properties>\n"
    for test in tests {
      out +=
        "    <testcase classname=\"\(xmlEscaped(test.file))\" name=\"\(xmlEscaped(test.name))\" time=\"\(test.seconds)\""
      switch test.outcome {
      case .unusable(let reason):
        out += ">\n      <error type=\"unusable\" message=\"\(xmlEscaped(reason))\"/>\n    </testcase>\n"
      case .ran(let result):
        guard let first = result.failures.first else {
          out += "/>\n"
          continue
        }
        let detail = result.failures.map { text($0, test.file, .plain) }.joined()
        out += ">\n      <failure type=\"expectation\" message=\"\(xmlEscaped(first.message))\">"
        out += xmlEscaped(detail) + "</failure>\n    </testcase>\n"
      }
    }
    return out + "  </testsuite>\n</testsuites>\n"
  }
}
