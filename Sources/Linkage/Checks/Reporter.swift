import ClassFiles
import Findings

/// Turns violations into problems: where, which error, which words.
///
/// Asked for each class by every task: an object, since a scope has too many parts to be copied as often.
final class Reporter: Sendable {
  let scope: LinkScope
  let platform: LinkPlatform
  private let inputs: [LinkInput]
  private let text: FaultText
  private let grader: Grader

  private var world: World { _read { yield scope.world } }

  /// A reporter for one platform.
  ///
  /// - Parameter reached: what is reached; nil when there are no entry points, and everything counts as reached.
  /// - Parameter graph: the methods and classes that the map speaks of.
  init(scope: LinkScope, inputs: [LinkInput], platform: LinkPlatform, reached: ReachMap?, graph: CodeGraph) {
    self.scope = scope
    self.inputs = inputs
    self.platform = platform
    text = FaultText(scope)
    grader = Grader(scope: scope, reached: reached, graph: graph)
  }

  /// The result for the platform, from the problems in the classes.
  func result(_ problems: [LinkageProblem], _ outcome: CheckOutcome) -> LinkageResult {
    let unknown = outcome.unknown
      .map { LinkageSummary.UnknownOwner(owner: world.symbols.text($0.key), references: $0.value) }
      .sorted { ($1.references, $0.owner) < ($0.references, $1.owner) }
    return LinkageResult(
      platform: platform.version,
      problems: problems + world.unreadable.map(unreadable) + outcome.shadowed.map(shadowed),
      summary: LinkageSummary(classes: world.summaries.count, checked: outcome.checked, unknown: unknown)
    )
  }

  /// The violations of one class, equal ones joined.
  func report(
    _ violations: [Violation],
    in file: ClassFile?,
    sites: (Violation.Cause) -> [CallSite],
    _ hints: inout Hints
  ) -> [LinkageProblem] {
    guard let first = violations.first else { return [] }
    let summary = world.summaries[Int(first.summary)]
    let entry = inputs[Int(summary.unit)].entry
    let owner = world.symbols.text(summary.facts.name)
    var source = file.map { SourcePlaces($0, of: owner) }
    var problems: [LinkageProblem] = []
    var known: [LinkFault: Int] = [:]
    for violation in violations {
      let sites = sites(violation.cause)
      let error = text.error(violation.fault)
      let grade = grader.grade(violation, sites: sites, error: error)
      var count = sites.count
      let index = known[violation.fault]
      if let index {
        problems[index].sites += count
        // The surest is told for all.
        if grade.certainty.rank >= problems[index].certainty.rank { continue }
        count = problems[index].sites
      }
      let place = grade.site.flatMap { source?.place(of: $0) }
      let problem = LinkageProblem(
        rule: violation.fault.rule,
        error: error.rawValue,
        message: text.message(violation.fault),
        symbol: symbol(violation.fault),
        platform: platform.version,
        certainty: grade.certainty,
        reachedFrom: grade.reach.map { reach($0, violation, grade.site) },
        location: Location(entry: entry, source: source?.source, line: place?.line, function: place?.method),
        owner: owner,
        sites: count,
        hint: hints.hint(violation.fault)
      )
      if let index {
        problems[index] = problem
      } else {
        known[violation.fault] = problems.count
        problems.append(problem)
      }
    }
    return problems
  }

  /// The way from an entry point, as designer functions, then Java methods.
  private func reach(_ step: ReachStep, _ violation: Violation, _ site: CallSite?) -> Finding.Reach {
    guard let reached = grader.reached, Int(step.root) < reached.roots.count else {
      return Finding.Reach(entryPoint: "", chain: [])
    }
    let root = reached.roots[Int(step.root)]
    let last = site.flatMap { grader.graph.method(scopeID(violation), at: $0.method) }
    let way = reached.chain(to: step.from, last: ReachChain.longest)
    let methods = (way.methods + (last.map { [$0] } ?? [])).map { number in
      let method = grader.graph.methods[number]
      let owner = world.symbols.text(world.facts(method.owner).name)
      return "\(JavaNames.dotted(owner)).\(world.symbols.text(world.members[Int(method.member)].name))"
    }
    return Finding.Reach(entryPoint: root.entryPoint, chain: ReachChain.told(root.chain, skipped: way.skipped, methods))
  }

