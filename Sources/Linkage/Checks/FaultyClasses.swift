import ClassFiles

/// The classes in which faults were found, on whatever platform. What lies where in a class is the same on every platform,
/// so each of these classes is read and walked once more, for all of them.
struct FaultyClasses: Sendable {
  /// A class, and for each platform its part of the outcome's violations.
  private struct One: Sendable {
    var summary: Int32
    var violations: [Range<Int>]
  }

  private let classes: [One]
  private let outcomes: [CheckOutcome]
  private let reporters: [Reporter]
  private let inputs: [LinkInput]

  /// Gathers what the checks of all platforms found; each tells it in the order of the classes.
  init(_ outcomes: [CheckOutcome], reporters: [Reporter], inputs: [LinkInput]) {
    self.outcomes = outcomes
    self.reporters = reporters
    self.inputs = inputs
    var classes: [One] = []
    var positions = [Int](repeating: 0, count: outcomes.count)
    while true {
      let next = zip(outcomes, positions).compactMap { $1 < $0.violations.count ? $0.violations[$1].summary : nil }
      guard let summary = next.min() else { break }
      let violations = outcomes.indices.map { platform in
        let start = positions[platform]
        var end = start
        while end < outcomes[platform].violations.count, outcomes[platform].violations[end].summary == summary {
          end += 1
        }
        positions[platform] = end
        return start..<end
      }
      classes.append(One(summary: summary, violations: violations))
    }
    self.classes = classes
  }

  /// The problems of each platform, in the order of the classes.
  func problems(jobs: Int) async -> [[LinkageProblem]] {
    var problems = [[LinkageProblem]](repeating: [], count: reporters.count)
    // What takes less than a thread takes to begin is done here.
    let isLarge = outcomes.reduce(0) { $0 + $1.violations.count } >= 256
    let shares = shares(of: classes.count, jobs: jobs, sizes: 4...512)
    await inOrder(shares, jobs: isLarge ? jobs : 1) { [self] share in
      self.problems(of: classes[share])
    } take: { part in
      for platform in part.indices { problems[platform] += part[platform] }
    }
    return problems
  }

  private func problems(of classes: ArraySlice<One>) -> [[LinkageProblem]] {
    var problems = [[LinkageProblem]](repeating: [], count: reporters.count)
    guard let world = reporters.first?.scope.world else { return problems }
    var finder = SiteFinder(symbols: world.symbols)
    var hints = reporters.map { Hints(scope: $0.scope, platform: $0.platform) }
    for one in classes {
      let told = zip(outcomes, one.violations).map { outcome, range in
        outcome.violations[range].filter { !outcome.isConsequence($0) }
      }
      if told.allSatisfy(\.isEmpty) { continue }
      let file = try? inputs[Int(world.summaries[Int(one.summary)].unit)].read().get()
      var causes: [Violation.Cause: Int] = [:]
      for violation in told.joined() where violation.cause.liesInCode && causes[violation.cause] == nil {
        causes[violation.cause] = causes.count
      }
      let sites = file.map { finder.sites(of: causes, in: $0) } ?? []
      for (platform, violations) in told.enumerated() where !violations.isEmpty {
        problems[platform] += reporters[platform].report(
          violations,
          in: file,
          sites: { cause in causes[cause].flatMap { $0 < sites.count ? sites[$0] : nil } ?? [] },
          &hints[platform]
        )
      }
    }
    return problems
  }
}
