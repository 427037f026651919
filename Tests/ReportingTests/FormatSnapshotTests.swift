import Reporting
import TestSupport
import Testing

@Suite struct FormatSnapshotTests {
  @Test(arguments: [
    (FindingsFormat.text, "report.txt"), (.json, "report.json"), (.sarif, "report.sarif"), (.junit, "report.junit.xml"),
    (.github, "report.github"), (.markdown, "report.md"),
  ])
  func everyFormatIsAsReviewed(format: FindingsFormat, file: String) {
    let text = SampleReport.report.rendered(format, toolVersion: "1.0.0")
    #expect(snapshotMismatch(text, file) == nil)
    #expect(text == SampleReport.report.rendered(format, toolVersion: "1.0.0"))
  }

  @Test func everyFormatIsTested() { #expect(FindingsFormat.allCases.count == 6) }

  @Test func aTerminalGetsColoursAndWideMatricesBecomeRanges() {
    let report = SampleReport.report
    #expect(snapshotMismatch(report.text(TerminalStyle(isColoured: true), width: 40), "report.coloured.txt") == nil)
    #expect(!report.text(.plain).contains("\u{1B}"))
  }

  @Test func theSummaryCountsEverything() {
    let report = SampleReport.report
    #expect(
      report.summary
        == "3 errors, 2 notices in 4 packages, 1 unreadable (2 suppressed); 38 references judged, 2 unknown to the manifests"
    )
    #expect(report.remarks == ["this suppression covers nothing: rule `zip.*`, symbol `a*`"])
    #expect(report.fails)
    #expect(report.hasUnreadableInput)
  }

  @Test func aRulePageTellsEverything() {
    #expect(snapshotMismatch(RulePage(SampleReport.dangling).text(.plain), "rule.txt") == nil)
    #expect(snapshotMismatch(RulePage(SampleReport.dangling).json.text, "rule.json") == nil)
  }
}
