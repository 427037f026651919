extension String {
  /// The most bytes of one text of a finding: far more than a sentence or a Java signature takes, and little enough that
  /// all findings can be told of a package whose one function has a name of a megabyte.
  static let longestTold = 1_000

  /// The text; of a longer one the beginning, and how long it is.
  var cut: String {
    guard utf8.count > Self.longestTold else { return self }
    // By bytes, at a scalar's end: a single character may be as long as the whole text.
    var end = utf8.index(startIndex, offsetBy: Self.longestTold / 2)
    while end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
    return String(self[..<end]) + "… (\(utf8.count) bytes)"
  }
}

extension Collection<String> {
  /// The texts with commas between; of many the first ones, and how many more there are.
  package func listed(most: Int = 20) -> String {
    let beginning = prefix(most).joined(separator: ", ")
    return count > most ? beginning + " and \(count - most) more" : beginning
  }
}
