import Findings

/// A rule with the code that applies it: a page of the catalogue and a pure function over the subject.
///
/// Each rule is a `static let` in a file of its own below `Rules/`, and a line in `Validator.packageRules`.
struct PackageRule: Sendable {
  /// The page of the catalogue.
  let rule: Rule
  /// What it finds.
  let check: @Sendable (Subject) -> [Finding]

  init(_ rule: Rule, check: @escaping @Sendable (Subject) -> [Finding]) {
    self.rule = rule
    self.check = check
  }

  /// A rule about descriptors, which has nothing to say when there is none.
  init(_ rule: Rule, descriptor check: @escaping @Sendable (Subject, ModuleAnalysis) -> [Finding]) {
    self.init(rule) { subject in subject.analysis.map { check(subject, $0) } ?? [] }
  }
}
