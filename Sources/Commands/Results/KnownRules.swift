import Findings
import Linkage
import Validation

/// The rules of all layers.
enum KnownRules {
  /// One catalogue of them all, built when first asked for.
  static let catalogue = RuleCatalogue(Validator.rules, LinkRules.all, RunRules.all, ProjectRules.all)
}
