import Archives
import Findings
import Foundation
import ModulePackages
import Testing
import Validation

/// A change to the sound sample, and all that is found then.
struct Case: Sendable, CustomTestStringConvertible {
  /// What is done, in a few words.
  var label: String
  /// Everything that must be found, as `rendered` tells it; empty for a clean case.
  var expected: String
  /// The change.
  var change: @Sendable (inout SampleModule) throws -> Void

  init(_ label: String, _ expected: String = "", _ change: @escaping @Sendable (inout SampleModule) throws -> Void) {
    self.label = label
    self.expected = expected
    self.change = change
  }

  var testDescription: String { label }

  /// The rules that must speak.
  var rules: Set<String> {
    Set(
      expected.split(separator: "\n").filter { !$0.hasPrefix(" ") }.compactMap {
        $0.split(separator: " ").dropFirst().first.map(String.init)
      }
    )
  }

  /// What is found, in a form that people can review:
  ///
  /// ```
  /// error rule.id in entry, function > statement path
  ///   at `text of the line`
  ///   message
  ///   hint: how to mend it
  /// ```
  func found() throws -> String {
    var sample = try SampleModule()
    try change(&sample)
    let reading = PackageReader.read(bytes: try sample.bytes(), path: "sample.sfm")
    let findings = Validator.findings(in: reading.package)
    #expect(findings.allSatisfy { $0.package == "sample.sfm" })
    return findings.map { Self.rendered($0, reading.package) }.sorted().joined(separator: "\n")
  }

  private static func rendered(_ finding: Finding, _ package: ModulePackage) -> String {
    let place = [finding.location.function, finding.location.statement].compactMap(\.self).joined(separator: " > ")
    var lines = ["\(finding.severity) \(finding.rule) in \(finding.location.entry ?? "the package")"]
    if !place.isEmpty { lines[0] += ", \(place)" }
    if let number = finding.location.line, let entry = finding.location.entry {
      lines.append("  at `\(line(number, of: entry, package))`")
    }
    lines.append("  \(finding.message)")
    if let hint = finding.hint { lines.append("  hint: \(hint)") }
    return lines.joined(separator: "\n")
  }

  /// The text of a line, without the attributes that every object has.
  private static func line(_ number: Int, of entry: String, _ package: ModulePackage) -> String {
    guard let entry = package.entry(entry), let bytes = try? package.archive.content(of: entry.entry) else {
      return "?"
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.indices.contains(number - 1) else { return "line \(number)?" }
    let line = String(decoding: lines[number - 1], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return line.count > 80 ? line.prefix(80) + "…" : line
  }
}
