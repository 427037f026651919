import Findings
import Testing

@Suite("Glob") struct GlobTests {
  static let cases: [(pattern: String, text: String, matches: Bool)] = [
    ("", "", true), ("", "a", false), ("*", "", true), ("*", "anything", true),
    ("zip.*", "zip.entry.duplicate", true), ("zip.*", "link.zip.x", false),
    ("a?c", "abc", true), ("a?c", "ac", false), ("a?c", "aüc", true),
    ("*a*b*c*", "xxaxxbxxcxx", true), ("*a*b*c*", "xxaxxcxxb", false),
    ("[a]", "[a]", true), ("[a]", "a", false), ("a*", "a", true), ("**a", "ba", true), ("*.class", "A.class.x", false),
  ]

  @Test("patterns against whole texts", arguments: cases)
  func matching(_ example: (pattern: String, text: String, matches: Bool)) {
    #expect(Glob(example.pattern).matches(example.text) == example.matches)
  }

  @Test("a pattern of many stars stays fast") func manyStars() {
    let glob = Glob(String(repeating: "*a", count: 60) + "b")
    #expect(!glob.matches(String(repeating: "a", count: 4_000)))
  }
}
