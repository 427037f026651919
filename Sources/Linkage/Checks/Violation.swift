/// A fault of one class, before anybody asks where and how it is reached.
struct Violation: Sendable {
  /// What in the class leads to it.
  enum Cause: Hashable, Sendable {
    /// The class cannot be loaded.
    case loading
    case member(MemberUse)
    case type(TypeUse)
    case assignment(Assignment)
    case lambda(LambdaSite)
    /// The class lacks a method; the declaration.
    case unimplemented(MemberID)

    /// Whether instructions lead to it; else it is about the class as a whole.
    var liesInCode: Bool {
      switch self {
      case .loading, .unimplemented: false
      case .member, .type, .assignment, .lambda: true
      }
    }
  }

  /// Into the world's `summaries`.
  var summary: Int32
  var cause: Cause
  var fault: LinkFault
  /// An observed manifest speaks against it, which is no proof.
  var isContradiction: Bool
}

/// What checking some classes came to.
struct CheckOutcome: Sendable {
  var violations: [Violation] = []
  /// References that were resolved or found to fail.
  var checked = 0
  /// References of which an observed manifest knows nothing, by owner.
  var unknown: [Symbol: Int] = [:]
  /// Classes that the platform has under the same name.
  var shadowed: [Int32] = []
  /// Why classes cannot be loaded.
  var loadingFaults: Set<LinkFault> = []

  /// Whether a violation is only that of a class that cannot be loaded: who uses it meets the same error, which is told
  /// once, at that class.
  func isConsequence(_ violation: Violation) -> Bool {
    if case .loading = violation.cause { return false }
    return !loadingFaults.isEmpty && loadingFaults.contains(violation.fault)
  }

  /// Adds what checking other classes came to.
  mutating func add(_ other: CheckOutcome) {
    violations += other.violations
    checked += other.checked
    shadowed += other.shadowed
    unknown.merge(other.unknown, uniquingKeysWith: +)
    loadingFaults.formUnion(other.loadingFaults)
  }
}
