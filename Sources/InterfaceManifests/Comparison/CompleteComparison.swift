/// Compares two complete manifests class by class, member by member.
struct CompleteComparison {
  let from: ManifestView
  let to: ManifestView

  private static let swap = "java.lang.IncompatibleClassChangeError"
  private static let access = "java.lang.IllegalAccessError"

  func changes() -> [InterfaceChange] {
    var changes: [InterfaceChange] = []
    let new = Dictionary(uniqueKeysWithValues: to.classes.map { ($0.name.string, $0) })
    var old: Set<String> = []
    for record in from.classes {
      let name = record.name.string
      old.insert(name)
      if let other = new[name] {
        compare(record.fact(inferred: false), other.fact(inferred: false), to: &changes)
      } else {
        changes.append(
          InterfaceChange(
            owner: name,
            kind: .classRemoved,
            effect: .breaks(error: "java.lang.NoClassDefFoundError", use: .any)
          )
        )
      }
    }
    for name in new.keys where !old.contains(name) {
      changes.append(InterfaceChange(owner: name, kind: .classAdded, effect: .compatible))
    }
    return changes
  }

  private func compare(_ old: ClassFact, _ new: ClassFact, to changes: inout [InterfaceChange]) {
    compareShell(old, new, to: &changes)
    compareHierarchy(old, new, to: &changes)
    let before = Dictionary(old.members.map { (Self.key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.members.map { (Self.key($0), $0) }, uniquingKeysWith: { first, _ in first })
    for member in old.members {
      if let other = after[Self.key(member)] {
        compare(member, other, in: new, to: &changes)
      } else {
        changes.append(removal(of: member, from: old, new))
      }
    }
    for member in new.members where before[Self.key(member)] == nil {
      changes.append(addition(of: member, to: new, old))
    }
  }

  private static func key(_ member: MemberFact) -> InterfaceChange.Member {
    InterfaceChange.Member(name: member.name, descriptor: member.descriptor)
  }

  // MARK: - Classes (JLS §13.4.1-§13.4.4)

  private func compareShell(_ old: ClassFact, _ new: ClassFact, to changes: inout [InterfaceChange]) {
    func add(_ kind: InterfaceChange.Kind, _ effect: InterfaceChange.Effect) {
      changes.append(InterfaceChange(owner: old.name, kind: kind, effect: effect))
    }
    let interface = (old.flags.contains(.interface), new.flags.contains(.interface))
    if interface == (false, true) { add(.becameInterface, .breaks(error: Self.swap, use: .any)) }
    if interface == (true, false) { add(.becameClass, .breaks(error: Self.swap, use: .any)) }
    if old.flags.contains(.public), !new.flags.contains(.public) {
      add(.accessReduced, .breaks(error: Self.access, use: .any))
    }
    if !old.flags.contains(.public), new.flags.contains(.public) { add(.accessWidened, .compatible) }
    switch (old.flags.contains(.final), new.flags.contains(.final)) {
    case (false, true):
      // Nobody outside can have extended a class without a constructor to call.
      let canBeExtended = interface.0 || old.members.contains { $0.name == "<init>" }
      add(.becameFinal, canBeExtended ? .breaks(error: to.finalSuperclassError, use: .subclassing) : .compatible)
    case (true, false): add(.noLongerFinal, .compatible)
    default: break
    }
    if interface == (false, false) {
      switch (old.flags.contains(.abstract), new.flags.contains(.abstract)) {
      case (false, true):
        add(.becameAbstract, .breaks(error: "java.lang.InstantiationError", use: .instantiating))
      case (true, false): add(.noLongerAbstract, .compatible)
      default: break
      }
    }
    switch (old.permittedSubclasses.isEmpty, new.permittedSubclasses.isEmpty) {
    case (true, false): add(.becameSealed, .breaks(error: Self.swap, use: .subclassing))
    case (false, true): add(.noLongerSealed, .compatible)
    default: break
    }
    if old.signature != new.signature { add(.signatureChanged, .sourceOnly) }
  }

  private func compareHierarchy(_ old: ClassFact, _ new: ClassFact, to changes: inout [InterfaceChange]) {
    guard old.superclass != new.superclass || Set(old.interfaces) != Set(new.interfaces) else { return }
    let before = Set(from.supertypes(of: old.name))
    let after = Set(to.supertypes(of: old.name))
    if old.superclass != new.superclass {
      changes.append(
        InterfaceChange(
          owner: old.name,
          kind: .superclassChanged(from: old.superclass, to: new.superclass),
          effect: .compatible
        )
      )
    }
    for name in before.subtracting(after) {
      changes.append(
        InterfaceChange(
          owner: old.name,
          kind: .supertypeRemoved(name),
          effect: .breaks(error: "java.lang.VerifyError", use: .converting)
        )
      )
    }
    for name in after.subtracting(before) {
      changes.append(InterfaceChange(owner: old.name, kind: .supertypeAdded(name), effect: .compatible))
    }
  }

  // MARK: - Members (JLS §13.4.6-§13.4.24, §13.5)

  private func removal(of member: MemberFact, from old: ClassFact, _ new: ClassFact) -> InterfaceChange {
    var change = InterfaceChange(
      owner: old.name,
      member: Self.key(member),
      kind: .memberRemoved,
      effect: .breaks(
        error: member.isMethod ? "java.lang.NoSuchMethodError" : "java.lang.NoSuchFieldError",
        use: .any
      )
    )
    if member.name != "<init>", let heir = inherited(member, by: new) {
      change.kind = .movedToSupertype(heir)
      change.effect = .compatible
    } else if let other = new.members.first(where: { Self.isSameButType($0, member) }) {
      change.kind = .typeChanged(to: other.descriptor)
    }
    return change
  }

  /// Same name and parameters, of a field the name, with another type.
  private static func isSameButType(_ left: MemberFact, _ right: MemberFact) -> Bool {
    guard left.name == right.name, left.isMethod == right.isMethod else { return false }
    guard left.isMethod else { return true }
    func parameters(_ member: MemberFact) -> Substring.UTF8View {
      member.descriptor.utf8.prefix { $0 != UInt8(ascii: ")") }
    }
    return parameters(left).elementsEqual(parameters(right))
  }

  /// The supertype from which `new` inherits the member in the newer version.
  private func inherited(_ member: MemberFact, by new: ClassFact) -> String? {
    for name in to.supertypes(of: new.name).dropFirst() {
      guard let record = to.findClass(name).record else { continue }
      let found = record.members.first { $0.name.string == member.name && $0.descriptor.string == member.descriptor }
      if let found, found.isStatic == member.flags.contains(.static) { return name }
    }
    return nil
  }

  private func addition(of member: MemberFact, to new: ClassFact, _ old: ClassFact) -> InterfaceChange {
    let isObligation = member.flags.contains(.abstract) && !new.flags.contains(.annotation)
    return InterfaceChange(
      owner: new.name,
      member: Self.key(member),
      kind: .memberAdded,
      effect: isObligation ? .breaks(error: "java.lang.AbstractMethodError", use: .implementing) : .compatible
    )
  }

  private func compare(
    _ old: MemberFact,
    _ new: MemberFact,
    in owner: ClassFact,
    to changes: inout [InterfaceChange]
  ) {
    guard old != new else { return }
    func add(_ kind: InterfaceChange.Kind, _ effect: InterfaceChange.Effect) {
      changes.append(InterfaceChange(owner: owner.name, member: Self.key(old), kind: kind, effect: effect))
    }
    let access = (Self.rank(old.flags), Self.rank(new.flags))
    if access.1 < access.0 { add(.accessReduced, .breaks(error: Self.access, use: .any)) }
    if access.1 > access.0 { add(.accessWidened, .compatible) }
    switch (old.flags.contains(.static), new.flags.contains(.static)) {
    case (false, true): add(.becameStatic, .breaks(error: Self.swap, use: .any))
    case (true, false): add(.becameInstance, .breaks(error: Self.swap, use: .any))
    default: break
    }
    switch (old.flags.contains(.final), new.flags.contains(.final)) {
    case (false, true) where !old.isMethod: add(.becameFinal, .breaks(error: Self.access, use: .writing))
    case (false, true) where old.flags.contains(.static): add(.becameFinal, .compatible)
    case (false, true): add(.becameFinal, .breaks(error: to.finalSuperclassError, use: .overriding))
    case (true, false): add(.noLongerFinal, .compatible)
    default: break
    }
    if old.isMethod {
      switch (old.flags.contains(.abstract), new.flags.contains(.abstract)) {
      case (false, true):
        add(.becameAbstract, .breaks(error: "java.lang.AbstractMethodError", use: .implementing))
      case (true, false): add(.noLongerAbstract, .compatible)
      default: break
      }
    }
    if old.constant != new.constant {
      add(.constantChanged(from: old.constant, to: new.constant), old.constant == nil ? .compatible : .sourceOnly)
    }
    if old.exceptions != new.exceptions { add(.exceptionsChanged, .sourceOnly) }
    if old.signature != new.signature { add(.signatureChanged, .sourceOnly) }
    if old.annotationDefault != new.annotationDefault { add(.annotationDefaultChanged, .compatible) }
  }

  private static func rank(_ flags: ManifestFlags) -> Int {
    if flags.contains(.public) { return 3 }
    if flags.contains(.protected) { return 2 }
    return flags.contains(.private) ? 0 : 1
  }
}

extension ManifestView {
  /// The error for extending a final class or overriding a final method: `VerifyError` before Java 16
  /// (openjdk/jdk#885).
  fileprivate var finalSuperclassError: String {
    javaLevel >= 16 ? "java.lang.IncompatibleClassChangeError" : "java.lang.VerifyError"
  }
}
