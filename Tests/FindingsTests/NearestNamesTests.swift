import Findings
import Testing

@Suite struct NearestNamesTests {
  @Test(arguments: [
    ("valdate", ["validate", "check", "vacate"], ["validate", "vacate"]),
    ("x", ["abc", "xy"], ["xy"]),
    ("completelyDifferent", ["abc"], []),
    ("same", ["same", "some"], ["same", "some"]),
    ("", ["ab", "abc"], ["ab"]),
  ])
  func namesWithinAThirdAreTold(written: String, names: [String], expected: [String]) {
    #expect(nearestNames(to: written, in: names) == expected)
  }

  @Test func theNearestComeFirstAndEqualOnesInTheirOrder() {
    #expect(nearestNames(to: "getName", in: ["setName", "getNames", "getName"], most: 2) == ["getName", "getNames"])
  }
}
