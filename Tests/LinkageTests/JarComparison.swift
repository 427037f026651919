import ClassFiles
import Foundation

@testable import Linkage

/// Holds what the scope says of every class and every reference of a set of jars against what HotSpot says.
struct JarComparison {
  let scope: LinkScope
  let verdicts: JarVerdicts
  let thrown: [JarVerdicts.Thrown]
  private(set) var result = Result()
  /// The application's classes that are seen, by number.
  private let numbers: [ClassID: Int]
  private var linking: [ClassID: Set<JarVerdicts.Thrown>] = [:]
  private var texts: [LinkFault: JarVerdicts.Thrown] = [:]

  /// What came of it.
  struct Result {
    var classes = 0
    var references = 0
    var failing = 0
    /// Classes whose verification was compared, and how many the verifier refuses.
    var verified = 0
    var refused = 0
    /// Classes that the judge could not probe.
    var unprobed = 0
    /// Classes that a class of the JDK hides which is no part of its API.
    var hidden = 0
    /// What the verifier of class files before version 50 asks for, which infers types where no frames declare them.
    var inferred = 0
    /// By class, reference and both verdicts.
    var disagreements: [String] = []
    /// How often each error was agreed upon.
    var agreed: [String: Int] = [:]

    static func += (sum: inout Result, other: Result) {
      sum.classes += other.classes
      sum.references += other.references
      sum.failing += other.failing
      sum.verified += other.verified
      sum.refused += other.refused
      sum.unprobed += other.unprobed
      sum.hidden += other.hidden
      sum.inferred += other.inferred
      sum.disagreements += other.disagreements
      sum.agreed.merge(other.agreed) { $0 + $1 }
    }
  }

