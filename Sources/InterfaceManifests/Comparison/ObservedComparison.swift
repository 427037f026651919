/// Compares two versions of which at least one is observed: what the older one knows is put to the newer one.
struct ObservedComparison {
  let from: ManifestView
  let to: ManifestView

  func changes() -> [InterfaceChange] {
    var changes: [InterfaceChange] = []
    for fact in from.inferredManifest().classes {
      let isInterface = fact.flags.contains(.kindUnknown) ? nil : fact.flags.contains(.interface)
      for member in fact.members {
        let knowledge = to.knowledge(
          ofMember: member.name,
          member.descriptor,
          in: fact.name,
          isStatic: member.flags.contains(.static),
          ownerIsInterface: member.isMethod ? isInterface : nil
        )
        if case .contradicted(let contradiction) = knowledge {
          changes.append(change(contradiction, fact, member))
        }
      }
    }
    return changes
  }

  private func change(
    _ contradiction: Contradiction,
    _ fact: ClassFact,
    _ member: MemberFact
  ) -> InterfaceChange {
    let kind: InterfaceChange.Kind
    var error = "java.lang.IncompatibleClassChangeError"
    switch contradiction.kind {
    case .otherType:
      kind = .typeChanged(to: contradiction.known?.descriptor.string ?? "")
      error = member.isMethod ? "java.lang.NoSuchMethodError" : "java.lang.NoSuchFieldError"
    case .isStatic: kind = .becameStatic
    case .isInstance: kind = .becameInstance
    case .isInterface: kind = .becameInterface
    case .isClass: kind = .becameClass
    }
    return InterfaceChange(
      owner: fact.name,
      member: InterfaceChange.Member(name: member.name, descriptor: member.descriptor),
      kind: kind,
      effect: .mayBreak(error: error, use: .any)
    )
  }
}
