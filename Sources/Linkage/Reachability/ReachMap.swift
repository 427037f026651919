/// What is reached from the roots, and how: the result of `Reachability`, to be read by any task.
struct ReachMap: Sendable {
  var roots: [LinkRoot]
  var methods: [MethodNode: ReachStep] = [:]
  var classes: [ClassID: ReachStep] = [:]
  /// Classes of which an object may exist.
  var made: Set<ClassID> = []

  /// The methods from a root to a node, outermost first.
  func chain(to node: MethodNode?) -> [MethodNode] {
    var chain: [MethodNode] = []
    var next = node
    while let current = next, chain.count < 256 {
      chain.append(current)
      next = methods[current]?.from
    }
    return chain.reversed()
  }
}
