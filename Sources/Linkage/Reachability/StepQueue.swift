/// Steps yet to be walked, the shortest ways first, and of those the one that came first.
struct StepQueue {
  /// By the length of the way; each taken up to its position.
  private var steps: [[Int32]] = []
  private var positions: [Int] = []
  /// No shorter way is left.
  private var shortest = 0

  mutating func add(_ step: Int32, _ length: Int) {
    while steps.count <= length {
      steps.append([])
      positions.append(0)
    }
    steps[length].append(step)
    shortest = min(shortest, length)
  }

  mutating func next() -> Int32? {
    while shortest < steps.count {
      let position = positions[shortest]
      if position < steps[shortest].count {
        positions[shortest] += 1
        return steps[shortest][position]
      }
      shortest += 1
    }
    return nil
  }
}
