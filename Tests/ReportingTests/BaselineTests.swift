import Findings
import Reporting
import Testing

@Suite struct BaselineTests {
  @Test func itHidesWhatItAcceptsAndNothingElse() throws {
    var report = SampleReport.report
    let baseline = try Baseline(json: Array(Baseline(report).json.utf8))
    #expect(baseline.entries.count == 5)
    report.hide(baseline)
    #expect(report.entries.isEmpty)
    #expect(report.baselined == 5)
    #expect(report.fixed == 0)
    #expect(!report.fails)
  }

  @Test func anotherOfTheSameKindIsNew() throws {
    let accepted = Baseline(SampleReport.report)
    var findings = SampleReport.findings
    var third = findings[4]
    third.location.line = 99
    findings.append(third)
    var report = FindingsReport(inputs: [], findings: findings, catalogue: SampleReport.catalogue)
    report.hide(accepted)
    #expect(report.entries.count == 1)
  }

  @Test func whatIsFixedIsCountedAndGoesWithTheUpdate() throws {
    let accepted = Baseline(SampleReport.report)
    var report = FindingsReport(
      inputs: [],
      findings: Array(SampleReport.findings.prefix(3)),
      catalogue: SampleReport.catalogue
    )
    let updated = Baseline(report)
    report.hide(accepted)
    #expect(report.fixed == 2)
    #expect(report.remarks == ["2 baseline entries no longer found; --update-baseline removes them"])
    #expect(updated.entries.count == 3)
  }

  @Test func theFileDoesNotDependOnTheOrderOfFindings() {
    let a = FindingsReport(inputs: [], findings: SampleReport.findings, catalogue: SampleReport.catalogue)
    let b = FindingsReport(inputs: [], findings: SampleReport.findings.reversed(), catalogue: SampleReport.catalogue)
    #expect(Baseline(a).json == Baseline(b).json)
  }

  @Test(arguments: [
    "", "[]", "{\"schema\": 1}", "{\"schema\": \"sfm.baseline/1\"}",
    "{\"schema\": \"sfm.baseline/1\", \"findings\": [{\"rule\": \"x\"}]}",
  ])
  func whatIsNoBaselineIsRefused(text: String) {
    #expect(throws: BaselineError.notABaseline) { try Baseline(json: Array(text.utf8)) }
  }

  @Test func anotherVersionIsNamed() {
    let text = "{\"schema\": \"sfm.baseline/9\", \"findings\": []}"
    #expect(throws: BaselineError.otherSchema("sfm.baseline/9")) { try Baseline(json: Array(text.utf8)) }
  }
}