  private func scopeID(_ violation: Violation) -> ClassID { world.applicationIDs[Int(violation.summary)] }

  private func unreadable(_ one: (unit: Int32, error: LinkInputError)) -> LinkageProblem {
    LinkageProblem(
      rule: LinkRules.classFormat,
      error: ErrorClass.classFormat.rawValue,
      message: one.error.machineMessage ?? one.error.reason,
      symbol: inputs[Int(one.unit)].entry,
      platform: platform.version,
      certainty: .certain,
      reachedFrom: nil,
      location: Location(entry: inputs[Int(one.unit)].entry),
      owner: "",
      sites: 1,
      hint: one.error.machineMessage == nil ? nil : one.error.reason
    )
  }

  private func shadowed(_ number: Int32) -> LinkageProblem {
    let summary = world.summaries[Int(number)]
    let name = world.symbols.text(summary.facts.name)
    return LinkageProblem(
      rule: LinkRules.shadowed,
      error: nil,
      message: "\(JavaNames.dotted(name)) is also a class of the platform, which wins",
      symbol: name,
      platform: platform.version,
      certainty: .certain,
      reachedFrom: nil,
      location: Location(entry: inputs[Int(summary.unit)].entry),
      owner: name,
      sites: 0,
      hint: nil
    )
  }

  /// The JVM symbol that a fault is about.
  func symbol(_ fault: LinkFault) -> String {
    func name(_ id: ClassID) -> String { world.symbols.text(world.facts(id).name) }
    func member(_ id: MemberID) -> String {
      let member = world.members[Int(id.index)]
      return "\(name(id.owner)).\(world.symbols.text(member.name))\(separated(member.descriptor))"
    }
    func use(_ use: MemberUse) -> String {
      "\(world.symbols.text(use.owner)).\(world.symbols.text(use.name))\(separated(use.descriptor))"
    }
    switch fault {
    case .classMissing(let symbol), .arrayClassMissing(let symbol, _), .classConcealed(let symbol, _),
      .superConcealed(_, let symbol, _), .prohibitedPackage(let symbol),
      .unsupportedVersion(let symbol, _), .malformed(let symbol, _),
      .circular(let symbol), .wrongName(let symbol, _):
      return world.symbols.text(symbol)
    case .superIsInterface(_, let id), .superIsFinal(_, let id), .interfaceIsClass(_, let id),
      .superInaccessible(_, let id), .interfaceInaccessible(_, let id), .notPermitted(_, let id),
      .classInaccessible(let id, _), .initializationFailed(let id), .interfaceFound(let id), .classFound(let id),
      .notInstantiable(let id),
      .notImplemented(_, let id):
      return name(id)
    case .abstractCalled(let call): return member(call.resolved)
    case .finalOverridden(_, let id), .fieldInaccessible(let id, _, _), .methodInaccessible(let id, _, _),
      .finalWritten(let id, _, _), .finalRewritten(let id, _, _), .abstractSuper(let id, _),
      .abstractOverpass(let id, _),
      .lambdaIncomplete(_, let id, _), .conflictingDefaults(let id, _, _), .selectedNotPublic(let id, _, _),
      .nativeMissing(let id):
      return member(id)
    case .loaderConstraint(let one, _), .fieldMissing(let one, _), .methodMissing(let one, _),
      .constructorMissing(let one, _),
      .wrongConstant(let one, _, _), .staticExpected(let one, _, _), .instanceExpected(let one, _, _),
      .dispatchChanged(let one, _), .indirectSuperinterface(let one, _), .protectedReceiver(let one, _):
      return use(one)
    case .notAssignable(let one, _): return world.symbols.text(one.from)
    case .lambdaRefused(let site): return world.symbols.text(site.interface)
    }
  }

  /// A method's descriptor as it is, a field's behind a colon.
  private func separated(_ descriptor: Symbol) -> String {
    let text = world.symbols.text(descriptor)
    return text.hasPrefix("(") ? text : ":\(text)"
  }
}
