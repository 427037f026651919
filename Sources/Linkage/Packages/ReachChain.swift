/// A way through functions and methods as a finding tells it.
enum ReachChain {
  /// So many steps are told; a way made to be long would be told with each finding behind it.
  static let longest = 100

  /// The way; of a longer one its beginning and its end, and how many steps lie between.
  static func told(_ steps: [String]) -> [String] {
    guard steps.count > longest else { return steps }
    let half = longest / 2
    return steps.prefix(half) + ["… \(steps.count - 2 * half) more …"] + steps.suffix(half)
  }
}
