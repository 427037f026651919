/// Where in the code the faults of a run lie. A class's sites are the same on every platform, so each class that has
/// faults is walked once for all of them.
struct SiteTable: Sendable {
  private var sites: [Int32: [Violation.Cause: [CallSite]]] = [:]

  /// Looks for the sites of everything that the checks of all platforms found.
  init(_ outcomes: [CheckOutcome], world: World, inputs: [LinkInput], jobs: Int) async {
    var wanted: [Int32: Set<Violation.Cause>] = [:]
    for outcome in outcomes {
      for violation in outcome.violations where violation.cause.liesInCode {
        wanted[violation.summary, default: []].insert(violation.cause)
      }
    }
    let classes = wanted.keys.sorted()
    let size = max(16, (classes.count + jobs * 4 - 1) / (jobs * 4))
    let parts = stride(from: 0, to: classes.count, by: size).map { classes[$0..<min($0 + size, classes.count)] }
    let found = await inOrder(parts, jobs: jobs) { [wanted] part in
      var finder = SiteFinder(symbols: world.symbols)
      return part.map { summary -> [Violation.Cause: [CallSite]] in
        let causes = Array(wanted[summary] ?? [])
        guard let file = try? inputs[Int(world.summaries[Int(summary)].unit)].read().get() else { return [:] }
        return Dictionary(zip(causes, finder.sites(of: causes, in: file)), uniquingKeysWith: { first, _ in first })
      }
    }
    for (summary, places) in zip(classes, found.joined()) { sites[summary] = places }
  }

  /// The sites of a violation, in the order of the code; none when it lies in no code.
  func sites(of violation: Violation) -> [CallSite] { sites[violation.summary]?[violation.cause] ?? [] }
}
