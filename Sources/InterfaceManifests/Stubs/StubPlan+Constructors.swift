import ClassFiles

extension StubPlan {
  /// The descriptor of the superclass constructor that a stub calls: the one with the fewest parameters that it may
  /// call; every stub has one without.
  func constructor(of superclass: String, from fact: ClassFact) -> String {
    guard let record = javaClass(superclass) else { return "()V" }
    let candidates = record.members.filter { $0.isMethod && $0.name.string == "<init>" }.map(\.descriptor.string)
    return candidates.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) } ?? "()V"
  }
}
