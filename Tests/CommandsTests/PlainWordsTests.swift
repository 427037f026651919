import Testing

@testable import Commands

/// Plain words are a shorter way to what the parser gives, never another one.
@Suite struct PlainWordsTests {
  private static let plain = [
    "validate a.sfm", "validate -q a.sfm b", "validate --recursive folder --quiet", "validate -r a b c",
    "check a.sfm", "check --platform all a.sfm", "check a.sfm --platform 7.2..9.0 -q", "check -r a --explain 7.3.0.5",
    "ls a.jar", "validate help", "check --jobs 2 a", "validate -j 3 a",
  ]

  private static let less = [
    "", "validate", "validate --quiet", "validate -qr a", "validate -q -q a", "validate --jobs 0 a", "check -j two a",
    "validate -- a",
    "validate a --max-ratio 9", "validate a --format json", "validate --format=json a", "validate --help",
    "validate a -",
    "check --platform", "check a --platform --quiet", "check a --platform all --platform 7.3", "check a --java 8",
    "check --platform=all a", "ls", "ls a b", "ls a --format json", "inspect a", "help validate", "a.sfm", "--version",
  ]

  @Test(arguments: plain) func plainWordsAreWhatTheParserMakesOfThem(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let command = try #require(SFM.plain(words))
    let parsed = try SFM.parsed(words)
    // Every wrapper tells its value, or that it has none.
    #expect("\(command)" == "\(parsed)")
    #expect(type(of: command) == type(of: parsed))
    #expect(!"\(command)".contains("*definition*"))
  }

  @Test(arguments: less) func everythingElseIsLeftToTheParser(line: String) {
    #expect(SFM.plain(line.split(separator: " ").map(String.init)) == nil)
  }

  @Test func everyCommandWithPlainWordsIsCompared() {
    #expect(Set(Self.plain.compactMap { $0.split(separator: " ").first }) == ["validate", "check", "ls"])
  }
}
