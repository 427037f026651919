import Foundation
import Reporting
import Testing

/// The keys of `sfm.findings/1`, which scripts rely on: all that a finding may have, and what each must.
@Suite struct FindingsContractTests {
  static let required: Set<String> = ["rule", "severity", "message", "package", "location", "fingerprint"]
  static let optional: Set<String> = ["platform", "symbol", "error", "certainty", "reachedFrom", "hint"]
  static let location: Set<String> = ["entry", "line", "column", "function", "statement"]

  @Test func everyKeyIsThereAndNoOther() throws {
    let text = SampleReport.report.rendered(.json, toolVersion: "1.0.0")
    let document = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "sfm.findings/1")
    let findings = try #require(document["findings"] as? [[String: Any]])
    #expect(findings.count == 5)
    var seen: Set<String> = []
    var places: Set<String> = []
    for finding in findings {
      #expect(Self.required.isSubset(of: finding.keys))
      #expect(Set(finding.keys).isSubset(of: Self.required.union(Self.optional)))
      #expect(["error", "warning", "notice"].contains(finding["severity"] as? String))
      seen.formUnion(finding.keys)
      places.formUnion((finding["location"] as? [String: Any])?.keys.map { $0 } ?? [])
      if let certainty = finding["certainty"] as? String {
        #expect(["certain", "possible", "unreachable", "guarded"].contains(certainty))
      }
    }
    #expect(seen == Self.required.union(Self.optional), "the sample shows every key")
    #expect(places == Self.location)
  }
}
