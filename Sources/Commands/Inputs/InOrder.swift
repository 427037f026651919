import Glibc

/// How many processors there are.
func availableCores() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// Runs `work` on every element, at most `jobs` at once, and returns the results in the elements' order.
///
/// One element is worked on without a task of its own: the usual case pays nothing for the others.
func inOrder<Element: Sendable, Result: Sendable>(
  _ elements: [Element],
  jobs: Int?,
  progress: ProgressBar,
  _ work: @escaping @Sendable (Element) async -> Result
) async -> [Result] {
  let jobs = min(jobs ?? availableCores(), elements.count)
  if jobs <= 1 {
    var results: [Result] = []
    for element in elements {
      results.append(await work(element))
      progress.advance()
    }
    return results
  }
  return await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: elements.count)
    var next = 0
    func start() {
      guard next < elements.count else { return }
      let (index, element) = (next, elements[next])
      next += 1
      group.addTask { (index, await work(element)) }
    }
    for _ in 0..<jobs { start() }
    while let (index, result) = await group.next() {
      results[index] = result
      progress.advance()
      start()
    }
    return results.compactMap(\.self)
  }
}
