/// Shares of `count` elements for tasks to work on: as large as allowed at first, smaller towards the end, so that at the
/// end no task has much left to do while the others have nothing.
func shares(of count: Int, jobs: Int, sizes: ClosedRange<Int>) -> [Range<Int>] {
  var shares: [Range<Int>] = []
  var start = 0
  while start < count {
    let left = count - start
    let wanted = jobs <= 1 ? left : left / (jobs * 2)
    let end = min(count, start + min(max(wanted, sizes.lowerBound), sizes.upperBound))
    shares.append(start..<end)
    start = end
  }
  return shares
}

/// Works on elements in up to `jobs` tasks at once; `take` gets each result in input order as soon as it is its turn.
func inOrder<Element: Sendable, Result: Sendable>(
  _ elements: [Element],
  jobs: Int,
  _ work: @escaping @Sendable (Element) -> Result,
  take: (Result) -> Void
) async {
  if elements.count <= 1 || jobs <= 1 {
    for element in elements { take(work(element)) }
    return
  }
  await withTaskGroup(of: (Int, Result).self) { group in
    /// Results that came before their turn.
    var early: [Int: Result] = [:]
    var turn = 0
    var next = 0
    func start() {
      guard next < elements.count else { return }
      let (index, element) = (next, elements[next])
      group.addTask { (index, work(element)) }
      next += 1
    }
    for _ in 0..<jobs { start() }
    while let (index, result) = await group.next() {
      start()
      early[index] = result
      while let result = early.removeValue(forKey: turn) {
        take(result)
        turn += 1
      }
    }
  }
}

/// Makes room for what a task is about to read, in one piece: glibc lets the heap of a thread that is not the first grow a
/// few pages at a time, by system calls for which the page faults of all other threads wait.
func growHeap(by bytes: Int) { withUnsafeTemporaryAllocation(byteCount: bytes, alignment: 16) { _ in } }
