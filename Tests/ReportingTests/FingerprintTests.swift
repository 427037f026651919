import Findings
import Reporting
import Testing

@Suite struct FingerprintTests {
  @Test func neitherLinesNorOrderNorFoldersMatter() {
    let a = SampleReport.findings
    let moved = a.reversed().map { finding in
      var finding = finding
      finding.location.line = (finding.location.line ?? 0) + 100
      finding.package = "elsewhere/" + finding.package
      finding.message += "!"
      return finding
    }
    #expect(Set(Fingerprint.of(a)) == Set(Fingerprint.of(moved)))
    #expect(Set(Fingerprint.of(a)).count == a.count)
  }

  @Test func ruleSymbolPlatformAndPlaceMatter() {
    let base = SampleReport.findings[0]
    var changed = [Finding](repeating: base, count: 5)
    changed[0].rule = "link.field.missing"
    changed[1].symbol = "other"
    changed[2].platform = "8.0.0.1"
    changed[3].location.function = "Y.execute"
    changed[4].location.entry = "Y.class"
    #expect(Set(Fingerprint.of([base]) + changed.flatMap { Fingerprint.of([$0]) }).count == 6)
  }

  /// SHA-256 of `r`, U+001F, `p.sfm`, five U+001F, computed with Python's hashlib.
  @Test func theHashIsSHA256() {
    let finding = Finding(rule: "r", severity: .error, message: "", package: "d/p.sfm")
    #expect(Fingerprint.of([finding])[0].text == "f1ac2db88e1ed8377b8acec91190a7d0")
  }

  /// `check .` and `check FOLDER` find the same.
  @Test func aFolderThatOneStandsInHasItsName() {
    func fingerprint(_ path: String, _ name: String?) -> String? {
      let finding = Finding(rule: "r", severity: .error, message: "", package: path)
      let input = FindingsReport.Input(path: path, name: name, isFolder: true)
      let report = FindingsReport(inputs: [input], findings: [finding], catalogue: RuleCatalogue([]))
      #expect(Baseline(report).entries.map(\.package) == ["project"])
      return report.entries.first?.fingerprint.text
    }
    #expect(fingerprint(".", "project") == fingerprint("some/project", nil))
    #expect(fingerprint("some/..", "project") == fingerprint("project/", nil))
  }

  /// A baseline that was written when `.` stood for its folder still hides what it hid.
  @Test func aBaselineOfBeforeFoldersHadNamesIsTaken() {
    let finding = Finding(rule: "r", severity: .error, message: "", package: ".")
    func report(_ name: String?) -> FindingsReport {
      let input = FindingsReport.Input(path: ".", name: name, isFolder: true)
      return FindingsReport(inputs: [input], findings: [finding], catalogue: RuleCatalogue([]))
    }
    var today = report("project")
    today.hide(Baseline(report(nil)))
    #expect(today.entries.isEmpty)
    #expect(today.baselined == 1)
    #expect(today.fixed == 0)
    var other = report("project")
    other.hide(Baseline(report("another")))
    #expect(other.entries.count == 1)
    #expect(other.fixed == 1)
  }
}
