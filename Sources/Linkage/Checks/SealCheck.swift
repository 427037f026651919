import ClassFiles
import Findings

/// Classes that stand in a package which another jar seals.
struct SealCheck {
  let scope: LinkScope
  let platform: LinkPlatform
  let inputs: [LinkInput]

  /// One problem for each sealed package and place that has classes of it, too.
  func problems(_ jars: [SealedJar]) -> [LinkageProblem] {
    if jars.isEmpty { return [] }
    /// The first class that each place has of a package; the places by their jars.
    var first: [Symbol: [String: Int]] = [:]
    for (number, summary) in scope.world.summaries.enumerated() {
      guard case .found(let id) = scope.find(summary.facts.name), id == scope.world.applicationIDs[number] else {
        continue
      }
      let place = inputs[Int(summary.unit)].jar.map(String.init) ?? ""
      if first[summary.facts.package]?[place] == nil { first[summary.facts.package, default: [:]][place] = number }
    }
    var problems: [LinkageProblem] = []
    for (package, places) in first where places.count > 1 && !package.isNone {
      let name = scope.world.symbols.text(package)
      guard let jar = jars.first(where: { places[$0.path] != nil && $0.seals(name) }) else { continue }
      for (place, number) in places where place != jar.path {
        problems.append(problem(name, sealedBy: jar, number))
      }
    }
    return problems.sorted { ($0.location.entry ?? "") < ($1.location.entry ?? "") }
  }

  private func problem(_ package: String, sealedBy jar: SealedJar, _ number: Int) -> LinkageProblem {
    let summary = scope.world.summaries[number]
    let name = scope.world.symbols.text(summary.facts.name)
    return LinkageProblem(
      rule: LinkRules.packageSealed,
      error: ErrorClass.security.rawValue,
      message: "sealing violation: package \(JavaNames.dotted(package)) is sealed",
      symbol: name,
      platform: platform.version,
      // Both must be loaded, and by a loader that looks into manifests.
      certainty: .possible,
      reachedFrom: nil,
      location: Location(entry: inputs[Int(summary.unit)].entry),
      owner: name,
      sites: 1,
      hint: "\(jar.path) seals the package"
    )
  }
}
