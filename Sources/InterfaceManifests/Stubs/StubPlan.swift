/// Which classes a stub jar has and how they hang together.
///
/// A complete manifest says all of it. For an observed one the gaps are filled so that what is known to work compiles:
///
/// - a class of unknown kind becomes a class, its unknown superclass `Object`;
/// - a class named `…Exception` or `…Error`, or declared in a `throws` clause, becomes a `RuntimeException` or `Error`:
///   so it can be thrown and caught whatever a `try` block calls;
/// - a class whose static fields include constants of its own type, and which nobody instantiates, becomes an enum;
/// - every type that a descriptor or clause mentions exists, and so does the class around a nested one;
/// - an instance method that Java's own superclass declares is inherited and not stubbed.
struct StubPlan {
  /// In order of their names.
  private(set) var classes: [ClassFact] = []
  let javaLevel: Int
  private let java: ManifestView?
  private let isObserved: Bool
  private var index: [String: Int] = [:]
  /// The member classes by the name of the class around them.
  private(set) var nested: [String: [String]] = [:]

  init(_ manifest: InterfaceManifest, java: ManifestView?) {
    javaLevel = manifest.javaLevel
    self.java = java
    isObserved = manifest.coverage == .observed
    var facts: [String: ClassFact] = [:]
    for fact in manifest.classes where !isJava(fact.name) { facts[fact.name] = fact }
    if isObserved {
      for (name, fact) in facts where fact.superclass == nil {
        facts[name]?.superclass = ModelHierarchy.parent(of: name)
      }
    }
    addMentioned(to: &facts)
    for name in facts.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard let fact = facts[name] else { continue }
      classes.append(isObserved ? settled(fact) : fact)
    }
    for position in classes.indices {
      // Asked before it is written: a call on this value with a part of it to change would copy all classes for each.
      let nesting = nesting(of: classes[position], among: facts)
      classes[position].nesting = nesting
      index[classes[position].name] = position
      if let outer = classes[position].nesting?.outer { nested[outer, default: []].append(classes[position].name) }
    }
  }

  subscript(name: String) -> ClassFact? { index[name].map { classes[$0] } }

  func isJava(_ name: String) -> Bool {
    guard let java else { return false }
    if case .unknown = java.findClass(name) { return name.hasPrefix("java/") }
    return javaClass(name) != nil || name.hasPrefix("java/")
  }

  func javaClass(_ name: String) -> ClassRecord? { java?.findClass(name).record }

  // MARK: - Filling gaps

  private func addMentioned(to facts: inout [String: ClassFact]) {
    var pending = Array(facts.keys)
    while let name = pending.popLast() {
      guard let fact = facts[name] else { continue }
      for mention in Mentions(fact).names where facts[mention.name] == nil && !isJava(mention.name) {
        var added = ClassFact(
          name: mention.name,
          flags: mention.isInterface ? [.public, .interface, .abstract] : .public
        )
        if !mention.isInterface { added.superclass = mention.isThrown ? "java/lang/RuntimeException" : nil }
        facts[mention.name] = added
        pending.append(mention.name)
      }
    }
  }

  private func settled(_ fact: ClassFact) -> ClassFact {
    var fact = fact
    fact.flags.remove(.kindUnknown)
    if fact.flags.contains(.interface) {
      fact.flags.insert(.abstract)
    } else if fact.superclass == nil {
      if looksLikeEnum(fact) {
        fact.flags.insert(.enum)
        fact.superclass = "java/lang/Enum"
        for position in fact.members.indices where isConstant(fact.members[position], of: fact) {
          fact.members[position].flags.formUnion([.final, .enum])
        }
      } else if fact.name.hasSuffix("Exception") {
        fact.superclass = "java/lang/RuntimeException"
      } else if fact.name.hasSuffix("Error") {
        fact.superclass = "java/lang/Error"
      }
    }
    for position in fact.members.indices where fact.flags.contains(.interface) {
      let isStatic = fact.members[position].flags.contains(.static)
      if !fact.members[position].isMethod {
        fact.members[position].flags.formUnion([.public, .static, .final])
      } else if !isStatic {
        fact.members[position].flags.insert(.abstract)
      }
    }
    return fact
  }

  private func isConstant(_ member: MemberFact, of fact: ClassFact) -> Bool {
    member.flags.contains(.static) && member.descriptor == "L\(fact.name);"
  }

  private func looksLikeEnum(_ fact: ClassFact) -> Bool {
    fact.members.contains { isConstant($0, of: fact) } && !fact.members.contains { $0.name == "<init>" }
  }

  /// A name with a `$` between two others is a member class: `LicenseComponent$Features`.
  private func nesting(of fact: ClassFact, among facts: [String: ClassFact]) -> ClassFact.Nesting? {
    guard isObserved, fact.nesting == nil, let (outer, inner) = Mentions.outer(of: fact.name), facts[outer] != nil
    else {
      return fact.nesting
    }
    return ClassFact.Nesting(
      outer: outer,
      innerName: inner,
      flags: fact.flags.intersection(.nested).union(.static)
    )
  }
}

/// The class names that a class's interface mentions.
private struct Mentions {
  var names: [(name: String, isInterface: Bool, isThrown: Bool)] = []

  init(_ fact: ClassFact) {
    // What is thrown or implemented first: the first mention decides what an unknown class becomes.
    for name in fact.interfaces { names.append((name, true, false)) }
    for member in fact.members {
      for name in member.exceptions { names.append((name, false, true)) }
    }
    if let superclass = fact.superclass { names.append((superclass, false, false)) }
    if let (outer, _) = Self.outer(of: fact.name) { names.append((outer, false, false)) }
    for member in fact.members {
      for name in ClassNames(in: member.descriptor) {
        names.append((name, false, name.hasSuffix("Exception")))
      }
    }
  }

  /// The class around, and the simple name, of a member class by its name alone; nil for other names.
  static func outer(of name: String) -> (String, String)? {
    guard let dollar = name.utf8.lastIndex(of: 0x24) else { return nil }
    let outer = name[..<dollar]
    let inner = name[name.utf8.index(after: dollar)...]
    guard let last = outer.utf8.last, last != 0x2f, let first = inner.utf8.first, !(0x30...0x39).contains(first) else {
      return nil
    }
    return (String(outer), String(inner))
  }
}
