/// What is reached from the roots, and how: the result of `Reachability`, to be read by any task.
struct ReachMap: Sendable {
  var roots: [LinkRoot]
  /// By the graph's methods.
  var methods = ReachSteps()
  /// By the graph's classes: those that are initialized.
  var classes = ReachSteps()
  /// By the graph's classes: those of which an object may exist.
  var made = ReachSteps()

  /// The methods from a root to a state, outermost first, into the graph's `methods`.
  func chain(to state: ReachState?) -> [Int] {
    var chain: [Int] = []
    var next = state
    while let current = next, chain.count < 256 {
      chain.append(current.index)
      next = methods[current]?.from
    }
    return chain.reversed()
  }
}
