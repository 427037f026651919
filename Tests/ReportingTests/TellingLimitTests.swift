import Findings
import Foundation
import Reporting
import Testing

/// Formats for people tell 500 findings of a rule and count the rest; JSON has all.
@Suite struct TellingLimitTests {
  private func report(_ count: Int, platforms: [String?] = [nil]) -> FindingsReport {
    var findings: [Finding] = []
    for platform in platforms {
      for number in 0..<count {
        var finding = Finding(SampleReport.unused, "number \(number) is unused", symbol: "n\(number)")
        finding.package = "big.jar"
        finding.platform = platform
        findings.append(finding)
      }
    }
    return FindingsReport(
      inputs: [FindingsReport.Input(path: "big.jar")],
      findings: findings,
      catalogue: SampleReport.catalogue,
      failOn: .notice
    )
  }

  private func occurrences(_ text: String, _ part: String) -> Int { text.components(separatedBy: part).count - 1 }

  @Test(arguments: [FindingsFormat.text, .markdown, .github, .junit])
  func theRestIsCounted(_ format: FindingsFormat) {
    let rest = "more of this rule; only the first 500 are told here, --format json has all"
    let whole = report(500).rendered(format, toolVersion: "1")
    #expect(occurrences(whole, "is unused") >= 500)
    #expect(!whole.contains(rest))
    let big = report(1_234)
    let cut = big.rendered(format, toolVersion: "1")
    #expect(occurrences(cut, "is unused") == occurrences(whole, "is unused"))
    #expect(occurrences(cut, "and 734 \(rest)") == 1)
    #expect(big.summary.hasPrefix("1234 "))
    #expect(occurrences(big.rendered(.json, toolVersion: "1"), "is unused") == 1_234)
  }

  /// One finding on several platforms is told once, and counts once.
  @Test func platformsCountOnce() {
    let text = report(400, platforms: ["7.2", "7.3", "8.1"]).rendered(.text, toolVersion: "1")
    #expect(occurrences(text, "is unused") == 400)
    #expect(!text.contains("more of this rule"))
  }

  /// GitHub refuses a SARIF run with more than 25,000 results.
  @Test func aSARIFRunIsWhatGitHubTakes() throws {
    let text = report(25_003).rendered(.sarif, toolVersion: "1")
    #expect(occurrences(text, "is unused") == 25_000)
    #expect(text.contains("3 results more; a run has at most 25000, --format json has all"))
    #expect(SARIFShape.violations(of: try JSONSerialization.jsonObject(with: Data(text.utf8))) == [])
  }
}
