import ClassFiles

/// Loading, linking and initialising classes, each once (JVMS §5.4, §5.5).
extension LinkTracer {
  mutating func file(_ id: ClassID) -> ClassFile? {
    if let known = files[id] { return known }
    guard let number = summaries[id] else { return nil }
    let unit = Int(world.summaries[number].unit)
    guard unit < inputs.count, let file = try? inputs[unit].read().get() else { return nil }
    files[id] = file
    return file
  }

  /// Linking verifies the superclass, then the class (JVMS §5.4.1).
  mutating func link(_ id: ClassID) -> Raised? {
    if let known = failedLinks[id] { return again(known) }
    guard linked.insert(id).inserted else { return nil }
    let ofParent = scope.superclass(id).flatMap { link($0) }
    guard let raised = ofParent ?? verify(id) else { return nil }
    failedLinks[id] = inner(raised, below: stack.count)
    return raised
  }

  /// Only what the class itself declares; its ancestors come before.
  private func verify(_ id: ClassID) -> Raised? {
    guard let number = summaries[id] else { return nil }
    let summary = world.summaries[number]
    for index in summary.assignments.range {
      if case .fault(let fault)? = scope.check(world.assignments[index], from: id) {
        return raise(fault, isPossible: false)
      }
    }
    for index in summary.members.range {
      if case .fault(let fault)? = scope.checkReceiver(world.memberUses[index], from: id) {
        return raise(fault, isPossible: false)
      }
    }
    return nil
  }

  /// Initialisation links the class, then runs the superclass's initializer and its own (JVMS §5.5).
  mutating func initialize(_ id: ClassID) -> Raised? {
    guard world.facts(id).loader == .application else { return nil }
    // A class that cannot be linked stays so; one whose initializer failed is never asked again.
    if let known = failedLinks[id] { return again(known) }
    if failedInitializers.contains(id) { return raise(.initializationFailed(id), isPossible: false) }
    guard initialized.insert(id).inserted else { return nil }
    if let raised = link(id) { return raised }
    if let parent = scope.superclass(id), let raised = initialize(parent) {
      failedInitializers.insert(id)
      return raised
    }
    guard let file = file(id) else { return nil }
    for (index, member) in file.methods.enumerated() where (try? member.name) == "<clinit>" {
      if let raised = run(id, index) {
        failedInitializers.insert(id)
        return raised
      }
    }
    return nil
  }
}
