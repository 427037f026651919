import Findings
import Testing

@Suite struct GuessingTests {
  @Test func theNearestNamesComeFirst() {
    let names = ["greeting", "greetings", "greet", "rate", "greeting"]
    #expect(Guessing().nearest(to: "greetng", among: names) == ["greeting", "greet", "greetings"])
    #expect(Guessing().nearest(to: "xyz", among: names) == [])
    #expect(Guessing().nearest(to: "x", among: [String]()) == [])
  }

  /// Ten thousand mistakes among ten thousand long names: without a bound, hours.
  @Test(.timeLimit(.minutes(1))) func theEffortIsBounded() {
    let guessing = Guessing()
    let names = (0..<10_000).map { "\($0)" + String(repeating: "x", count: 200) }
    var guessed = 0
    for name in names where !guessing.nearest(to: name + "y", among: names).isEmpty { guessed += 1 }
    #expect(guessed == 0)
    #expect(Guessing().nearest(to: "rat", among: ["rate"]) == ["rate"])
  }

  @Test func spentIsSpent() {
    let guessing = Guessing(comparisons: 30)
    #expect(guessing.nearest(to: "rat", among: ["rate"]) == ["rate"])
    #expect(guessing.nearest(to: "rat", among: ["rate"]) == ["rate"])
    #expect(guessing.nearest(to: "rat", among: ["rate"]) == [])
  }
}
