import Testing

@Suite struct ExplainTests {
  @Test func aRuleHasAPage() async {
    let run = await TestWorld().run("explain", "zip.entry.duplicate")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("zip.entry.duplicate (error)\n"))
    #expect(run.output.contains("\nHow to mend it\n"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func aTerminalGetsColoursUnlessItSaysNo() async {
    var world = TestWorld(isTerminal: true)
    #expect(await world.run("explain", "zip.entry.duplicate").output.contains("\u{1B}[1m"))
    world.environment["NO_COLOR"] = "1"
    #expect(await !world.run("explain", "zip.entry.duplicate").output.contains("\u{1B}"))
    world.environment = ["TERM": "dumb"]
    #expect(await !world.run("explain", "zip.entry.duplicate").output.contains("\u{1B}"))
  }

  @Test func aMistypedRuleNamesTheNearest() async {
    let run = await TestWorld().run("explain", "zip.entry.duplicat")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("sfm: there is no rule `zip.entry.duplicat`; did you mean `zip.entry.duplicate`"))
  }

  @Test func withoutARuleAllAreListed() async {
    let all = await TestWorld().run("explain").output.split(separator: "\n")
    let zip = await TestWorld().run("explain", "zip.*").output.split(separator: "\n")
    #expect(all.count > 80)
    #expect(zip.count > 20)
    #expect(zip.allSatisfy { $0.hasPrefix("zip.") })
  }

  @Test func everyRuleHasACompletePage() async {
    let ids = await TestWorld().run("explain").output.split(separator: "\n").compactMap {
      $0.split(separator: " ").first
    }
    for id in ids {
      let page = await TestWorld().run("explain", String(id)).output
      let sections = page.components(of: ["\nWhat\n  ", "\nWhy it matters\n  ", "\nHow to mend it\n  ", "\nSource\n  "])
      #expect(sections == 4, "\(id)")
    }
  }
}

extension String {
  /// How many of `parts` occur, each followed by text.
  fileprivate func components(of parts: [String]) -> Int {
    parts.count { part in
      guard let range = firstRange(of: part) else { return false }
      return self[range.upperBound...].first?.isLetter ?? false
        || self[range.upperBound...].first?.isPunctuation ?? false
        || self[range.upperBound...].first?.isSymbol ?? false
    }
  }
}
