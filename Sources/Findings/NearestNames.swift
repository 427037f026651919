/// The names that a mistyped one most likely means, nearest first, however many there are: for names that the tool itself
/// knows. Where both come from a package, `Guessing` bounds the cost.
public func nearestNames(to written: String, in names: some Collection<String>, most: Int = 3) -> [String] {
  Array(Guessing(comparisons: .max).nearest(to: written, among: names).prefix(most))
}

/// The number of inserted, removed or replaced bytes that turn one text into the other (Levenshtein).
///
/// Both texts are bounded to their first 256 bytes, so that hostile names cost nothing.
public func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a.utf8.prefix(256))
  let b = Array(b.utf8.prefix(256))
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let next = a[i] == b[j] ? diagonal : min(diagonal, row[j], row[j + 1]) + 1
      diagonal = row[j + 1]
      row[j + 1] = next
    }
  }
  return row[b.count]
}

/// How many bytes of `pattern` have to change until it stands somewhere in `text`.
///
/// Both are cut: what is compared is a line, not a book.
public func partialEditDistance(of pattern: String, in text: String) -> Int {
  let pattern = Array(pattern.utf8.prefix(256))
  // The distances of each beginning of the pattern to what ends at the place in the text.
  var column = Array(0...pattern.count)
  var best = pattern.count
  for byte in text.utf8.prefix(4096) {
    var diagonal = column[0]
    for i in pattern.indices {
      let next = pattern[i] == byte ? diagonal : min(diagonal, column[i], column[i + 1]) + 1
      diagonal = column[i + 1]
      column[i + 1] = next
    }
    best = min(best, column[pattern.count])
  }
  return best
}
