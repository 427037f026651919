import Findings

/// Grades how sure it is that a violation is met, and picks the site that is surest.
struct Grader {
  let scope: LinkScope
  let reachability: ReachMap?

  /// A verdict on one violation.
  struct Grade {
    var certainty: Certainty
    var site: CallSite?
    var reach: ReachStep?
  }

  /// The surest of a violation's sites.
  func grade(_ violation: Violation, sites: [CallSite], error: ErrorClass) -> Grade {
    let id = scope.world.applicationIDs[Int(violation.summary)]
    let atClass: Bool =
      switch violation.cause {
      case .loading, .assignment, .unimplemented: true
      case .member, .type, .lambda: violation.fault.isVerifierFault
      }
    guard let reachability else {
      let free = sites.first { !isCaught($0.caught, error) }
      if atClass || free != nil || sites.isEmpty {
        return Grade(certainty: weakened(violation, .certain), site: free ?? sites.first)
      }
      return Grade(certainty: .guarded, site: sites.first)
    }
    if atClass {
      guard let step = reachability.classes[id] else { return Grade(certainty: .unreachable, site: sites.first) }
      if case .unimplemented(let member) = violation.cause {
        guard reachability.made.contains(id) else { return Grade(certainty: .unreachable, site: nil) }
        _ = member
        return Grade(certainty: .possible, site: sites.first, reach: step)
      }
      let certainty = isGuarded(step, error) ? Certainty.guarded : step.isReflective ? .possible : .certain
      return Grade(certainty: weakened(violation, certainty), site: sites.first, reach: step)
    }
    var best: Grade?
    for site in sites {
      guard let step = reachability.methods[MethodNode(owner: id, method: site.method)] else { continue }
      let isSafe = isCaught(site.caught, error) || isGuarded(step, error)
      let certainty = isSafe ? Certainty.guarded : step.isReflective ? .possible : .certain
      let grade = Grade(certainty: weakened(violation, certainty), site: site, reach: step)
      if grade.certainty.rank < best?.certainty.rank ?? Int.max { best = grade }
    }
    return best ?? Grade(certainty: .unreachable, site: sites.first)
  }

  /// A contradiction to an observed manifest is never more than possible.
  private func weakened(_ violation: Violation, _ certainty: Certainty) -> Certainty {
    violation.isContradiction && certainty == .certain ? .possible : certainty
  }

  private func isCaught(_ types: [String], _ error: ErrorClass) -> Bool {
    types.contains { error.catchable.contains($0) }
  }

  /// Whether a caller on the shortest way catches the error.
  private func isGuarded(_ step: ReachStep, _ error: ErrorClass) -> Bool {
    var next: ReachStep? = step
    for _ in 0..<256 {
      guard let current = next else { return false }
      if isCaught(current.caught, error) { return true }
      next = current.from.flatMap { reachability?.methods[$0] }
    }
    return false
  }
}

extension Certainty {
  /// Surest first.
  var rank: Int {
    switch self {
    case .certain: 0
    case .possible: 1
    case .guarded: 2
    case .unreachable: 3
    }
  }
}

extension LinkFault {
  /// Whether the verifier meets it, when the class is linked and not when the code runs.
  var isVerifierFault: Bool {
    switch self {
    case .notAssignable, .protectedReceiver: true
    default: false
    }
  }
}