  init(_ scope: LinkScope, _ verdicts: JarVerdicts, _ thrown: [JarVerdicts.Thrown]) {
    self.scope = scope
    self.verdicts = verdicts
    self.thrown = thrown.map { $0.withoutModule }
    let ids = scope.world.applicationIDs
    numbers = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Compares all classes.
  mutating func run() -> Result {
    for (number, summary) in scope.world.summaries.enumerated() {
      let id = scope.world.applicationIDs[number]
      guard case .found(let visible) = scope.find(summary.facts.name), visible == id else { continue }
      let name = JavaNames.dotted(scope.world.symbols.text(summary.facts.name))
      if name == "module-info" { continue }
      // Manifests of the API alone do not know the classes that the JDK has for itself in the API's packages.
      if verdicts.hidden.contains(name) {
        result.hidden += 1
        continue
      }
      result.classes += 1
      let loading: LinkFault? = if case .faulty(let fault) = scope.loading[Int(id.index)] { fault } else { nil }
      compare(loading.map { text($0) }, verdicts.unloaded[name], name, "load")
      if loading != nil || verdicts.unloaded[name] != nil { continue }
      compareLink(number, id, name)
      guard let probes = verdicts.probes[name] else {
        if verdicts.unprobed[name] == nil { disagree(name, "probes", nil, nil, note: "the judge has not met it") }
        result.unprobed += 1
        continue
      }
      compare(summary, id, name, probes)
    }
    return result
  }

  private mutating func compare(_ summary: ClassSummary, _ id: ClassID, _ name: String, _ probes: JarVerdicts.Probes) {
    var seen: Set<Int> = []
    for index in summary.members.range {
      var use = scope.world.memberUses[index]
      use.receiver = .none
      guard seen.insert(Int(use.kind.rawValue) << 16 | Int(use.poolIndex)).inserted else { continue }
      result.references += 1
      let expected = probes.failures["\(use.kind.rawValue):\(use.poolIndex)"].map { thrown[Int($0)] }
      let actual = text(scope.check(use, from: id))
      if expected == nil, actual == nil { continue }
      let symbols = scope.world.symbols
      let member = "\(symbols.text(use.owner)).\(symbols.text(use.name)):\(symbols.text(use.descriptor))"
      compare(actual, expected, name, "\(use.kind) \(member)")
    }
    if seen.count != probes.members {
      disagree(name, "members", nil, nil, note: "\(seen.count) uses here, \(probes.members) there")
    }
    if summary.types.count != probes.types {
      disagree(name, "types", nil, nil, note: "\(summary.types.count) uses here, \(probes.types) there")
    }
    for index in summary.types.range {
      let use = scope.world.typeUses[index]
      result.references += 1
      let type = scope.world.symbols.text(use.type)
      let expected = probes.failures["t\(use.kind.rawValue):\(type)"].map { thrown[Int($0)] }
      let actual = scope.check(use, from: id).first.flatMap { text($0) }
      if expected != nil || actual != nil { compare(actual, expected, name, "\(use.kind) \(type)") }
    }
  }

  /// Linking fails with one of the errors that the verifier meets in the class or in one of its ancestors; which of them is
  /// first depends on where the machine keeps the methods' names.
  private mutating func compareLink(_ number: Int, _ id: ClassID, _ name: String) {
    let expected = verdicts.unlinked[name].map { comparable($0) }
    // The judge links no interface that would run code.
    guard expected != nil || verdicts.linked.contains(name) else { return }
    result.verified += 1
    let faults = linkFaults(id)
    if expected != nil { result.refused += 1 }
    if let expected, faults.contains(expected) {
      result.agreed["linking: " + expected.error, default: 0] += 1
    } else if let expected, isInferred(id),
      expected.error != ErrorClass.verify.rawValue || faults.contains(where: { $0.error == expected.error })
    {
      // It loads more classes, and has words of its own for what is not assignable.
      result.inferred += 1
    } else if expected != nil || !faults.isEmpty {
      disagree(name, "link", faults.first, expected)
    }
  }

  /// Whether a class or an ancestor of it is verified by inference (JVMS §4.10.2).
  private func isInferred(_ id: ClassID) -> Bool {
    let facts = scope.world.facts(id)
    return facts.loader == .application
      && (facts.version.major < 51
        || ([scope.superclass(id)].compactMap { $0 } + scope.interfaces(id)).contains(where: isInferred))
  }

  /// What verifying a class and its ancestors may come to (JVMS §5.4.1: they are verified first).
  private mutating func linkFaults(_ id: ClassID) -> Set<JarVerdicts.Thrown> {
    if let known = linking[id] { return known }
    linking[id] = []
    var faults: Set<JarVerdicts.Thrown> = []
    for parent in [scope.superclass(id)].compactMap({ $0 }) + scope.interfaces(id) {
      faults.formUnion(linkFaults(parent))
    }
    if let number = numbers[id] {
      let summary = scope.world.summaries[number]
      for index in summary.assignments.range {
        guard case .fault(let fault) = scope.check(scope.world.assignments[index], from: id) else { continue }
        faults.insert(comparable(text(fault)))
      }
      for index in summary.members.range {
        guard case .fault(let fault) = scope.checkReceiver(scope.world.memberUses[index], from: id) else { continue }
        faults.insert(comparable(text(fault)))
      }
    }
    linking[id] = faults
    return faults
  }

  /// Of a verifier's message the sentence about the two types.
  private func comparable(_ thrown: JarVerdicts.Thrown) -> JarVerdicts.Thrown {
    let thrown = inAnyOrder(thrown)
    guard thrown.error == ErrorClass.verify.rawValue else { return thrown }
    let verdict = DifferentialVerdict(error: thrown.error, message: thrown.message, frame: "").comparable
    return JarVerdicts.Thrown(error: thrown.error, message: verdict.message.components(separatedBy: ": ").last ?? "")
  }

  private mutating func text(_ outcome: UseOutcome) -> JarVerdicts.Thrown? {
    switch outcome {
    case .links, .builtIn, .known: nil
    case .unknown(let owner): JarVerdicts.Thrown(error: "unknown", message: scope.world.symbols.text(owner))
    // Methods that the machine makes throw when they run; the judge calls them on null.
    case .fault(.abstractOverpass), .fault(.conflictingDefaults): nil
    case .fault(let fault), .contradicted(let fault): text(fault)
    }
  }

  private mutating func text(_ fault: LinkFault) -> JarVerdicts.Thrown {
    if let known = texts[fault] { return known }
    let words = FaultText(scope)
    let text = JarVerdicts.Thrown(error: words.error(fault).rawValue, message: words.message(fault))
    texts[fault] = text
    return text
  }

  private mutating func compare(
    _ actual: JarVerdicts.Thrown?,
    _ expected: JarVerdicts.Thrown?,
    _ name: String,
    _ what: @autoclosure () -> String
  ) {
    if expected != nil { result.failing += 1 }
    if actual.map(inAnyOrder) == expected.map(inAnyOrder) {
      if let actual { result.agreed[actual.error, default: 0] += 1 }
    } else {
      disagree(name, what(), actual, expected)
    }
  }

  /// Of several final methods that a class overrides the machine names that whose name lies first in its memory.
  private func inAnyOrder(_ thrown: JarVerdicts.Thrown) -> JarVerdicts.Thrown {
    guard let overrides = thrown.message.range(of: " overrides final method ") else { return thrown }
    return JarVerdicts.Thrown(error: thrown.error, message: String(thrown.message[..<overrides.upperBound]))
  }

  private mutating func disagree(
    _ name: String,
    _ what: String,
    _ actual: JarVerdicts.Thrown?,
    _ expected: JarVerdicts.Thrown?,
    note: String = ""
  ) {
    let verdicts =
      note.isEmpty ? "JVM:  \(expected?.description ?? "links")\n  here: \(actual?.description ?? "links")" : note
    result.disagreements.append("\(name)\n  \(what)\n  \(verdicts)")
  }
}
