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
        guard let step = reached.made.all(slot).first else { return Grade(certainty: .unreachable) }
        return Grade(certainty: .possible, site: sites.first, reach: step)
      }
      return surest(reached.classes.all(slot), violation, sites.first, error)
        ?? Grade(certainty: .unreachable, site: sites.first)
    }
    var best: Grade?
    for site in sites {
      guard let method = graph.method(id, at: site.method),
        let grade = surest(reached.methods.all(method), violation, site, error, under: site.handlers)
      else { continue }
      if grade.certainty.rank < best?.certainty.rank ?? Int.max { best = grade }
    }
    return best ?? Grade(certainty: .unreachable, site: sites.first)
  }

  /// The surest of the ways to a place, and of those the shortest.
  private func surest(
    _ steps: [ReachStep],
    _ violation: Violation,
    _ site: CallSite?,
    _ error: ErrorClass,
    under handlers: HandlerList = HandlerList(types: [])
  ) -> Grade? {
    var best: Grade?
    for step in steps {
      let certainty = weakened(violation, handlers.catches(error) ? .guarded : certainty(step, error))
      if let best, let known = best.reach, (best.certainty.rank, known.length) <= (certainty.rank, step.length) {
        continue
      }
      best = Grade(certainty: certainty, site: site, reach: step)
    }
    return best
  }

  /// A contradiction to an observed manifest is never more than possible.
  private func weakened(_ violation: Violation, _ certainty: Certainty) -> Certainty {
    violation.isContradiction && certainty == .certain ? .possible : certainty
  }

  /// Whether an error at the end of a way gets out, as far as the callers' handlers tell.
  private func certainty(_ last: ReachStep, _ error: ErrorClass) -> Certainty {
    var certainty = Certainty.certain
    var isCalledLater = false
    var next: ReachStep? = last
    for _ in 0..<256 {
      guard let step = next else { break }
      if step.kind == .reflective { certainty = .possible }
      if graph.handlers[Int(step.handlers)].catches(error) {
        // The handlers under which an object was made need not be those under which it is called.
        guard isCalledLater || step.kind == .later else { return .guarded }
        certainty = .possible
      }
      if step.kind == .later { isCalledLater = true }
      next = step.from.flatMap { reached?.methods[$0] }
    }
    return certainty
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
