/// A way through functions and methods as a finding tells it.
enum ReachChain {
  /// So many steps are told; a way made to be long would be told with each finding behind it.
  static let longest = 100

  /// The way; of a longer one its beginning and its end, and how many steps lie between.
  ///
  /// - Parameter skipped: so many steps lie between the first and the last ones, of which there are `longest` then.
  static func told(_ first: [String], skipped: Int = 0, _ last: [String] = []) -> [String] {
    let steps = first + last
    guard steps.count + skipped > longest else { return steps }
    let half = longest / 2
    let start = (skipped == 0 ? steps : first).prefix(half)
    return start + ["… \(steps.count + skipped - start.count - half) more …"] + steps.suffix(half)
  }
}
