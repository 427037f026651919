import Testing

@Suite struct UsageTests {
  @Test func theVersionIsPrinted() async {
    let run = await TestWorld().run("--version")
    #expect(run.status == 0)
    #expect(run.output == "1.0.0\n")
    #expect(run.errors.isEmpty)
  }

  @Test func helpIsAResultNotAnError() async {
    for arguments in [["--help"], ["help"], ["help", "validate"], ["validate", "--help"], []] {
      let run = await TestWorld().run(arguments)
      #expect(run.status == 0, "\(arguments)")
      #expect(run.output.contains("USAGE: sfm"), "\(arguments)")
      #expect(run.output.contains("EXAMPLES"), "\(arguments)")
      #expect(run.errors.isEmpty, "\(arguments)")
    }
  }

  @Test(arguments: [
    ["nonsense"], ["validate"], ["validate", "x", "--format", "prose"], ["validate", "x", "--jobs", "0"],
    ["validate", "x", "--output", "sarif"], ["validate", "x", "--update-baseline"],
    ["ls", "x", "--max-entry-size", "-1"],
    ["explain", "zip.entry.duplicat"], ["inspect", "a", "b"],
  ])
  func aWrongCommandLineGivesTwo(arguments: [String]) async {
    let run = await TestWorld().run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test(arguments: [
    ("valdate", "did you mean `sfm validate`?"), ("Tools/x.sfm", "a command comes first: `sfm smoke Tools/x.sfm`"),
    ("entirely", "`sfm help` lists the commands"),
  ])
  func whatIsNoCommandIsNamed(word: String, hint: String) async {
    let run = await TestWorld().run(word, "x")
    #expect(run.status == 2)
    #expect(run.errors == "sfm: there is no command '\(word)'\n  hint: \(hint)\n")
  }

  @Test func levelsAreExplainedByTheirNames() async {
    let page = await TestWorld().run("help", "run").output
    #expect(page.contains("default: info"))
  }

  @Test(arguments: ["ls", "inspect", "unpack"])
  func whatDoesNotExistGivesThree(command: String) async {
    let arguments = [command, "/nowhere/x.sfm"] + (command == "unpack" ? ["/nowhere/y"] : [])
    let run = await TestWorld().run(arguments)
    #expect(run.status == 3)
    #expect(run.errors == "sfm: /nowhere/x.sfm: no such file\n")
  }

  @Test func everyCommandHasHelpWithExamples() async {
    let help = await TestWorld().run("help").output
    let names = help.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
      .filter { $0.allSatisfy(\.isLowercase) && $0 != "sfm" }
    #expect(names.count >= 6)
    for name in names {
      let page = await TestWorld().run("help", name)
      #expect(page.status == 0, "\(name)")
      #expect(page.output.contains("EXAMPLES") || page.output.contains("SUBCOMMANDS"), "\(name)")
    }
  }
}
