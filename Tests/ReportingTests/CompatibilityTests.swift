import Reporting
import Testing

@Suite struct CompatibilityTests {
  @Test(
    arguments: [
      ("ooo", nil), ("???", nil), ("o?o", nil),
      ("obb", "breaks at 2.0, last good 1.0"), ("oop", "breaks at 3.0, last good 2.0"),
      ("bbo", "needs 3.0, breaks up to 2.0"), ("p?o", "needs 3.0, breaks up to 1.0"),
      ("bob", "works only on 2.0"), ("boop", "works only on 2.0 to 3.0"), ("oboo", "works on 1.0 and 3.0 to 4.0"),
      ("bpb", "no version is known to work"), ("?b?", "no version is known to work"),
    ] as [(String, String?)]
  )
  func adviceSaysWhereItWorks(verdicts: String, advice: String?) {
    let cells = verdicts.map { letter in
      CompatibilityMatrix.Cell(letter == "o" ? .ok : letter == "b" ? .broken : letter == "p" ? .possible : .unknown)
    }
    let row = CompatibilityMatrix.Row(package: "x", cells: cells)
    let matrix = CompatibilityMatrix(platforms: (1...cells.count).map { "\($0).0" }, rows: [row])
    #expect(matrix.advice(for: row) == advice)
  }

  @Test func theFirstBrokenAndTheLastGoodAreNamed() {
    let matrix = SampleReport.matrix
    #expect(matrix.firstBroken(in: matrix.rows[0]) == "7.3.0.5")
    #expect(matrix.lastGood(in: matrix.rows[0]) == "7.2.5.3")
    #expect(matrix.hasBreaks)
  }
}
