import Findings
import Testing

@Suite struct FindingTallyTests {
  private func finding(_ rule: RuleID, _ severity: Severity = .error, line: Int = 1, occurrences: Int = 1) -> Finding {
    Finding(
      rule: rule,
      severity: severity,
      message: "m",
      location: Location(entry: "e", line: line),
      occurrences: occurrences
    )
  }

  @Test func fewAreToldAsTheyCome() {
    var tally = FindingTally(most: 2)
    #expect(tally.isEmpty && tally.findings.isEmpty)
    tally.add(finding("a"))
    tally.add(finding("b"))
    tally.add(finding("a", .warning))
    #expect(tally.findings.map(\.rule) == ["a", "b", "a"])
    #expect(tally.findings.allSatisfy { $0.occurrences == 1 })
  }

  /// The rest of each rule and severity is one finding that stands for all of them, behind the last that is told.
  @Test func manyAreCounted() {
    var tally = FindingTally(most: 2)
    for line in 1...10 { tally.add(finding("a", line: line)) }
    tally.add(finding("a", .notice))
    tally.add(finding("b"))
    tally.add(finding("a", occurrences: 90))
    tally.count("b", .error)
    tally.count("c", .warning, 7)
    #expect(!tally.tells("a", .error) && tally.tells("a", .notice) && tally.tells("b", .error))
    let rest = tally.findings.dropFirst(4)
    #expect(tally.findings.prefix(4).map(\.rule) == ["a", "a", "a", "b"])
    #expect(rest.map(\.rule) == ["a", "b", "c"])
    #expect(rest.map(\.occurrences) == [98, 1, 7])
    #expect(rest.first?.message == "and 98 more of this rule; only the first 2 are told")
    #expect(rest.first?.location == Location(entry: "e", line: 2))
    #expect(tally.findings.reduce(0) { $0 + $1.occurrences } == 100 + 1 + 2 + 7)
  }

  /// A name of a megabyte is told by its beginning, at the end of a scalar.
  @Test func textsOfMoreThanAPageAreCut() {
    let long = "x" + String(repeating: "\u{E4}", count: 500_000)
    let location = Location(entry: long, function: long, statement: long)
    let finding = Finding(rule: "a", severity: .error, message: long, symbol: long, location: location, hint: long)
    let texts = [
      finding.message, finding.symbol, finding.hint, finding.location.entry, finding.location.function,
      finding.location.statement,
    ]
    for text in texts { #expect(text == "x" + String(repeating: "\u{E4}", count: 249) + "… (1000001 bytes)") }
    let page = String(repeating: "p", count: 1_000)
    #expect(Finding(rule: "a", severity: .error, message: page).message == page)
  }

  @Test func theNearestNamesMayBeBounded() {
    let names = ["andExpression", "orExpression"]
    #expect(Guessing().nearest(to: "xorExpression", among: names, within: 1) == ["orExpression"])
    #expect(Guessing().nearest(to: "xorExpression", among: names, within: 3) == ["orExpression", "andExpression"])
  }
}
