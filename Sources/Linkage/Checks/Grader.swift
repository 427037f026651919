import Findings

/// Grades how sure it is that a violation is met, and picks the site that is surest.
struct Grader {
  let scope: LinkScope
  /// What is reached; nil when there are no entry points, and everything counts as reached.
  let reached: ReachMap?
  /// The methods and classes that the map speaks of.
  let graph: CodeGraph

  /// A verdict on one violation.
  struct Grade {
    var certainty: Certainty
    var site: CallSite?
    var reach: ReachStep?
  }

  /// The surest of a violation's sites.
  func grade(_ violation: Violation, sites: [CallSite], error: ErrorClass) -> Grade {
    let atClass: Bool =
      switch violation.cause {
      case .loading, .assignment, .unimplemented: true
      case .member, .type, .lambda: violation.fault.isVerifierFault
      }
    guard let reached else {
      let free = sites.first { !$0.handlers.catches(error) }
      if atClass || free != nil || sites.isEmpty {
        return Grade(certainty: weakened(violation, .certain), site: free ?? sites.first)
      }
      return Grade(certainty: .guarded, site: sites.first)
    }
    let id = scope.world.applicationIDs[Int(violation.summary)]
    if atClass {
      guard let slot = graph.slot(id) else { return Grade(certainty: .unreachable, site: sites.first) }
      if case .unimplemented = violation.cause {
        guard let step = reached.made.first(slot) else { return Grade(certainty: .unreachable) }
        return Grade(certainty: .possible, site: sites.first, reach: step)
      }
      return surest(reached.classes, slot, violation, sites.first, error)
        ?? Grade(certainty: .unreachable, site: sites.first)
    }
    var best: Grade?
    for site in sites {
      guard let method = graph.method(id, at: site.method),
        let grade = surest(reached.methods, method, violation, site, error, under: site.handlers)
      else { continue }
      if grade.certainty.rank < best?.certainty.rank ?? Int.max { best = grade }
    }
    return best ?? Grade(certainty: .unreachable, site: sites.first)
  }

  /// The surest of the ways to a place, and of those the shortest; nil when none leads there.
  private func surest(
    _ steps: ReachSteps,
    _ place: Int,
    _ violation: Violation,
    _ site: CallSite?,
    _ error: ErrorClass,
    under handlers: HandlerList = HandlerList(types: [])
  ) -> Grade? {
    guard let shortest = steps.first(place) else { return nil }
    let wanted = ErrorSet(error)
    if !handlers.catches(error) {
      if let step = steps.first(place, where: { $0.gained.certain.isSuperset(of: wanted) }) {
        return Grade(certainty: weakened(violation, .certain), site: site, reach: step)
      }
      if let step = steps.first(place, where: { $0.gained.possible.isSuperset(of: wanted) }) {
        return Grade(certainty: .possible, site: site, reach: step)
      }
    }
    return Grade(certainty: .guarded, site: site, reach: shortest)
  }

  /// A contradiction to an observed manifest is never more than possible.
  private func weakened(_ violation: Violation, _ certainty: Certainty) -> Certainty {
    violation.isContradiction && certainty == .certain ? .possible : certainty
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
