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

  /// Who uses a class that cannot be loaded meets the same error; it is told once, at that class.
  mutating func dropConsequences() {
    let loading = Set(violations.lazy.filter { $0.cause == .loading }.map(\.fault))
    if loading.isEmpty { return }
    violations.removeAll { $0.cause != .loading && loading.contains($0.fault) }
  }
}
