import ClassFiles
import Findings
import InterfaceManifests

/// Constants of bundled classes that the platform's class of the same name, which wins, gives other values.
///
/// javac copies a constant into whoever uses it and leaves no reference (JLS §13.1). A class counts as a user when it names
/// the class of the constant, or has the value in its pool; more cannot be known, so nothing is told but a notice.
struct ConstantCheck {
  let scope: LinkScope
  let platform: LinkPlatform
  let inputs: [LinkInput]

  private struct Change {
    var owner: Symbol
    var name: String
    var descriptor: String
    var bundled: ConstantFact
    var platform: ConstantFact
  }

  /// One problem a constant that others of the package use, at the first of them.
  func problems(_ shadowed: [Int32]) -> [LinkageProblem] {
    let changes = shadowed.flatMap { self.changes(Int($0)) }
    if changes.isEmpty { return [] }
    let hidden = Set(shadowed.map(Int.init))
    let others = scope.world.summaries.indices.filter { !hidden.contains($0) }
    let carried = others.map { constants(scope.world.summaries[$0]) }
    return changes.compactMap { change in
      let users = zip(others, carried).filter { number, values in
        values.contains(change.bundled) || mentions(change.owner, scope.world.summaries[number])
      }
      return users.first.map { problem(change, user: scope.world.summaries[$0.0], count: users.count) }
    }
  }

  private func problem(_ change: Change, user: ClassSummary, count: Int) -> LinkageProblem {
    let owner = scope.world.symbols.text(change.owner)
    return LinkageProblem(
      rule: LinkRules.constant,
      error: nil,
      message: "\(JavaNames.dotted(owner)).\(change.name) is \(change.bundled) in the bundled class and "
        + "\(change.platform) in the platform's, which wins; what was compiled against the bundled one keeps "
        + "\(change.bundled)",
      symbol: "\(owner).\(change.name):\(change.descriptor)",
      platform: platform.version,
      certainty: .possible,
      reachedFrom: nil,
      location: Location(entry: inputs[Int(user.unit)].entry),
      owner: scope.world.symbols.text(user.facts.name),
      sites: count,
      hint: nil
    )
  }

  /// The constants of a shadowed class that are others on the platform.
  private func changes(_ number: Int) -> [Change] {
    let summary = scope.world.summaries[number]
    guard case .found(let id) = scope.find(summary.facts.name),
      let view = scope.world.facts(id).loader == .java ? platform.java : platform.view,
      let record = view.findClass(scope.world.symbols.text(summary.facts.name)).record,
      case .success(let file) = inputs[Int(summary.unit)].read()
    else { return [] }
    return file.fields.compactMap { field -> Change? in
      guard let entry = try? field.constantValue, let bundled = try? ConstantFact(entry, file.pool),
        let name = try? field.name, let descriptor = try? field.descriptor,
        let theirs = record.field(name, descriptor)?.constant, theirs != bundled
      else { return nil }
      return Change(
        owner: summary.facts.name,
        name: name,
        descriptor: descriptor,
        bundled: bundled,
        platform: theirs
      )
    }
  }

  private func constants(_ summary: ClassSummary) -> Set<ConstantFact> {
    guard case .success(let file) = inputs[Int(summary.unit)].read() else { return [] }
    return Set(
      file.pool.indices.compactMap { index in
        (try? file.pool.entry(index)).flatMap { try? ConstantFact($0, file.pool) }
      }
    )
  }

  private func mentions(_ owner: Symbol, _ summary: ClassSummary) -> Bool {
    let world = scope.world
    return summary.facts.superclass == owner
      || summary.facts.interfaces.range.contains { world.names[$0] == owner }
      || summary.members.range.contains { world.memberUses[$0].owner == owner }
      || summary.types.range.contains { world.typeUses[$0].type == owner }
  }
}
