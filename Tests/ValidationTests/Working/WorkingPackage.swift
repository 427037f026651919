import Findings
import Testing

/// A working package that differs from the sample in one respect.
struct WorkingPackage: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// The rules that may warn: of kinds that the tool does not know, it says so.
  var warnings: Set<RuleID>
  var change: @Sendable (inout SampleModule) throws -> Void

  init(
    _ label: String,
    warns warnings: Set<RuleID> = [],
    _ change: @escaping @Sendable (inout SampleModule) throws -> Void
  ) {
    testDescription = label
    self.warnings = warnings
    self.change = change
  }
}
