/// What is reached from the roots, and how: the result of `Reachability`, to be read by any task.
struct ReachMap: Sendable {
  var roots: [LinkRoot]
  /// By the graph's methods.
  var methods = ReachSteps()
  /// By the graph's classes: those that are initialized.
  var classes = ReachSteps()
  /// By the graph's classes: those of which an object may exist.
  var made = ReachSteps()

  /// The last methods on the way from a root to a step, outermost first, into the graph's `methods`; and how many lie before.
  func chain(to step: Int32, last count: Int) -> (skipped: Int, methods: [Int]) {
    var chain: [Int] = []
    var next = step
    while next >= 0 {
      if chain.count == count { return (Int(methods[next].length) + 1, chain.reversed()) }
      chain.append(methods.place(next))
      next = methods[next].from
    }
    return (0, chain.reversed())
  }
}
