import ClassFiles

/// Checks whole classes in one scope; independent of each other, so any number can run at once.
struct ClassChecker {
  let scope: LinkScope
  /// Whether classes that the platform shadows are checked as if they were the platform's.
  let checksShadowed: Bool
  private var world: World { _read { yield scope.world } }

  init(_ scope: LinkScope, checksShadowed: Bool = false) {
    self.scope = scope
    self.checksShadowed = checksShadowed
  }

  /// Checks the classes of some summaries.
  func check(_ summaries: Range<Int>, ids: [ClassID]) -> CheckOutcome {
    var outcome = CheckOutcome()
    for number in summaries { check(number, ids[number], &outcome) }
    return outcome
  }

  private func check(_ number: Int, _ id: ClassID, _ outcome: inout CheckOutcome) {
    let summary = world.summaries[number]
    let visible: ClassID
    switch scope.find(summary.facts.name) {
    case .found(let id): visible = id
    case .broken(let fault) where fault == .prohibitedPackage(summary.facts.name):
      outcome.violations.append(
        Violation(summary: Int32(number), cause: .loading, fault: fault, isContradiction: false)
      )
      return
    default: return
    }
    if visible != id {
      guard world.facts(visible).loader != .application else { return }
      outcome.shadowed.append(Int32(number))
      guard checksShadowed else { return }
      // The class stands in for the platform's own: same loader, same run-time package.
      return check(summary, number, visible, &outcome)
    }
    check(summary, number, id, &outcome)
  }

  private func check(_ summary: ClassSummary, _ number: Int, _ id: ClassID, _ outcome: inout CheckOutcome) {
    if case .faulty(let fault) = scope.loading[Int(id.index)] {
      outcome.loadingFaults.insert(fault)
      outcome.violations.append(
        Violation(summary: Int32(number), cause: .loading, fault: fault, isContradiction: false)
      )
      return
    }
    for index in summary.assignments.range {
      let use = world.assignments[index]
      guard let result = scope.check(use, from: id) else { continue }
      // A class that is missing is missing for the uses too; unknown ones are counted there.
      if case .fault(let fault) = result {
        outcome.violations.append(
          Violation(summary: Int32(number), cause: .assignment(use), fault: fault, isContradiction: false)
        )
      }
    }
    for index in summary.members.range { check(world.memberUses[index], number, id, &outcome) }
    for index in summary.types.range {
      let use = world.typeUses[index]
      outcome.checked += 1
      for result in scope.check(use, from: id) { note(result, .type(use), number, &outcome) }
    }
    for index in summary.lambdas.range {
      let site = world.lambdas[index]
      let refusal = scope.refusal(of: site, from: id)
      if let fault = refusal ?? scope.openMethod(of: site).map({ .lambdaIncomplete(site, $0, in: id) }) {
        outcome.violations.append(
          Violation(summary: Int32(number), cause: .lambda(site), fault: fault, isContradiction: false)
        )
      }
    }
    checkImplementations(number, id, &outcome)
  }

  private func check(_ use: MemberUse, _ number: Int, _ id: ClassID, _ outcome: inout CheckOutcome) {
    if let result = scope.checkReceiver(use, from: id) { note(result, .member(use), number, &outcome) }
    var plain = use
    plain.receiver = .none
    outcome.checked += 1
    let result = scope.check(plain, from: id)
    if case .links(let member) = result {
      let facts = world.members[Int(member.index)]
      if facts.flags.contains(.native), world.facts(member.owner).loader == .application {
        note(.fault(.nativeMissing(member)), .member(use), number, &outcome)
      }
      if use.kind == .handleNew, world.facts(member.owner).flags.contains(.abstract) {
        note(.fault(.notInstantiable(member.owner)), .member(use), number, &outcome)
      }
      return
    }
    note(result, .member(use), number, &outcome)
  }

  private func note(
    _ result: UseOutcome,
    _ cause: Violation.Cause,
    _ number: Int,
    _ outcome: inout CheckOutcome
  ) {
    switch result {
    case .links, .builtIn, .known: break
    case .unknown(let owner): outcome.unknown[owner, default: 0] += 1
    case .fault(let fault):
      outcome.violations.append(
        Violation(summary: Int32(number), cause: cause, fault: fault, isContradiction: false)
      )
    case .contradicted(let fault):
      outcome.violations.append(Violation(summary: Int32(number), cause: cause, fault: fault, isContradiction: true))
    }
  }

  /// Methods that ancestors declare and nobody implements (JVMS §5.4.6); found for every class that can be made.
  private func checkImplementations(_ number: Int, _ id: ClassID, _ outcome: inout CheckOutcome) {
    let facts = world.facts(id)
    guard !facts.flags.contains(.abstract), !facts.isInterface, case .fine = scope.loading[Int(id.index)] else {
      return
    }
    var seen: Set<ClassID> = []
    var reported: Set<UInt64> = []
    var queue = [id]
    while let current = queue.popLast() {
      guard seen.insert(current).inserted else { continue }
      let ancestor = world.facts(current)
      queue += scope.interfaces(current)
      if let parent = scope.superclass(current) { queue.append(parent) }
      for index in ancestor.methods.range where !isMachinery(world.members[index]) {
        let method = world.members[index]
        let isDefault = ancestor.isInterface && !method.flags.contains(.abstract)
        guard method.flags.contains(.abstract) || isDefault, !method.flags.contains(.static),
          !method.flags.contains(.private), reported.insert(method.key).inserted
        else { continue }
        let declared = MemberID(owner: current, index: Int32(index))
        let kind: UseKind = ancestor.isInterface ? .invokeInterface : .invokeVirtual
        let fault: LinkFault
        switch scope.select(declared, receiver: id) {
        case .unknown: continue
        case .method(let selected) where !ancestor.isInterface || scope.isOpenToInterfaces(selected): continue
        case .abstract(let selected) where ancestor.isInterface && !scope.isOpenToInterfaces(selected),
          .method(let selected):
          fault = .selectedNotPublic(declared, receiver: id, selected)
        case .abstract(let selected):
          fault = .abstractCalled(
            scope.abstractCall(declared, through: current, by: kind, receiver: id, selected: selected)
          )
        case .none where scope.interfacesCallWhatIsMade && scope.isMade(method, for: id):
          fault = .abstractOverpass(declared, receiver: id)
        case .none:
          fault = .abstractCalled(scope.abstractCall(declared, through: current, by: kind, receiver: id))
        case .conflict(let candidates): fault = .conflictingDefaults(declared, receiver: id, candidates: candidates)
        }
        outcome.violations.append(
          Violation(summary: Int32(number), cause: .unimplemented(declared), fault: fault, isContradiction: false)
        )
      }
    }
  }

  private func isMachinery(_ method: MemberFacts) -> Bool {
    method.name == .initializer || method.name == .classInitializer
  }
}
