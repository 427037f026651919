import Findings
import Foundation
import ModulePackages
import TestSupport
import Testing
import Validation

/// No rule may accuse a package that works (`SFM_CORPUS`).
@Suite struct CorpusTests {
  /// A true defect of published packages: Java functions whose class is not in them.
  static let trueDefects: Set<RuleID> = ["function.class.missing"]

  @Test func realPackagesHaveTrueDefectsOnly() throws {
    guard Corpus.folder != nil else { return print("skipped without SFM_CORPUS: validation of every real package") }
    try #require(!Corpus.packages.isEmpty)
    var warnings: [String: Int] = [:]
    var notices: [String: Int] = [:]
    for url in Corpus.packages {
      let path = url.path(percentEncoded: false)
      let package = try PackageReader.read(path: path).package
      for finding in Validator.findings(in: package) {
        #expect(finding.package == path)
        switch finding.severity {
        case .error: #expect(Self.trueDefects.contains(finding.rule), "\(path): \(finding.rule): \(finding.message)")
        case .warning: warnings[finding.rule.rawValue, default: 0] += 1
        case .notice: notices[finding.rule.rawValue, default: 0] += 1
        }
      }
    }
    print("corpus: \(Corpus.packages.count) packages; warnings \(warnings); notices \(notices)")
    // Most packages have nothing to warn of: a rule that warns in every second one knows its matter badly.
    for (rule, count) in warnings { #expect(count < Corpus.packages.count / 2, "\(rule)") }
  }
}
