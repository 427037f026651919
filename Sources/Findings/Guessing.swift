import Synchronization

/// Guesses what a mistyped name may have meant, for as long as that is cheap: a hostile module has thousands of names and
/// of mistakes, and every pair costs the product of their lengths.
public final class Guessing: Sendable {
  private let left: Atomic<Int>

  /// Room for so many comparisons of two bytes; the default is fifty mistakes among a hundred names.
  public init(comparisons: Int = 2_000_000) { left = Atomic(comparisons) }

  /// Up to three names most like `wanted`, best first: those that differ in no more than `most` bytes, or a third of them.
  /// None once the room is used up.
  public func nearest(to wanted: String, among names: some Collection<String>, within most: Int? = nil) -> [String] {
    // Counting the names costs as well.
    guard left.load(ordering: .relaxed) > 0, !names.isEmpty, take(names.count) else { return [] }
    let length = wanted.utf8.count
    let limit = most ?? max(2, length / 3)
    var ranked: [(name: String, distance: Int)] = []
    var seen: Set<String> = []
    for name in names where abs(name.utf8.count - length) <= limit && seen.insert(name).inserted {
      guard take(min(length, 256) * min(name.utf8.count, 256)) else { return [] }
      let distance = editDistance(name, wanted)
      if distance <= limit { ranked.append((name, distance)) }
    }
    ranked.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return ranked.prefix(3).map(\.name)
  }

  private func take(_ cost: Int) -> Bool {
    guard left.load(ordering: .relaxed) >= cost else {
      left.store(0, ordering: .relaxed)
      return false
    }
    left.subtract(cost, ordering: .relaxed)
    return true
  }
}
